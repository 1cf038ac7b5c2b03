"""Teams: add one to the tree, rename, move and archive it."""

from uuid import UUID

from goals.domain.error_base import Path
from goals.domain.errors import NotFound, TeamArchived, TeamCycle, TeamInUse
from goals.domain.identity import uuid7
from goals.domain.team_tree import cycle_through
from goals.services.administration import administer
from goals.services.context import ActContext, ActResult
from goals.services.forms import TITLE, Form
from goals.services.requests import (
    ArchiveTeamRequest,
    CreateTeamRequest,
    MoveTeamRequest,
    RenameTeamRequest,
)
from goals.store import records, teams
from goals.store.teams import TeamRow
from goals.store.transaction import Transaction


async def create_team(context: ActContext, request: CreateTeamRequest) -> ActResult:
    """Add a team, below another one if that is named. Raises AlreadyExists for a taken name."""
    form = Form()
    name = form.line(request.name, "name", TITLE)
    form.check()
    made = uuid7(context.now)

    async def work(tx: Transaction) -> dict[str, object]:
        parent = None
        if request.has_parent:
            parent = (await team_in_use(tx, context, request.parent_id, ("parentId",))).id
        row = TeamRow(
            org_id=context.org_id,
            id=made,
            name=name,
            parent_id=parent,
            created_at=context.now,
            updated_at=context.now,
        )
        await records.insert(tx, row)
        return {"name": name}

    return await administer(context, "team.created", ("Team", made), work)


async def rename_team(context: ActContext, request: RenameTeamRequest) -> ActResult:
    """Give a team another name. Raises AlreadyExists for a taken one."""
    form = Form()
    name = form.line(request.name, "name", TITLE)
    form.check()
    team_id = _named(request.team_id)

    async def work(tx: Transaction) -> dict[str, object]:
        team = await known_team(tx, context, team_id)
        await teams.update(tx, context.org_id, team_id, name=name, updated_at=context.now)
        return {"name": name, "before": team.name}

    return await administer(context, "team.renamed", ("Team", team_id), work)


async def move_team(context: ActContext, request: MoveTeamRequest) -> ActResult:
    """Make a team a part of another one, or of none. Raises TeamCycle where that is below it."""
    team_id = _named(request.team_id)

    async def work(tx: Transaction) -> dict[str, object]:
        before = (await known_team(tx, context, team_id)).parent_id
        parent = None
        if request.has_parent:
            parent = (await team_in_use(tx, context, request.parent_id, ("parentId",))).id
        named = await teams.named(tx, context.org_id)
        parents = {team: above for team, (_, above) in named.items()} | {team_id: parent}
        if circle := cycle_through(parents, team_id):
            raise TeamCycle([named[team][0] for team in circle])
        await teams.update(tx, context.org_id, team_id, parent_id=parent, updated_at=context.now)
        return {"parent": parent, "before": before}

    return await administer(context, "team.moved", ("Team", team_id), work)


async def archive_team(context: ActContext, request: ArchiveTeamRequest) -> ActResult:
    """Take a team out of use; its past stays. Raises TeamInUse while anything open hangs on it."""
    team_id = _named(request.team_id)

    async def work(tx: Transaction) -> dict[str, object]:
        team = await team_in_use(tx, context, team_id)
        keys = await teams.open_commissions(tx, context.org_id, team_id)
        below = await teams.children(tx, context.org_id, team_id)
        if keys or below:
            raise TeamInUse(team.name, keys, below)
        changes = {"archived_at": context.now, "updated_at": context.now}
        await teams.update(tx, context.org_id, team_id, **changes)
        return {"name": team.name}

    return await administer(context, "team.archived", ("Team", team_id), work)


async def known_team(
    tx: Transaction, context: ActContext, team_id: UUID | None, path: Path = ("teamId",)
) -> TeamRow:
    """A team of the organisation. Raises NotFound."""
    found = None if team_id is None else await teams.find(tx, context.org_id, team_id)
    if found is None:
        raise NotFound("Team", path=path)
    return found


async def team_in_use(
    tx: Transaction, context: ActContext, team_id: UUID | None, path: Path = ("teamId",)
) -> TeamRow:
    """A team that is not archived. Raises NotFound, TeamArchived."""
    found = await known_team(tx, context, team_id, path)
    if found.archived_at is not None:
        raise TeamArchived(found.name, path)
    return found


def _named(team_id: UUID | None) -> UUID:
    if team_id is None:
        raise NotFound("Team", path=("teamId",))
    return team_id
