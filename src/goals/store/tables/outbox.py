"""The outbox: events to be passed on."""

from typing import ClassVar

from goals.store.columns import Count, Identifier, Moment, Sequence
from goals.store.tables.base import RUNNING, Stored


class Outbox(Stored, tablename="outbox", db=RUNNING):
    """An event waiting for its receivers."""

    KEY: ClassVar[tuple[str, ...]] = ("org_id", "seq")

    org_id = Identifier()
    seq = Sequence(primary_key=True)
    created_at = Moment()
    claimed_at = Moment(null=True)
    delivered_at = Moment(null=True)
    attempts = Count()
