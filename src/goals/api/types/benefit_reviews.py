"""Benefit reviews: whether what a commission was for came about."""

from datetime import date, datetime

from goals.api.fields import column, one
from goals.api.links import CommissionLink, PersonLink
from goals.api.node import Node, entity
from goals.api.visibility import OF_COMMISSION
from goals.domain.enums import BenefitVerdict


@entity("benefit_review", OF_COMMISSION)
class BenefitReview(Node):
    """The customer's word on whether the benefit arrived; of several, the latest counts."""

    commission: CommissionLink = one("The commission.", "commission_id")
    verdict: BenefitVerdict = column("Whether the benefit arrived.")
    comment: str | None = column("What there is to say.")
    as_of: date = column("As of which day it is said.")
    person: PersonLink = one("Who said it.", "person_id")
    created_at: datetime = column("When it was said.")
