"""Checkpoints: signed heads of the chains, kept in the database and meant to be kept elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.database import Database
from goals.store.records import decoded, find_one, shape
from goals.store.rows import read_uuid
from goals.store.tables import Checkpoint
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckpointRow:
    """A row of checkpoint."""

    TABLE: ClassVar[type[Stored]] = Checkpoint

    org_id: UUID
    id: UUID
    seq: int
    hash: str
    at: datetime
    key_id: str
    signature: str


async def head(tx: Transaction, org_id: UUID) -> tuple[int, str]:
    """The number and hash of the newest event; (0, genesis) where there is none."""
    found = await tx.row(
        "SELECT event_seq, event_hash FROM organisation_head WHERE org_id = $1", [org_id]
    )
    return (0, "") if found is None else (found[0], found[1])


async def find(tx: Transaction, org_id: UUID, seq: int, key_id: str) -> CheckpointRow | None:
    """The checkpoint of this key on this event, if there is one."""
    return await find_one(tx, CheckpointRow, org_id=org_id, seq=seq, key_id=key_id)


async def of_organisation(database: Database, org_id: UUID) -> list[CheckpointRow]:
    """All checkpoints of an organisation in the order of the events; one a day and a few more."""
    found = await database.look_up(
        f"SELECT {shape(CheckpointRow).listed} FROM checkpoint WHERE org_id = $1 "
        "ORDER BY seq, key_id",
        [org_id],
    )
    return [decoded(CheckpointRow, row) for row in found]


async def due(database: Database, before: datetime, key_id: str) -> Sequence[UUID]:
    """The organisations with news, whose last checkpoint by this key is older than a moment."""
    found = await database.look_up(
        "SELECT h.org_id FROM organisation_head h WHERE h.event_seq > 0 AND NOT EXISTS ("
        "SELECT 1 FROM checkpoint c WHERE c.org_id = h.org_id AND c.key_id = $2 "
        "AND (c.at > $1 OR c.seq = h.event_seq)) ORDER BY h.org_id",
        [before, key_id],
    )
    return [read_uuid(row[0]) for row in found]
