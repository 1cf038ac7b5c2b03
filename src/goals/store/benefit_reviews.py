"""Benefit reviews, as many of a commission as there is news."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from goals.store.tables import BenefitReview
from goals.store.tables.base import Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitReviewRow:
    """A row of benefit_review."""

    TABLE: ClassVar[type[Stored]] = BenefitReview

    org_id: UUID
    id: UUID
    commission_id: UUID
    verdict: str
    comment: str | None = None
    as_of: date
    person_id: UUID
    created_at: datetime
