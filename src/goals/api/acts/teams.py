"""Acts on teams. Admins administer, they do not sign."""

from typing import Any

import strawberry
from strawberry import UNSET

from goals.api.acts.declaring import (
    ActInput,
    Payload,
    act,
    input_for,
    parts_of,
    reference,
    subject,
)
from goals.api.fields import given
from goals.api.links import TeamLink
from goals.api.node import described, described_input
from goals.services import teams
from goals.services.requests import (
    ArchiveTeamRequest,
    CreateTeamRequest,
    MoveTeamRequest,
    RenameTeamRequest,
)


@described_input
class TeamCreateInput(ActInput):
    """What it takes to add a team."""

    name: str = given("The name of the team, unique in the organisation.")
    parent_id: strawberry.ID | None = reference("Team", "The team it is a part of.", UNSET)


@input_for(RenameTeamRequest)
class TeamRenameInput(ActInput):
    """What it takes to rename a team."""

    team_id: strawberry.ID = reference("Team", "The team.")
    name: str = given("The new name, unique in the organisation.")


@described_input
class TeamMoveInput(ActInput):
    """What it takes to move a team in the tree."""

    team_id: strawberry.ID = reference("Team", "The team.")
    parent_id: strawberry.ID | None = reference(
        "Team", "The team it becomes a part of; null or left out moves it to the top.", UNSET
    )


@input_for(ArchiveTeamRequest)
class TeamArchiveInput(ActInput):
    """What it takes to archive a team."""

    team_id: strawberry.ID = reference("Team", "The team.")


@described
class TeamCreatePayload(Payload):
    """What adding a team gave."""

    team: TeamLink | None = subject("The team.", "Team")


@described
class TeamRenamePayload(Payload):
    """What renaming a team gave."""

    team: TeamLink | None = subject("The team.", "Team")


@described
class TeamMovePayload(Payload):
    """What moving a team gave."""

    team: TeamLink | None = subject("The team.", "Team")


@described
class TeamArchivePayload(Payload):
    """What archiving a team gave."""

    team: TeamLink | None = subject("The team.", "Team")


def _creating(given_input: Any) -> CreateTeamRequest:
    parts = parts_of(given_input, {"name", "parent_id"})
    return CreateTeamRequest(**parts, has_parent=_names_parent(given_input))


def _moving(given_input: Any) -> MoveTeamRequest:
    parts = parts_of(given_input, {"team_id", "parent_id"})
    return MoveTeamRequest(**parts, has_parent=_names_parent(given_input))


def _names_parent(given_input: Any) -> bool:
    return given_input.parent_id is not UNSET and given_input.parent_id is not None


@strawberry.type
class TeamActs:
    """Teams."""

    team_create: TeamCreatePayload | None = act(
        teams.create_team, TeamCreateInput, "Add a team; for admins.", make=_creating
    )
    team_rename: TeamRenamePayload | None = act(
        teams.rename_team, TeamRenameInput, "Give a team another name; for admins."
    )
    team_move: TeamMovePayload | None = act(
        teams.move_team,
        TeamMoveInput,
        "Make a team a part of another one, or of none; for admins. Teams stay a tree.",
        make=_moving,
    )
    team_archive: TeamArchivePayload | None = act(
        teams.archive_team,
        TeamArchiveInput,
        "Take a team out of use once nothing open hangs on it; for admins. Its past stays.",
    )
