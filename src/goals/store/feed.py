"""The feed: the events of an organisation after a number, and where its chain ends.

The one rule: events are read by (organisation, number). Numbers are gapless and in the order of
the commits, because whoever holds the head writes the next one; so "after the last one I saw"
misses nothing, which no other order can promise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from goals.store.database import Database
from goals.store.placeholders import marks
from goals.store.rows import decode, read_uuid


@dataclass(frozen=True, slots=True)
class Happened:
    """An event, as far as the feed needs it; ``hash`` is its link in the chain."""

    seq: int
    id: UUID
    at: datetime
    kind: str
    commission_id: UUID | None
    hash: str


@dataclass(frozen=True, slots=True)
class End:
    """The end of a chain: the number and the hash of its last event (0 before the first)."""

    seq: int
    hash: str


_KINDS = ("integer", "uuid", "time", "text", "uuid", "text")
_AFTER = """
SELECT seq, id, at, kind, commission_id, hash FROM event
WHERE org_id = $1 AND seq > $2 ORDER BY seq LIMIT $3
"""
_END = "SELECT event_seq, event_hash FROM organisation_head WHERE org_id = $1"
_HASH = "SELECT hash FROM event WHERE org_id = $1 AND seq = $2"


async def after(database: Database, org_id: UUID, seq: int, limit: int) -> list[Happened]:
    """Read at most so many events after a number, in order."""
    found = await database.look_up(_AFTER, [org_id, seq, limit], quick=True)
    return [Happened(*decode(_KINDS, row)) for row in found]


async def end(database: Database, org_id: UUID) -> End:
    """Where the chain of an organisation ends now."""
    found = await database.look_up(_END, [org_id], quick=True)
    return End(*found[0]) if found else End(0, "")


async def ends(database: Database, org_ids: Sequence[UUID]) -> dict[UUID, int]:
    """The numbers of the last events of these organisations."""
    if not org_ids:
        return {}
    found = await database.look_up(
        f"SELECT org_id, event_seq FROM organisation_head WHERE org_id IN ({marks(len(org_ids))})",
        list(org_ids),
        quick=True,
    )
    return {read_uuid(org_id): seq for org_id, seq in found}


async def hash_of(database: Database, org_id: UUID, seq: int) -> str | None:
    """The hash of one event; None when there is none of this number."""
    found = await database.look_up(_HASH, [org_id, seq], quick=True)
    return found[0][0] if found else None
