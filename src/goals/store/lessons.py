"""Lessons."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from goals.store.records import find_one
from goals.store.tables import Lesson
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


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


async def find(tx: Transaction, org_id: UUID, lesson_id: UUID) -> LessonRow | None:
    """Return a lesson of the organisation, or None."""
    return await find_one(tx, LessonRow, org_id=org_id, id=lesson_id)


async def reuse(tx: Transaction, org_id: UUID, lesson_id: UUID) -> bool:
    """Count one more use of a lesson; False when it is unknown."""
    counted = await tx.rows(
        "UPDATE lesson SET reuse_count = reuse_count + 1 WHERE org_id = $1 AND id = $2 RETURNING 1",
        [org_id, lesson_id],
    )
    return bool(counted)
