"""Ending: cancel, revoke, and bring an overdue commission to its evaluation."""

import strawberry

from goals.api.acts.declaring import (
    ActInput,
    Payload,
    act,
    commission_part,
    input_for,
    reference,
)
from goals.api.acts.observing import FactorObservationInput
from goals.api.fields import given
from goals.api.links import CommissionLink
from goals.api.node import described
from goals.services import endings
from goals.services.requests import CancelRequest, CloseForEvaluationRequest


@input_for(CancelRequest)
class CommissionCancelInput(ActInput):
    """What it takes to end a commission after agreement, as the customer."""

    commission_id: strawberry.ID = reference("Commission", "The commission.")
    reason: str = given("Why.")
    factors: list[FactorObservationInput] = given("What led to it, at least one.")


@input_for(CancelRequest)
class CommissionRevokeInput(ActInput):
    """What it takes to step back after agreement, as the supplier."""

    commission_id: strawberry.ID = reference("Commission", "The commission.")
    reason: str = given("Why.")
    factors: list[FactorObservationInput] = given("What led to it, at least one.")


@input_for(CloseForEvaluationRequest)
class CommissionCloseForEvaluationInput(ActInput):
    """What it takes to evaluate an overdue commission."""

    commission_id: strawberry.ID = reference("Commission", "The commission.")


@described
class CommissionCancelPayload(Payload):
    """What cancelling gave."""

    commission: CommissionLink | None = commission_part()


@described
class CommissionRevokePayload(Payload):
    """What stepping back gave."""

    commission: CommissionLink | None = commission_part()


@described
class CommissionCloseForEvaluationPayload(Payload):
    """What closing for evaluation gave."""

    commission: CommissionLink | None = commission_part()


@strawberry.type
class EndingActs:
    """Cancel, revoke, close for evaluation."""

    commission_cancel: CommissionCancelPayload | None = act(
        endings.cancel,
        CommissionCancelInput,
        "End the commission after agreement, as the customer; it stays in every denominator.",
    )
    commission_revoke: CommissionRevokePayload | None = act(
        endings.revoke,
        CommissionRevokeInput,
        "Step back after agreement, as the supplier; it stays in every denominator.",
    )
    commission_close_for_evaluation: CommissionCloseForEvaluationPayload | None = act(
        endings.close_for_evaluation,
        CommissionCloseForEvaluationInput,
        "Evaluate a commission that is overdue beyond the days of grace, so that a miss cannot"
        " stay open for ever.",
    )
