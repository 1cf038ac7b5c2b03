"""The outbox: events that still have to be passed on, at least once and in order.

The one rule: rows are claimed, never read by "number greater than the last one", which misses
what commits late. A claim that was not followed by a delivery is free again after a while.
Only receivers that need every event at least once (webhooks) take from here; subscriptions read
the events themselves (``feed``). So that the outbox does not grow for ever where nobody takes,
the clock drops what is old and either delivered or never claimed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar
from uuid import UUID

from goals.store.records import change, decoded, shape
from goals.store.tables import Outbox
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxRow:
    """A row of outbox."""

    TABLE: ClassVar[type[Stored]] = Outbox

    org_id: UUID
    seq: int
    created_at: datetime
    claimed_at: datetime | None = None
    delivered_at: datetime | None = None
    attempts: int


CLAIM_LASTS = timedelta(minutes=5)
KEPT = timedelta(days=7)
MOST_DROPPED = 10_000


async def claim(tx: Transaction, now: datetime, limit: int = 100) -> list[OutboxRow]:
    """Claim the oldest waiting events, passing over those that others hold; count the attempt."""
    found = await tx.rows(
        _CLAIM[tx.dialect],
        [now, now - CLAIM_LASTS, limit],
    )
    rows = [decoded(OutboxRow, row) for row in found]
    return sorted(rows, key=lambda row: (row.org_id, row.seq))


async def delivered(tx: Transaction, org_id: UUID, seqs: Sequence[int], at: datetime) -> int:
    """Mark events as passed on; return how many were still waiting."""
    where = {"org_id": org_id, "seq": list(seqs), "delivered_at": None}
    return await change(tx, OutboxRow, where, delivered_at=at)


async def waiting(tx: Transaction, org_id: UUID) -> int:
    """Count the events of an organisation not yet passed on."""
    count: int = await tx.value(
        "SELECT count(*) FROM outbox WHERE org_id = $1 AND delivered_at IS NULL", [org_id]
    )
    return count


async def drop_old(tx: Transaction, now: datetime) -> int:
    """Drop at most 10,000 old rows that are delivered or were never claimed; return how many."""
    gone = await tx.rows(_DROP, [now - KEPT, MOST_DROPPED])
    return len(gone)


_DROP = """
DELETE FROM outbox WHERE (org_id, seq) IN (
    SELECT org_id, seq FROM outbox
    WHERE created_at < $1 AND (delivered_at IS NOT NULL OR claimed_at IS NULL)
    ORDER BY created_at LIMIT $2
)
RETURNING 1
"""
_COLUMNS = shape(OutboxRow).listed
_CLAIM_TEMPLATE = """
UPDATE outbox SET claimed_at = $1, attempts = attempts + 1
WHERE (org_id, seq) IN (
    SELECT org_id, seq FROM outbox
    WHERE delivered_at IS NULL AND (claimed_at IS NULL OR claimed_at <= $2)
    ORDER BY org_id, seq LIMIT $3 {skip}
)
RETURNING {columns}
"""
_CLAIM = {
    "sqlite": _CLAIM_TEMPLATE.format(skip="", columns=_COLUMNS),
    "postgres": _CLAIM_TEMPLATE.format(skip="FOR UPDATE SKIP LOCKED", columns=_COLUMNS),
}
