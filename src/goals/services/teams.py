"""Teams: add one to the tree."""

from goals.domain.errors import NotFound
from goals.domain.identity import uuid7
from goals.services.administration import administer
from goals.services.context import ActContext, ActResult
from goals.services.forms import TITLE, Form
from goals.services.requests import CreateTeamRequest
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
        parent = request.parent_id
        known = parent is not None and await teams.find(tx, context.org_id, parent) is not None
        if request.has_parent and not known:
            raise NotFound("Team", path=("parentId",))
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
