"""Check-ins, acknowledged once by the other side."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.records import change, find_one
from goals.store.tables import CheckIn
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInRow:
    """A row of check_in."""

    TABLE: ClassVar[type[Stored]] = CheckIn

    org_id: UUID
    id: UUID
    commission_id: UUID
    health: str
    confidence: int | None = None
    note: str | None = None
    needs: str | None = None
    author_id: UUID
    created_at: datetime
    acknowledged_by_id: UUID | None = None
    acknowledged_at: datetime | None = None


async def find(tx: Transaction, org_id: UUID, check_in_id: UUID) -> CheckInRow | None:
    """Return a check-in of the organisation, or None."""
    return await find_one(tx, CheckInRow, org_id=org_id, id=check_in_id)


async def acknowledge(
    tx: Transaction, org_id: UUID, check_in_id: UUID, *, by: UUID, at: datetime
) -> bool:
    """Acknowledge a check-in; False when it was acknowledged before."""
    where = {"org_id": org_id, "id": check_in_id, "acknowledged_at": None}
    return await change(tx, CheckInRow, where, acknowledged_by_id=by, acknowledged_at=at) == 1
