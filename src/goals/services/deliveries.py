"""Deliveries: the supplier declares the work delivered, the customer reviews it."""

from collections.abc import Container
from uuid import UUID

from goals.domain.enums import Act, ReviewDecision
from goals.domain.errors import NotFound, SameHand
from goals.domain.identity import uuid7
from goals.domain.situation import Request
from goals.services.acting import Acting, perform
from goals.services.context import ActContext, ActResult
from goals.services.forms import LONG, Form
from goals.services.requests import DeliverRequest, ReviewRequest
from goals.store import deliveries
from goals.store.deliveries import DeliveryClaimRow, DeliveryRow
from goals.store.reviews import ReviewJudgementRow, ReviewRow

NOBODY = UUID(int=0)


async def deliver(context: ActContext, request: DeliverRequest) -> ActResult:
    """Declare the work delivered, with a claim for every MUST criterion."""
    form = Form()
    note = form.optional(request.note, "note", LONG)
    claims: dict[UUID, tuple[str, str | None]] = {}
    for at, part in enumerate(request.claims):
        path = ("claims", at)
        claim = form.text(part.claim, (*path, "claim"), LONG)
        url = form.optional_url(part.evidence_url, (*path, "evidenceUrl"))
        criterion = _once(form, claims, part.criterion_id, (*path, "criterionId"))
        claims[criterion] = (claim, url)
    form.check()

    async def work(doing: Acting) -> None:
        number = 1 + await deliveries.count(doing.tx, context.org_id, doing.loaded.id)
        made = doing.new("Delivery")
        doing.changes["delivered_at"] = context.now
        if doing.situation.amendment_pending:
            doing.changes["pending_revision_id"] = None
        doing.body |= {"delivery": number}
        doing.rows += [
            DeliveryRow(
                **doing.key,
                id=made,
                revision_id=doing.loaded.current_revision_id,
                number=number,
                note=note,
                delivered_by_id=context.person_id,
                delivered_at=context.now,
            )
        ]
        doing.rows += [
            DeliveryClaimRow(
                org_id=context.org_id,
                id=uuid7(context.now),
                delivery_id=made,
                criterion_id=criterion,
                position=at,
                claim=claim,
                evidence_url=url,
            )
            for at, (criterion, (claim, url)) in enumerate(claims.items(), 1)
        ]

    ids = frozenset(str(criterion) for criterion in claims)
    return await perform(context, request.commission_id, Act.DELIVER, work, Request(claims=ids))


async def review(context: ActContext, request: ReviewRequest) -> ActResult:
    """Accept the delivery, with or without reservations, or reject it with what is not met."""
    form = Form()
    comment = form.optional(request.comment, "comment", LONG)
    judgements: dict[UUID, tuple[bool, str | None]] = {}
    for at, part in enumerate(request.judgements):
        path = ("judgements", at)
        remark = form.optional(part.comment, (*path, "comment"), LONG)
        criterion = _once(form, judgements, part.criterion_id, (*path, "criterionId"))
        judgements[criterion] = (part.met, remark)
    form.check()
    rejected = request.decision is ReviewDecision.REJECTED

    async def work(doing: Acting) -> None:
        found = await deliveries.latest(doing.tx, context.org_id, doing.loaded.id)
        if found is None:
            raise NotFound("Delivery", path=("commissionId",))
        delivery, delivered_by = found
        if delivered_by == context.person_id:
            _mark_as_own(doing)
        made = doing.new("Review")
        doing.body |= {"decision": str(request.decision)}
        if rejected:
            doing.changes["delivered_at"] = None
        else:
            doing.changes["evaluating_at"] = context.now
        doing.rows += [
            ReviewRow(
                **doing.key,
                id=made,
                delivery_id=delivery,
                decision=request.decision,
                comment=comment,
                reviewer_id=context.person_id,
                reviewed_at=context.now,
            )
        ]
        doing.rows += [
            ReviewJudgementRow(
                org_id=context.org_id,
                id=uuid7(context.now),
                review_id=made,
                criterion_id=criterion,
                position=at,
                met=met,
                comment=remark,
            )
            for at, (criterion, (met, remark)) in enumerate(judgements.items(), 1)
        ]

    facts = Request(
        decision=request.decision,
        judgements={str(criterion): met for criterion, (met, _) in judgements.items()},
        comment=comment,
    )
    act = Act.REVIEW_REJECT if rejected else Act.REVIEW_ACCEPT
    return await perform(context, request.commission_id, act, work, facts)


def _mark_as_own(doing: Acting) -> None:
    """Mark a commission whose delivery is reviewed by the hand that delivered: rates leave it out.

    Raises SameHand for a deputy, unless one person is contact of both sides.
    """
    if doing.on_behalf_of is not None and doing.loaded.customer_id != doing.loaded.supplier_id:
        raise SameHand()
    doing.changes["self_commission"] = True


def _once(
    form: Form, seen: Container[UUID], criterion: UUID | None, path: tuple[str | int, ...]
) -> UUID:
    """The id; notes one that is none, or that came before."""
    if criterion is None:
        form.fault("UNKNOWN_CRITERION", path, criterion="")
        return NOBODY
    if criterion in seen:
        form.fault("DUPLICATE", path)
    return criterion
