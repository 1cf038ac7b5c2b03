"""Waiting: commissions whose time in a state may be over, for the clock."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from goals.store.database import Database
from goals.store.placeholders import numbered_for_sqlite
from goals.store.rows import postgres_arguments, read_uuid, sqlite_arguments

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
    if database.dialect == "sqlite":
        found = await database.read_rows(numbered_for_sqlite(_FIND), sqlite_arguments(args))
    else:
        found = await database.read_rows(_FIND, postgres_arguments(args))
    return [Waiting(read_uuid(org), read_uuid(key), state) for org, key, state in found]
