"""`goals admin person`: add one; verbs for those who leave are in ``leaving``."""

import argparse
from datetime import UTC, datetime
from typing import Any

from goals.commands.admin import leaving
from goals.commands.admin.asked import organisation_of, quoted, team_of
from goals.commands.admin.doing import Done, finished, organisation, several
from goals.domain.enums import Language, Role
from goals.services import people
from goals.services.organisations import operator
from goals.services.requests import CreatePersonRequest
from goals.spoken import german, say
from goals.store.database import Database


def declare(things: Any) -> None:
    """Add the group."""
    words = say("Personen aufnehmen und verabschieden", "add people, and let them leave")
    verbs = several(things, "person", words)
    leaving.declare(verbs)
    words = say("eine Person aufnehmen", "add a person")
    create = finished(verbs.add_parser("create", help=words), create_person)
    create.add_argument("name", help=say("wie sie heißt", "what they are called"))
    create.add_argument("email", help=say("ihre E-Mail", "their e-mail"))
    create.add_argument(
        "--team",
        action="append",
        default=[],
        metavar="TEAM",
        help=say("ein Team, in dem sie ist (mehrfach möglich)", "a team they are in (repeatable)"),
    )
    create.add_argument(
        "--lead",
        action="append",
        default=[],
        metavar="TEAM",
        help=say("ein Team, das sie leitet (mehrfach möglich)", "a team they lead (repeatable)"),
    )
    create.add_argument(
        "--role",
        type=str.upper,
        choices=[str(role) for role in Role],
        help=say("was sie darf, wenn nicht MEMBER", "what they may do, if not MEMBER"),
    )
    create.add_argument(
        "--speaks",
        choices=["de", "en"],
        default="de" if german() else "en",
        help=say("ihre Sprache", "their language"),
    )
    organisation(create)


async def create_person(database: Database, given: argparse.Namespace) -> Done:
    """Add a person to teams."""
    org_id = await organisation_of(database, given)
    request = CreatePersonRequest(
        name=given.name,
        email=given.email,
        language=Language(given.speaks),
        role=Role(given.role or Role.MEMBER),
        team_ids=tuple([await team_of(database, org_id, name) for name in given.team]),
        lead_of_team_ids=tuple([await team_of(database, org_id, name) for name in given.lead]),
    )
    made = await people.create_person(operator(database, org_id, datetime.now(UTC)), request)
    return Done(
        say(f"{given.name} aufgenommen.", f"Added {given.name}."),
        {"person": str(made.subject_id)},
        f"goals admin token create {quoted(given.email)}",
    )
