"""Assessments, one per side, sealed until both are in or the window is over.

The one rule: ``unsealed_at`` empty means that only the writer's side may read it; unsealing
takes the observations with it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.tables import Assessment, AssessmentJudgement
from goals.store.tables.base import Stored
from goals.store.transaction import Batch, Transaction

ASPECTS = ("overall", "reliability", "responsiveness", "clarity", "cooperation")


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentRow:
    """A row of assessment."""

    TABLE: ClassVar[type[Stored]] = Assessment

    org_id: UUID
    id: UUID
    commission_id: UUID
    side: str
    person_id: UUID
    overall_expected: int | None = None
    overall_perceived: int | None = None
    reliability_expected: int | None = None
    reliability_perceived: int | None = None
    responsiveness_expected: int | None = None
    responsiveness_perceived: int | None = None
    clarity_expected: int | None = None
    clarity_perceived: int | None = None
    cooperation_expected: int | None = None
    cooperation_perceived: int | None = None
    comment: str | None = None
    submitted_at: datetime
    unsealed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentJudgementRow:
    """A row of assessment_judgement."""

    TABLE: ClassVar[type[Stored]] = AssessmentJudgement

    org_id: UUID
    id: UUID
    assessment_id: UUID
    criterion_id: UUID
    position: int
    attainment: int
    comment: str | None = None


def unsealing(org_id: UUID, commission_id: UUID, at: datetime) -> Batch:
    """Write what opens every assessment and observation of a commission that is still sealed."""
    where = "WHERE org_id = $2 AND commission_id = $3 AND unsealed_at IS NULL"
    args = [at, org_id, commission_id]
    return [
        (f"UPDATE assessment SET unsealed_at = $1 {where}", args),
        (f"UPDATE factor_observation SET unsealed_at = $1 {where}", args),
    ]


async def perceived(
    tx: Transaction, org_id: UUID, commission_id: UUID
) -> dict[str, dict[str, int | None]]:
    """The perceived satisfaction in each side's assessment, by aspect in lower case."""
    columns = ", ".join(f"{aspect}_perceived" for aspect in ASPECTS)
    found = await tx.rows(
        f"SELECT side, {columns} FROM assessment WHERE org_id = $1 AND commission_id = $2",
        [org_id, commission_id],
    )
    return {side: dict(zip(ASPECTS, grades, strict=True)) for side, *grades in found}
