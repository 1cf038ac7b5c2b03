"""Blockers: what stands in the way, and how it was removed."""

from goals.domain.enums import Act
from goals.domain.situation import Request
from goals.services.acting import Acting, perform
from goals.services.context import ActContext, ActResult
from goals.services.forms import LONG, SHORT, Form
from goals.services.requests import CloseBlockerRequest, RaiseBlockerRequest
from goals.services.subjects import subject_of
from goals.store import records
from goals.store.blockers import BlockerRow
from goals.store.tables.blocker import Blocker


async def raise_blocker(context: ActContext, request: RaiseBlockerRequest) -> ActResult:
    """Name something that stands in the way, who owns it and the next step."""
    form = Form()
    text = form.text(request.text, "text", LONG)
    owner = form.optional(request.owner, "owner", SHORT)
    next_step = form.optional(request.next_step, "nextStep", LONG)
    form.check()

    async def work(doing: Acting) -> None:
        made = doing.new("Blocker")
        doing.body |= {"kind": str(request.kind)}
        doing.rows += [
            BlockerRow(
                **doing.key,
                id=made,
                kind=request.kind,
                text=text,
                owner=owner,
                next_step=next_step,
                opened_by_id=context.person_id,
                opened_at=context.now,
            )
        ]

    return await perform(context, request.commission_id, Act.RAISE_BLOCKER, work)


async def close_blocker(context: ActContext, request: CloseBlockerRequest) -> ActResult:
    """Say how a blocker was removed."""
    form = Form()
    resolution = form.text(request.resolution, "resolution", LONG)
    form.check()
    part = await subject_of(context, Blocker, request.blocker_id, "blockerId")

    async def work(doing: Acting) -> None:
        doing.about("Blocker", part.id)
        await records.change(
            doing.tx,
            BlockerRow,
            {"org_id": context.org_id, "id": part.id},
            resolution=resolution,
            closed_by_id=context.person_id,
            closed_at=context.now,
        )

    return await perform(
        context,
        part.commission_id,
        Act.CLOSE_BLOCKER,
        work,
        Request(subject=str(part.id)),
        unknown=part.unknown,
    )
