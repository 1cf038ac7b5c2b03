"""`goals admin team`: add, rename, move and archive teams."""

import argparse
from datetime import UTC, datetime
from typing import Any

from goals.commands.admin.asked import organisation_of, quoted, team_of
from goals.commands.admin.doing import Done, finished, organisation, several
from goals.services import teams
from goals.services.organisations import operator
from goals.services.requests import (
    ArchiveTeamRequest,
    CreateTeamRequest,
    MoveTeamRequest,
    RenameTeamRequest,
)
from goals.spoken import say
from goals.store.database import Database


def declare(things: Any) -> None:
    """Add the group."""
    words = say("Teams anlegen und ändern", "add and change teams")
    verbs = several(things, "team", words)
    words = say("ein Team anlegen", "add a team")
    create = finished(verbs.add_parser("create", help=words), create_team)
    create.add_argument("name", help=say("wie es heißt", "what it is called"))
    create.add_argument(
        "--parent", metavar="TEAM", help=say("das Team darüber", "the team above it")
    )
    organisation(create)
    words = say("ein Team umbenennen", "give a team another name")
    rename = finished(verbs.add_parser("rename", help=words), rename_team)
    rename.add_argument("name", help=say("wie es heißt", "what it is called"))
    rename.add_argument("new_name", help=say("wie es heißen soll", "what it is to be called"))
    organisation(rename)
    words = say("ein Team anderswo einordnen", "put a team elsewhere in the tree")
    move = finished(verbs.add_parser("move", help=words), move_team)
    move.add_argument("name", help=say("welches", "which"))
    move.add_argument(
        "--parent",
        metavar="TEAM",
        help=say("das Team darüber; ohne: keines", "the team above it; without: none"),
    )
    organisation(move)
    words = say("ein Team außer Gebrauch nehmen", "take a team out of use")
    archive = finished(verbs.add_parser("archive", help=words), archive_team)
    archive.add_argument("name", help=say("welches", "which"))
    organisation(archive)


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


async def rename_team(database: Database, given: argparse.Namespace) -> Done:
    """Give the team another name."""
    org_id = await organisation_of(database, given)
    team = await team_of(database, org_id, given.name)
    context = operator(database, org_id, datetime.now(UTC))
    await teams.rename_team(context, RenameTeamRequest(team, given.new_name))
    return Done(
        say(
            f"Team „{given.name}“ heißt jetzt „{given.new_name}“.",
            f"Team “{given.name}” is now called “{given.new_name}”.",
        ),
        {"team": str(team)},
    )


async def move_team(database: Database, given: argparse.Namespace) -> Done:
    """Make the team a part of another one, or of none."""
    org_id = await organisation_of(database, given)
    team = await team_of(database, org_id, given.name)
    parent = None if given.parent is None else await team_of(database, org_id, given.parent)
    context = operator(database, org_id, datetime.now(UTC))
    request = MoveTeamRequest(team, parent, has_parent=parent is not None)
    await teams.move_team(context, request)
    where = say("ohne Team darüber", "without a team above it")
    if parent is not None:
        where = say(f"unter „{given.parent}“", f"below “{given.parent}”")
    said = say(f"Team „{given.name}“ steht jetzt {where}.", f"Team “{given.name}” is now {where}.")
    return Done(said, {"team": str(team)})


async def archive_team(database: Database, given: argparse.Namespace) -> Done:
    """Take the team out of use; refused while something is open there."""
    org_id = await organisation_of(database, given)
    team = await team_of(database, org_id, given.name)
    context = operator(database, org_id, datetime.now(UTC))
    await teams.archive_team(context, ArchiveTeamRequest(team))
    said = say(f"Team „{given.name}“ ist archiviert.", f"Team “{given.name}” is archived.")
    return Done(said, {"team": str(team)})
