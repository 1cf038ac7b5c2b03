"""What the end asks for: reviews, endings, assessments, lessons and actions."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from goals.domain.enums import (
    ActionKind,
    BenefitVerdict,
    Locus,
    Polarity,
    ReviewDecision,
    SatisfactionAspect,
)


@dataclass(frozen=True, slots=True)
class JudgementPart:
    """Whether one criterion is met, in the customer's eyes."""

    criterion_id: UUID | None
    met: bool
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class ReviewRequest:
    """Accept or reject the delivery."""

    commission_id: UUID | None
    decision: ReviewDecision
    judgements: tuple[JudgementPart, ...]
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class FactorPart:
    """One factor that helped, hindered or was missing; ``factor`` is its key."""

    factor: str
    polarity: Polarity
    locus: Locus
    strength: int = 2
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class CancelRequest:
    """End an agreed commission: the customer cancels, the supplier revokes."""

    commission_id: UUID | None
    reason: str
    factors: tuple[FactorPart, ...]


@dataclass(frozen=True, slots=True)
class CloseForEvaluationRequest:
    """Bring an overdue commission to its evaluation."""

    commission_id: UUID | None


@dataclass(frozen=True, slots=True)
class AttainmentPart:
    """How far one criterion was reached in a side's eyes, in percent."""

    criterion_id: UUID | None
    attainment: int
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class SatisfactionPart:
    """Expected and perceived satisfaction with one aspect, each from 1 to 7."""

    aspect: SatisfactionAspect
    expected: int | None = None
    perceived: int | None = None


@dataclass(frozen=True, slots=True)
class AssessRequest:
    """Assess from one side; sealed until the other side has assessed too."""

    commission_id: UUID | None
    judgements: tuple[AttainmentPart, ...]
    satisfaction: tuple[SatisfactionPart, ...] = ()
    factors: tuple[FactorPart, ...] = ()
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class RecordLessonRequest:
    """Keep what was learnt."""

    commission_id: UUID | None
    text: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanActionRequest:
    """Plan what to change, sustain or develop."""

    commission_id: UUID | None
    kind: ActionKind
    text: str
    owner_id: UUID | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class CompleteActionRequest:
    """Say that an action is done, and whether it had an effect."""

    action_id: UUID | None
    effect_check: str | None = None


@dataclass(frozen=True, slots=True)
class ReviewBenefitRequest:
    """Say whether the benefit arrived, as of a day."""

    commission_id: UUID | None
    verdict: BenefitVerdict
    comment: str | None = None
    as_of: date | None = None
