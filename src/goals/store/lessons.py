"""Lessons."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from goals.store.tables import Lesson
from goals.store.tables.base import Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonRow:
    """A row of lesson."""

    TABLE: ClassVar[type[Stored]] = Lesson

    org_id: UUID
    id: UUID
    commission_id: UUID
    text: str
    tags: Any
    reuse_count: int
    author_id: UUID
    created_at: datetime
