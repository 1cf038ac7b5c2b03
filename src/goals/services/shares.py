"""Shares: a side lets somebody on neither side read the commission, and takes it back.

Who reads by a share sees no draft and nothing sealed, and does no act.
"""

from goals.domain.errors import NotFound
from goals.domain.identity import uuid7
from goals.services.beside import Beside, Done, beside
from goals.services.context import ActContext, ActResult
from goals.services.forms import Form
from goals.services.requests import ShareRequest, UnshareRequest
from goals.services.subjects import subject_of
from goals.store import people, records, shares, teams
from goals.store.shares import CommissionShareRow
from goals.store.tables.share import CommissionShare
from goals.store.transaction import Transaction


async def share(context: ActContext, request: ShareRequest) -> ActResult:
    """Let a person or a team read a commission.

    Raises NotFound for a reader who is not there, AlreadyExists for one who reads it already.
    """
    form = Form()
    if (request.person_id is None) == (request.team_id is None):
        form.fault("EXACTLY_ONE", ("personId",), choices="personId, teamId")
    form.check()

    async def work(doing: Beside) -> Done:
        await _check_reader(doing.tx, context, request)
        made = uuid7(context.now)
        row = CommissionShareRow(
            org_id=context.org_id,
            id=made,
            commission_id=doing.loaded.id,
            person_id=request.person_id,
            team_id=request.team_id,
            side=doing.side,
            shared_by_id=context.person_id,
            shared_at=context.now,
        )
        await records.insert(doing.tx, row)
        return ("CommissionShare", made), _reader(row)

    return await beside(context, "commission.shared", request.commission_id, work)


async def unshare(context: ActContext, request: UnshareRequest) -> ActResult:
    """Take a share back, whichever side gave it."""
    part = await subject_of(context, CommissionShare, request.share_id, "shareId")

    async def work(doing: Beside) -> Done:
        row = await shares.find(doing.tx, context.org_id, part.id)
        if row is None:
            raise part.unknown
        await shares.remove(doing.tx, context.org_id, part.id)
        return ("CommissionShare", part.id), _reader(row)

    return await beside(
        context, "commission.unshared", part.commission_id, work, unknown=part.unknown
    )


def _reader(row: CommissionShareRow) -> dict[str, str]:
    named = {"person": row.person_id, "team": row.team_id}
    return {kind: str(key) for kind, key in named.items() if key is not None}


async def _check_reader(tx: Transaction, context: ActContext, request: ShareRequest) -> None:
    if request.person_id is not None:
        person = await people.find(tx, context.org_id, request.person_id)
        if person is None or not person.active:
            raise NotFound("Person", path=("personId",))
    if request.team_id is not None:
        team = await teams.find(tx, context.org_id, request.team_id)
        if team is None or team.archived_at is not None:
            raise NotFound("Team", path=("teamId",))
