"""Benefit reviews: whether what a commission was for came about."""

from goals.store.columns import Day, Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class BenefitReview(Stored, tablename="benefit_review", db=RUNNING):
    """The customer's word on the benefit, as of a day."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    commission_id = Identifier()
    verdict = Words()
    comment = Words(null=True)
    as_of = Day()
    person_id = Identifier()
    created_at = Moment()
