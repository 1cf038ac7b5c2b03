"""Duties: what a side owes, and that it is done."""

from goals.domain.enums import Act
from goals.domain.errors import NotFound
from goals.domain.identity import uuid7
from goals.domain.situation import Request
from goals.services.acting import Acting, perform
from goals.services.context import ActContext, ActResult
from goals.services.requests import FulfilDutyRequest
from goals.services.subjects import subject_of
from goals.store import duties
from goals.store.duties import DutyFulfilmentRow
from goals.store.tables.duty import Duty


async def fulfil_duty(context: ActContext, request: FulfilDutyRequest) -> ActResult:
    """Say that a duty of the own side is done."""
    part = await subject_of(context, Duty, request.duty_id, "dutyId")

    async def work(doing: Acting) -> None:
        lineage = await duties.lineage(doing.tx, context.org_id, part.id)
        if lineage is None:
            raise NotFound("Duty", path=("dutyId",))
        doing.about("Duty", part.id)
        doing.rows.append(
            DutyFulfilmentRow(
                **doing.key,
                id=uuid7(context.now),
                lineage_id=lineage,
                person_id=context.person_id,
                done_at=context.now,
            )
        )

    return await perform(
        context,
        part.commission_id,
        Act.FULFIL_DUTY,
        work,
        Request(subject=str(part.id)),
        unknown=part.unknown,
    )
