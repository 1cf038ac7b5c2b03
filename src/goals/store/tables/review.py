"""Reviews of deliveries, with a judgement per criterion."""

from goals.store.columns import Count, Flag, Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class Review(Stored, tablename="review", db=RUNNING):
    """The customer's decision on a delivery."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    commission_id = Identifier()
    delivery_id = Identifier()
    decision = Words()
    comment = Words(null=True)
    reviewer_id = Identifier()
    reviewed_at = Moment()


class ReviewJudgement(Stored, tablename="review_judgement", db=RUNNING):
    """Whether the customer finds one criterion met."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    review_id = Identifier()
    criterion_id = Identifier()
    position = Count()
    met = Flag()
    comment = Words(null=True)
