"""Deliveries: the supplier's declaration that the work is done."""

from datetime import datetime

from goals.api.fields import column, many, one
from goals.api.links import (
    CommissionLink,
    CriterionLink,
    DeliveryLink,
    DeliveryReviewLink,
    PersonLink,
    RevisionLink,
)
from goals.api.node import Node, entity
from goals.api.scalars import Url
from goals.api.visibility import OF_COMMISSION, OF_DELIVERY


@entity("delivery_claim", OF_DELIVERY)
class DeliveryClaim(Node):
    """What the supplier says was reached for one criterion."""

    delivery: DeliveryLink = one("The delivery it is part of.", "delivery_id")
    criterion: CriterionLink = one("The criterion it is about.", "criterion_id")
    position: int = column("Its place in the list, from 1.")
    claim: str = column("What was reached.")
    evidence_url: Url | None = column("Where the evidence lies.")


@entity("delivery", OF_COMMISSION)
class Delivery(Node):
    """A declaration that the work is done, criterion by criterion."""

    commission: CommissionLink = one("The commission that is delivered.", "commission_id")
    revision: RevisionLink = one("The revision that was in force.", "revision_id")
    number: int = column("Counts the deliveries of the commission, from 1.")
    note: str | None = column("What there is to say.")
    delivered_by: PersonLink = one("The person who declared it.", "delivered_by_id")
    delivered_at: datetime = column("When it was declared.")
    claims: list[DeliveryClaim] = many("What was reached.", "delivery_id", "position")
    review: DeliveryReviewLink | None = one(
        "What the customer said to it; null until then.", "id", "delivery_id"
    )
