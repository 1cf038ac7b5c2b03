"""Evaluations: outcome and timeliness, derived once."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from goals.store.tables import Evaluation
from goals.store.tables.base import Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationRow:
    """A row of evaluation."""

    TABLE: ClassVar[type[Stored]] = Evaluation

    org_id: UUID
    id: UUID
    commission_id: UUID
    outcome: str
    timeliness_first_agreed: str | None = None
    timeliness_current: str | None = None
    attainment: Decimal | None = None
    disagreements: Any
    evaluated_at: datetime
