"""Deliveries, with a claim per criterion."""

from goals.store.columns import Count, Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class Delivery(Stored, tablename="delivery", db=RUNNING):
    """The supplier declares the work delivered."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    commission_id = Identifier()
    revision_id = Identifier()
    number = Count()
    note = Words(null=True)
    delivered_by_id = Identifier()
    delivered_at = Moment()


class DeliveryClaim(Stored, tablename="delivery_claim", db=RUNNING):
    """What the supplier claims for one criterion."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    delivery_id = Identifier()
    criterion_id = Identifier()
    position = Count()
    claim = Words()
    evidence_url = Words(null=True)
