"""Blockers: raised, closed once."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.records import change, find_one
from goals.store.tables import Blocker
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockerRow:
    """A row of blocker."""

    TABLE: ClassVar[type[Stored]] = Blocker

    org_id: UUID
    id: UUID
    commission_id: UUID
    kind: str
    text: str
    owner: str | None = None
    next_step: str | None = None
    opened_by_id: UUID
    opened_at: datetime
    closed_by_id: UUID | None = None
    closed_at: datetime | None = None
    resolution: str | None = None


async def find(tx: Transaction, org_id: UUID, blocker_id: UUID) -> BlockerRow | None:
    """Return a blocker of the organisation, or None."""
    return await find_one(tx, BlockerRow, org_id=org_id, id=blocker_id)


async def close(
    tx: Transaction,
    org_id: UUID,
    blocker_id: UUID,
    *,
    by: UUID,
    at: datetime,
    resolution: str | None,
) -> bool:
    """Close an open blocker; False when it is closed already."""
    where = {"org_id": org_id, "id": blocker_id, "closed_at": None}
    changed = await change(
        tx, BlockerRow, where, closed_by_id=by, closed_at=at, resolution=resolution
    )
    return changed == 1
