"""Signatures: each side accepts or declines the revision on the table, and gets a receipt."""

from goals.domain.decide import Effect
from goals.domain.enums import Act, SignatureDecision
from goals.domain.errors import SameHand
from goals.domain.situation import Request, Situation
from goals.services import smart_reports
from goals.services.acting import Acting, perform
from goals.services.context import ActContext, ActResult
from goals.services.forms import LONG, Form
from goals.services.requests import AcceptRequest, DeclineRequest
from goals.store.acting import LoadedCommission
from goals.store.signatures import SignatureRow, signed_by
from goals.store.transaction import Transaction


async def accept(context: ActContext, request: AcceptRequest) -> ActResult:
    """Sign the revision on the table; both signatures make it agreed, or put an amendment in force.

    The SMART gate looks at the revision as of today, not as of the day it was written.
    """
    form = Form()
    note = form.optional(request.note, "note", LONG)
    override = form.optional(request.override_reason, "overrideReason", LONG)
    form.check()
    report = smart_reports.Rechecked(context)

    async def prepare(tx: Transaction, loaded: LoadedCommission, situation: Situation) -> Situation:
        return await report.renew(tx, loaded, situation)

    async def work(doing: Acting) -> None:
        await _mark_if_alone(doing)
        _sign(
            doing,
            SignatureDecision.ACCEPT,
            confidence=request.confidence,
            note=note,
            override_reason=override,
        )
        doing.body |= {"confidence": request.confidence, "override": override is not None}
        report.keep(doing)
        if Effect.AGREED in doing.decision.effects:
            doing.changes |= {
                "agreed_at": context.now,
                "first_agreed_deadline": doing.loaded.deadline,
            }
        if Effect.AMENDMENT_IN_FORCE in doing.decision.effects:
            doing.changes |= {
                "current_revision_id": doing.loaded.pending_revision_id,
                "pending_revision_id": None,
                "deadline": doing.loaded.signing_deadline,
            }

    facts = Request(
        expected_revision=request.expected_revision,
        confidence=request.confidence,
        note=note,
        override_reason=override,
    )
    return await perform(context, request.commission_id, Act.ACCEPT, work, facts, prepare)


async def decline(context: ActContext, request: DeclineRequest) -> ActResult:
    """Say no, with a reason and an alternative, or that none is possible."""
    form = Form()
    reason = form.optional(request.reason, "reason", LONG)
    alternative = form.optional(request.alternative, "alternative", LONG)
    form.check()

    async def work(doing: Acting) -> None:
        _sign(doing, SignatureDecision.DECLINE, reason=reason, alternative=alternative)
        if Effect.AMENDMENT_DROPPED in doing.decision.effects:
            doing.changes["pending_revision_id"] = None
        else:
            doing.changes |= {
                "closed_at": context.now,
                "ended_by": doing.own_side,
                "end_reason": reason,
            }

    facts = Request(
        expected_revision=request.expected_revision,
        reason=reason,
        alternative=alternative,
        no_alternative=request.no_alternative,
    )
    return await perform(context, request.commission_id, Act.DECLINE, work, facts)


async def _mark_if_alone(doing: Acting) -> None:
    """Mark a commission whose two signatures are of one hand: rates leave it out.

    Raises SameHand where one of the two was a deputy's, unless one person is contact of both.
    """
    context, loaded = doing.context, doing.loaded
    if not doing.decision.effects & {Effect.AGREED, Effect.AMENDMENT_IN_FORCE}:
        return
    other = await signed_by(doing.tx, context.org_id, loaded.signing_revision_id, context.person_id)
    if other is None:
        return
    deputised = doing.on_behalf_of is not None or other.on_behalf_of_id is not None
    if deputised and loaded.customer_id != loaded.supplier_id:
        raise SameHand()
    doing.changes["self_commission"] = True


def _sign(doing: Acting, decision: SignatureDecision, **said: object) -> None:
    """Sign the current hash and no other; the receipt names the event that holds it."""
    loaded, context = doing.loaded, doing.context
    doing.revision_hash = loaded.signing_hash
    doing.body |= {"revision": doing.situation.revision, "decision": decision}
    doing.rows.append(
        SignatureRow(
            **doing.key,
            id=doing.new("Signature"),
            revision_id=loaded.signing_revision_id,
            revision_hash=loaded.signing_hash,
            side=doing.own_side,
            person_id=context.person_id,
            decision=decision,
            event_seq=doing.head.seq,
            signed_at=context.now,
            on_behalf_of_id=doing.on_behalf_of,
            **said,  # type: ignore[arg-type]
        )
    )
