"""Reviews of deliveries, each with a judgement per criterion."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.records import find, find_one
from goals.store.tables import Review, ReviewJudgement
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """A row of review."""

    TABLE: ClassVar[type[Stored]] = Review

    org_id: UUID
    id: UUID
    commission_id: UUID
    delivery_id: UUID
    decision: str
    comment: str | None = None
    reviewer_id: UUID
    reviewed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewJudgementRow:
    """A row of review_judgement."""

    TABLE: ClassVar[type[Stored]] = ReviewJudgement

    org_id: UUID
    id: UUID
    review_id: UUID
    criterion_id: UUID
    position: int
    met: bool
    comment: str | None = None


async def of_delivery(tx: Transaction, org_id: UUID, delivery_id: UUID) -> ReviewRow | None:
    """Return the review of a delivery, or None."""
    return await find_one(tx, ReviewRow, org_id=org_id, delivery_id=delivery_id)


async def judgements(tx: Transaction, org_id: UUID, review_id: UUID) -> list[ReviewJudgementRow]:
    """Return the judgements of a review in their order."""
    return await find(tx, ReviewJudgementRow, order="position", org_id=org_id, review_id=review_id)
