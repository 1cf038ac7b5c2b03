"""Assessments, one per side, sealed until both are in or the window is over.

The one rule: ``unsealed_at`` empty means that only the writer's side may read it; unsealing
takes the observations with it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.records import find
from goals.store.tables import Assessment, AssessmentJudgement
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


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


async def of_commission(
    tx: Transaction, org_id: UUID, commission_id: UUID
) -> list[tuple[AssessmentRow, list[AssessmentJudgementRow]]]:
    """Return the assessments of a commission with their judgements; two requests."""
    found = await find(
        tx, AssessmentRow, order="submitted_at, id", org_id=org_id, commission_id=commission_id
    )
    ids = [each.id for each in found]
    judged = await find(
        tx, AssessmentJudgementRow, order="position", org_id=org_id, assessment_id=ids
    )
    return [(each, [one for one in judged if one.assessment_id == each.id]) for each in found]


async def unseal(tx: Transaction, org_id: UUID, commission_id: UUID, at: datetime) -> None:
    """Open every assessment and observation of a commission that is still sealed."""
    where = "WHERE org_id = $2 AND commission_id = $3 AND unsealed_at IS NULL"
    args = [at, org_id, commission_id]
    await tx.batch(
        [
            (f"UPDATE assessment SET unsealed_at = $1 {where}", args),
            (f"UPDATE factor_observation SET unsealed_at = $1 {where}", args),
        ]
    )
