"""Delivering: the supplier declares, the customer reviews."""

import strawberry
from strawberry import UNSET

from goals.api.acts.declaring import (
    ActInput,
    Payload,
    act,
    commission_part,
    input_for,
    reference,
    subject,
)
from goals.api.fields import given
from goals.api.links import CommissionLink, DeliveryLink, DeliveryReviewLink
from goals.api.node import described
from goals.api.scalars import Url
from goals.domain.enums import ReviewDecision
from goals.services import deliveries
from goals.services.requests import ClaimPart, DeliverRequest, JudgementPart, ReviewRequest


@input_for(ClaimPart)
class ClaimInput:
    """What was reached for one criterion."""

    criterion_id: strawberry.ID = reference("Criterion", "The criterion of the revision in force.")
    claim: str = given("What was reached.")
    evidence_url: Url | None = given("Where the evidence lies.", UNSET)


@input_for(DeliverRequest)
class CommissionDeliverInput(ActInput):
    """What it takes to declare the work delivered."""

    commission_id: strawberry.ID = reference("Commission", "The commission.")
    claims: list[ClaimInput] = given("A claim for every MUST criterion, and more as you like.")
    note: str | None = given("What there is to say.", UNSET)


@input_for(JudgementPart)
class ReviewJudgementInput:
    """Whether one criterion is met."""

    criterion_id: strawberry.ID = reference("Criterion", "The criterion of the revision in force.")
    met: bool = given("Whether it is met.")
    comment: str | None = given("What there is to say.", UNSET)


@input_for(ReviewRequest)
class DeliveryReviewInput(ActInput):
    """What it takes to review a delivery."""

    commission_id: strawberry.ID = reference("Commission", "The commission.")
    decision: ReviewDecision = given(
        "What the customer decides; ACCEPTED is refused while a MUST is judged unmet."
    )
    judgements: list[ReviewJudgementInput] = given("A judgement for every MUST criterion.")
    comment: str | None = given("What there is to say.", UNSET)


@described
class CommissionDeliverPayload(Payload):
    """What declaring gave."""

    commission: CommissionLink | None = commission_part()
    delivery: DeliveryLink | None = subject("The delivery.", "Delivery")


@described
class DeliveryReviewPayload(Payload):
    """What reviewing gave."""

    commission: CommissionLink | None = commission_part()
    review: DeliveryReviewLink | None = subject("The review.", "DeliveryReview")


@strawberry.type
class DeliveringActs:
    """The supplier declares, the customer reviews."""

    commission_deliver: CommissionDeliverPayload | None = act(
        deliveries.deliver, CommissionDeliverInput, "Declare the work delivered, as the supplier."
    )
    delivery_review: DeliveryReviewPayload | None = act(
        deliveries.review,
        DeliveryReviewInput,
        "Accept the delivery, with or without reservations, or reject it, as the customer.",
    )
