"""Check-ins, acknowledged by the other side."""

from goals.store.columns import Count, Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class CheckIn(Stored, tablename="check_in", db=RUNNING):
    """How the supplier sees the way to the goal."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    commission_id = Identifier()
    health = Words()
    confidence = Count(null=True)
    note = Words(null=True)
    needs = Words(null=True)
    author_id = Identifier()
    created_at = Moment()
    acknowledged_by_id = Identifier(null=True)
    acknowledged_at = Moment(null=True)
