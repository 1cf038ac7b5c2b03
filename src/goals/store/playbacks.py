"""Playbacks: the supplier restates, the customer confirms or corrects once."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.tables import Playback
from goals.store.tables.base import Stored


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
