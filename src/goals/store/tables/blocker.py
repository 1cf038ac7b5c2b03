"""Blockers."""

from goals.store.columns import Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class Blocker(Stored, tablename="blocker", db=RUNNING):
    """What holds the work up."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    commission_id = Identifier()
    kind = Words()
    text = Words()
    owner = Words(null=True)
    next_step = Words(null=True)
    opened_by_id = Identifier()
    opened_at = Moment()
    closed_by_id = Identifier(null=True)
    closed_at = Moment(null=True)
    resolution = Words(null=True)
