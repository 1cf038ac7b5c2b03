"""Clarification questions: asked, answered or withdrawn once."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.tables import Question
from goals.store.tables.base import Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """A row of question."""

    TABLE: ClassVar[type[Stored]] = Question

    org_id: UUID
    id: UUID
    commission_id: UUID
    revision_id: UUID
    field: str
    text: str
    status: str
    asked_side: str
    asked_by_id: UUID
    asked_at: datetime
    answer: str | None = None
    answered_by_id: UUID | None = None
    answered_at: datetime | None = None
