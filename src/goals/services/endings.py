"""Endings: cancel, revoke, bring an overdue commission to its evaluation."""

from goals.domain.enums import Act
from goals.domain.situation import Request
from goals.services import factors
from goals.services.acting import Acting, perform
from goals.services.context import ActContext, ActResult
from goals.services.forms import LONG, Form
from goals.services.requests import CancelRequest, CloseForEvaluationRequest, WithdrawRequest


async def withdraw(context: ActContext, request: WithdrawRequest) -> ActResult:
    """Take a proposal back before agreement, as the side that started it."""
    form = Form()
    reason = form.optional(request.reason, "reason", LONG)
    form.check()

    async def work(doing: Acting) -> None:
        doing.changes |= {
            "closed_at": context.now,
            "ended_by": doing.own_side,
            "end_reason": reason,
        }

    return await perform(context, request.commission_id, Act.WITHDRAW, work, Request(reason=reason))


async def cancel(context: ActContext, request: CancelRequest) -> ActResult:
    """End an agreed commission as the customer; it stays in every denominator."""
    return await _end(context, request, Act.CANCEL)


async def revoke(context: ActContext, request: CancelRequest) -> ActResult:
    """Step back from an agreed commission as the supplier; it stays in every denominator."""
    return await _end(context, request, Act.REVOKE)


async def _end(context: ActContext, request: CancelRequest, act: Act) -> ActResult:
    form = Form()
    reason = form.optional(request.reason, "reason", LONG)
    observed = factors.checked(form, request.factors)
    form.check()

    async def work(doing: Acting) -> None:
        doing.changes |= {
            "closed_at": context.now,
            "ended_by": doing.own_side,
            "end_reason": reason,
            "pending_revision_id": None,
        }
        await factors.store(doing, observed, None, sealed=False)

    facts = Request(reason=reason, factors=tuple(part.factor for part in observed))
    return await perform(context, request.commission_id, act, work, facts)


async def close_for_evaluation(
    context: ActContext, request: CloseForEvaluationRequest
) -> ActResult:
    """Bring a commission past deadline and grace to its evaluation, undelivered."""

    async def work(doing: Acting) -> None:
        doing.changes |= {"evaluating_at": context.now, "pending_revision_id": None}

    return await perform(context, request.commission_id, Act.CLOSE_FOR_EVALUATION, work)
