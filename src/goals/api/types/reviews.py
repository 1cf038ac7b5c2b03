"""Delivery reviews: what the customer says to a delivery."""

from datetime import datetime

from goals.api.fields import column, many, one
from goals.api.links import (
    CommissionLink,
    CriterionLink,
    DeliveryLink,
    DeliveryReviewLink,
    PersonLink,
)
from goals.api.node import Node, entity
from goals.api.visibility import OF_COMMISSION, OF_REVIEW
from goals.domain.enums import ReviewDecision


@entity("review_judgement", OF_REVIEW)
class ReviewJudgement(Node):
    """Whether one criterion is met, in the customer's eyes."""

    review: DeliveryReviewLink = one("The review it is part of.", "review_id")
    criterion: CriterionLink = one("The criterion it is about.", "criterion_id")
    position: int = column("Its place in the list, from 1.")
    met: bool = column("Whether the criterion is met.")
    comment: str | None = column("What there is to say.")


@entity("review", OF_COMMISSION)
class DeliveryReview(Node):
    """The customer's word on a delivery."""

    commission: CommissionLink = one("The commission it belongs to.", "commission_id")
    delivery: DeliveryLink = one("The delivery that was reviewed.", "delivery_id")
    decision: ReviewDecision = column("What the customer decided.")
    comment: str | None = column("What there is to say.")
    reviewer: PersonLink = one("The person who reviewed.", "reviewer_id")
    reviewed_at: datetime = column("When it was reviewed.")
    judgements: list[ReviewJudgement] = many("Which criteria are met.", "review_id", "position")
