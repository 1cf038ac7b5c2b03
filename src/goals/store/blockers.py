"""Blockers: raised, closed once."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.tables import Blocker
from goals.store.tables.base import Stored


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
