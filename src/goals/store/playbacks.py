"""Playbacks: the supplier restates, the customer confirms or corrects once."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.records import change, find_one
from goals.store.tables import Playback
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaybackRow:
    """A row of playback."""

    TABLE: ClassVar[type[Stored]] = Playback

    org_id: UUID
    id: UUID
    commission_id: UUID
    revision_id: UUID
    text: str
    status: str
    author_id: UUID
    created_at: datetime
    resolved_by_id: UUID | None = None
    resolved_at: datetime | None = None
    correction: str | None = None


async def find(tx: Transaction, org_id: UUID, playback_id: UUID) -> PlaybackRow | None:
    """Return a playback of the organisation, or None."""
    return await find_one(tx, PlaybackRow, org_id=org_id, id=playback_id)


async def resolve(
    tx: Transaction,
    org_id: UUID,
    playback_id: UUID,
    *,
    by: UUID,
    at: datetime,
    correction: str | None = None,
) -> bool:
    """Confirm a pending playback, or correct it; False when it is not pending any more."""
    status = "CONFIRMED" if correction is None else "CORRECTED"
    where = {"org_id": org_id, "id": playback_id, "status": "PENDING"}
    changed = await change(
        tx,
        PlaybackRow,
        where,
        status=status,
        correction=correction,
        resolved_by_id=by,
        resolved_at=at,
    )
    return changed == 1
