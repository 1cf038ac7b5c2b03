"""Waiting: commissions whose time in a state may be over, for the clock."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from goals.store.database import Database
from goals.store.rows import read_uuid

MOST = 500
_FIND = f"""
SELECT org_id, id, state FROM commission WHERE state = 'CLARIFYING' AND proposed_at < $1
UNION ALL
SELECT org_id, id, state FROM commission WHERE state = 'DELIVERED' AND delivered_at < $2
UNION ALL
SELECT org_id, id, state FROM commission WHERE state = 'EVALUATING' AND evaluating_at < $3
LIMIT {MOST}
"""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A commission that waits, and the state it waits in."""

    org_id: UUID
    commission_id: UUID
    state: str


async def find(
    database: Database,
    *,
    proposed_before: datetime,
    delivered_before: datetime,
    evaluating_before: datetime,
) -> list[Waiting]:
    """At most 500 commissions, of all organisations, that have waited since before these times."""
    args = [proposed_before, delivered_before, evaluating_before]
    found = await database.look_up(_FIND, args)
    return [Waiting(read_uuid(org), read_uuid(key), state) for org, key, state in found]
