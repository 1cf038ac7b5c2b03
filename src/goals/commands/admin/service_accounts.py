"""`goals admin service`: add a program that reads and measures."""

import argparse
from datetime import UTC, datetime
from typing import Any

from goals.commands.admin.asked import organisation_of, team_of
from goals.commands.admin.doing import Done, organisation, verb
from goals.domain.enums import Role
from goals.services import service_accounts
from goals.services.organisations import operator
from goals.services.requests import CreateServiceAccountRequest
from goals.spoken import say
from goals.store.database import Database


def declare(things: Any) -> None:
    """Add the group."""
    words = say("ein Dienstkonto anlegen", "add a service account")
    create = verb(things, "service", "create", create_service_account, words)
    create.add_argument("name", help=say("wie das Programm heißt", "what the program is called"))
    create.add_argument(
        "--team",
        action="append",
        default=[],
        metavar="TEAM",
        help=say(
            "ein Team, dessen Aufträge es sieht (mehrfach möglich)",
            "a team whose commissions it sees (repeatable)",
        ),
    )
    create.add_argument(
        "--role",
        type=str.upper,
        choices=[str(role) for role in service_accounts.ROLES],
        default=str(Role.MEMBER),
        help=say("MANAGER liest die ganze Organisation", "MANAGER reads the whole organisation"),
    )
    organisation(create)


async def create_service_account(database: Database, given: argparse.Namespace) -> Done:
    """Add a service account to teams; its address is what a token is issued for."""
    org_id = await organisation_of(database, given)
    request = CreateServiceAccountRequest(
        name=given.name,
        role=Role(given.role),
        team_ids=tuple([await team_of(database, org_id, name) for name in given.team]),
    )
    context = operator(database, org_id, datetime.now(UTC))
    made = await service_accounts.create_service_account(context, request)
    return Done(
        say(f"Dienstkonto „{given.name}“ angelegt.", f"Added service account “{given.name}”."),
        {"person": str(made.subject_id)},
        f"goals admin token create {service_accounts.address(made.subject_id)}",
    )
