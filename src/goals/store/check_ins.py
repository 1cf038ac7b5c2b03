"""Check-ins, acknowledged once by the other side."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.tables import CheckIn
from goals.store.tables.base import Stored


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
