"""Reviews of deliveries, each with a judgement per criterion."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.tables import Review, ReviewJudgement
from goals.store.tables.base import Stored


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
