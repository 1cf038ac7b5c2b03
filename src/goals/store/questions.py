"""Clarification questions: asked, answered or withdrawn once."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.records import change, find_one
from goals.store.tables import Question
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


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


async def find(tx: Transaction, org_id: UUID, question_id: UUID) -> QuestionRow | None:
    """Return a question of the organisation, or None."""
    return await find_one(tx, QuestionRow, org_id=org_id, id=question_id)


async def answer(
    tx: Transaction, org_id: UUID, question_id: UUID, *, text: str, by: UUID, at: datetime
) -> bool:
    """Answer an open question; False when it is not open any more."""
    where = {"org_id": org_id, "id": question_id, "status": "OPEN"}
    changed = await change(
        tx, QuestionRow, where, status="ANSWERED", answer=text, answered_by_id=by, answered_at=at
    )
    return changed == 1


async def withdraw(tx: Transaction, org_id: UUID, question_id: UUID) -> bool:
    """Withdraw an open question; False when it is not open any more."""
    where = {"org_id": org_id, "id": question_id, "status": "OPEN"}
    return await change(tx, QuestionRow, where, status="WITHDRAWN") == 1
