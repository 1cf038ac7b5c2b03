"""Check-ins: the supplier says how it stands, the customer says that it was read."""

from goals.domain.enums import Act
from goals.domain.situation import Request
from goals.services.acting import Acting, perform
from goals.services.context import ActContext, ActResult
from goals.services.forms import LONG, Form
from goals.services.measurements import measured, store_measurements
from goals.services.requests import AcknowledgeRequest, CheckInRequest
from goals.services.subjects import subject_of
from goals.store import records
from goals.store.check_ins import CheckInRow
from goals.store.tables.check_in import CheckIn


async def check_in(context: ActContext, request: CheckInRequest) -> ActResult:
    """Report health, confidence (percent), a note, needs and measured values."""
    form = Form()
    confidence = form.optional_percent(request.confidence, "confidence")
    note = form.optional(request.note, "note", LONG)
    needs = form.optional(request.needs, "needs", LONG)
    values = [
        measured(context, form, part, ("measurements", at))
        for at, part in enumerate(request.measurements)
    ]
    form.check()

    async def work(doing: Acting) -> None:
        made = doing.new("CheckIn")
        doing.changes |= {"last_check_in_at": context.now, "last_health": request.health}
        doing.body |= {"health": str(request.health), "confidence": confidence}
        doing.rows += [
            CheckInRow(
                **doing.key,
                id=made,
                health=request.health,
                confidence=confidence,
                note=note,
                needs=needs,
                author_id=context.person_id,
                created_at=context.now,
            )
        ]
        await store_measurements(doing, values)

    return await perform(context, request.commission_id, Act.CHECK_IN, work)


async def acknowledge(context: ActContext, request: AcknowledgeRequest) -> ActResult:
    """Say that a check-in was read."""
    part = await subject_of(context, CheckIn, request.check_in_id, "checkInId")

    async def work(doing: Acting) -> None:
        doing.about("CheckIn", part.id)
        await records.change(
            doing.tx,
            CheckInRow,
            {"org_id": context.org_id, "id": part.id},
            acknowledged_by_id=context.person_id,
            acknowledged_at=context.now,
        )

    return await perform(
        context,
        part.commission_id,
        Act.ACKNOWLEDGE,
        work,
        Request(subject=str(part.id)),
        unknown=part.unknown,
    )
