"""`goals admin team`: add one."""

import argparse
from datetime import UTC, datetime
from typing import Any

from goals.commands.admin.asked import organisation_of, quoted, team_of
from goals.commands.admin.doing import Done, organisation, verb
from goals.services import teams
from goals.services.organisations import operator
from goals.services.requests import CreateTeamRequest
from goals.spoken import say
from goals.store.database import Database


def declare(things: Any) -> None:
    """Add the group."""
    words = say("ein Team anlegen", "add a team")
    create = verb(things, "team", "create", create_team, words)
    create.add_argument("name", help=say("wie es heißt", "what it is called"))
    create.add_argument(
        "--parent", metavar="TEAM", help=say("das Team darüber", "the team above it")
    )
    organisation(create)


async def create_team(database: Database, given: argparse.Namespace) -> Done:
    """Add a team."""
    org_id = await organisation_of(database, given)
    parent = None if given.parent is None else await team_of(database, org_id, given.parent)
    request = CreateTeamRequest(given.name, parent, has_parent=parent is not None)
    made = await teams.create_team(operator(database, org_id, datetime.now(UTC)), request)
    return Done(
        say(f"Team „{given.name}“ angelegt.", f"Added team “{given.name}”."),
        {"team": str(made.subject_id)},
        f"goals admin person create NAME EMAIL --team {quoted(given.name)}",
    )
