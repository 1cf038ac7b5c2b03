"""What an act asks for: plain data, one frozen dataclass an act, named after it.

Ids are UUIDs already decoded by the caller; ``None`` where the caller could not decode one, which
every service treats like an unknown id. Texts and numbers arrive raw: goals.services validates
them with goals.domain.values, so that a form learns all its faults at once.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from goals.domain.enums import (
    ActionKind,
    BlockerKind,
    CheckInHealth,
    Commitment,
    CriterionKind,
    Direction,
    Involvement,
    Language,
    Locus,
    Origin,
    Polarity,
    Priority,
    QuestionField,
    ResourceKind,
    ResourceStatus,
    ReviewDecision,
    RiskNature,
    Role,
    SatisfactionAspect,
    Side,
)


@dataclass(frozen=True, slots=True)
class CriterionPart:
    """One success criterion of a revision; ``lineage_id`` ties it to its forebear."""

    text: str
    kind: CriterionKind = CriterionKind.BINARY
    direction: Direction | None = None
    baseline: Decimal | None = None
    target: Decimal | None = None
    stretch: Decimal | None = None
    band: Decimal | None = None
    unit: str | None = None
    method: str | None = None
    source: str | None = None
    observer: str | None = None
    weight: int = 1
    priority: Priority = Priority.MUST
    origin: Origin = Origin.CUSTOMER
    lineage_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ResourcePart:
    """Something the commission needs, and which side provides it."""

    kind: ResourceKind
    text: str
    side: Side
    amount: Decimal | None = None
    unit: str | None = None
    status: ResourceStatus = ResourceStatus.NEEDED


@dataclass(frozen=True, slots=True)
class DutyPart:
    """Something a side owes; ``lineage_id`` ties it to its forebear."""

    side: Side
    text: str
    due: date | None = None
    lineage_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class RiskPart:
    """A risk or an opportunity; likelihood and impact from 1 to 5."""

    text: str
    likelihood: int
    impact: int
    nature: RiskNature = RiskNature.RISK
    treatment: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class PartyPart:
    """Somebody else who has an interest."""

    who: str
    involvement: Involvement
    interest: str | None = None


@dataclass(frozen=True, slots=True)
class RevisionContent:
    """The whole content of a revision; what is not given is empty."""

    goal: str | None = None
    benefit: str | None = None
    background: str | None = None
    in_scope: str | None = None
    out_of_scope: str | None = None
    must_not_change: str | None = None
    deadline: date | None = None
    deadline_time_zone: str | None = None
    check_in_cadence_days: int | None = None
    criteria: tuple[CriterionPart, ...] = ()
    resources: tuple[ResourcePart, ...] = ()
    duties: tuple[DutyPart, ...] = ()
    risks: tuple[RiskPart, ...] = ()
    parties: tuple[PartyPart, ...] = ()


@dataclass(frozen=True, slots=True)
class ExternalReferencePart:
    """The same work in another system."""

    system: str
    key: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class DraftRequest:
    """Draft a commission as one of its two sides."""

    initiator: Side
    title: str
    customer_team_id: UUID | None
    supplier_team_id: UUID | None
    content: RevisionContent
    customer_id: UUID | None = None
    supplier_id: UUID | None = None
    id: UUID | None = None
    beneficiary: str | None = None
    commitment: Commitment = Commitment.COMMITTED
    tags: tuple[str, ...] = ()
    contributes_to_id: UUID | None = None
    depends_on_ids: tuple[UUID | None, ...] = ()
    external_references: tuple[ExternalReferencePart, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviseRequest:
    """Replace the content before agreement; title and tags stay where they are not given."""

    commission_id: UUID | None
    expected_revision: int
    content: RevisionContent
    title: str | None = None
    tags: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class AmendRequest:
    """Propose a new revision after agreement, with its cause."""

    commission_id: UUID | None
    expected_revision: int
    cause: str
    content: RevisionContent


@dataclass(frozen=True, slots=True)
class ProposeRequest:
    """Put the draft before the other side."""

    commission_id: UUID | None
    expected_revision: int


@dataclass(frozen=True, slots=True)
class AskRequest:
    """Ask about one field."""

    commission_id: UUID | None
    field: QuestionField
    text: str


@dataclass(frozen=True, slots=True)
class AnswerRequest:
    """Answer a question of the other side."""

    question_id: UUID | None
    answer: str


@dataclass(frozen=True, slots=True)
class WithdrawQuestionRequest:
    """Take one's own question back."""

    question_id: UUID | None


@dataclass(frozen=True, slots=True)
class PlayBackRequest:
    """Restate the commission in the supplier's own words."""

    commission_id: UUID | None
    expected_revision: int
    text: str


@dataclass(frozen=True, slots=True)
class ConfirmPlaybackRequest:
    """Say that the playback is what was meant."""

    playback_id: UUID | None


@dataclass(frozen=True, slots=True)
class CorrectPlaybackRequest:
    """Say what the playback got wrong."""

    playback_id: UUID | None
    correction: str


@dataclass(frozen=True, slots=True)
class AcceptRequest:
    """Sign the revision that is up for signature."""

    commission_id: UUID | None
    expected_revision: int
    confidence: int
    note: str | None = None
    override_reason: str | None = None


@dataclass(frozen=True, slots=True)
class DeclineRequest:
    """Refuse the revision, with a reason and an alternative or the word that there is none."""

    commission_id: UUID | None
    expected_revision: int
    reason: str
    alternative: str | None = None
    no_alternative: bool = False


@dataclass(frozen=True, slots=True)
class WithdrawRequest:
    """Take a proposal back."""

    commission_id: UUID | None
    reason: str


@dataclass(frozen=True, slots=True)
class MeasurementPart:
    """One measured value of a criterion; a binary one is 0 or 1."""

    criterion_id: UUID | None
    value: Decimal
    observed_at: datetime | None = None
    evidence_url: str | None = None


@dataclass(frozen=True, slots=True)
class CheckInRequest:
    """Say how it stands."""

    commission_id: UUID | None
    health: CheckInHealth
    confidence: int | None = None
    note: str | None = None
    needs: str | None = None
    measurements: tuple[MeasurementPart, ...] = ()


@dataclass(frozen=True, slots=True)
class AcknowledgeRequest:
    """Say that the check-in was read."""

    check_in_id: UUID | None


@dataclass(frozen=True, slots=True)
class MeasureRequest:
    """Record one value."""

    measurement: MeasurementPart


@dataclass(frozen=True, slots=True)
class OverrideAttainmentRequest:
    """Set the attainment of a criterion by hand, as a fraction, beside the computed one."""

    criterion_id: UUID | None
    attainment: Decimal
    reason: str


@dataclass(frozen=True, slots=True)
class RaiseBlockerRequest:
    """Say what stands in the way."""

    commission_id: UUID | None
    kind: BlockerKind
    text: str
    owner: str | None = None
    next_step: str | None = None


@dataclass(frozen=True, slots=True)
class CloseBlockerRequest:
    """Say how it was removed."""

    blocker_id: UUID | None
    resolution: str


@dataclass(frozen=True, slots=True)
class FulfilDutyRequest:
    """Say that a duty of one's own side is done."""

    duty_id: UUID | None


@dataclass(frozen=True, slots=True)
class ClaimPart:
    """What was delivered for one criterion."""

    criterion_id: UUID | None
    claim: str
    evidence_url: str | None = None


@dataclass(frozen=True, slots=True)
class DeliverRequest:
    """Declare the work delivered, with a claim for every MUST criterion."""

    commission_id: UUID | None
    claims: tuple[ClaimPart, ...]
    note: str | None = None


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
class SuppressFindingRequest:
    """Silence one finding of the checker for this text, with a reason."""

    commission_id: UUID | None
    rule: str
    field: str
    span_text: str
    reason: str
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class CreateTeamRequest:
    """Add a team."""

    name: str
    parent_id: UUID | None = None
    has_parent: bool = field(default=False)


@dataclass(frozen=True, slots=True)
class CreatePersonRequest:
    """Add a person to some teams; in ``lead_of_team_ids`` as their lead."""

    name: str
    email: str
    language: Language
    role: Role = Role.MEMBER
    team_ids: tuple[UUID | None, ...] = ()
    lead_of_team_ids: tuple[UUID | None, ...] = ()


@dataclass(frozen=True, slots=True)
class CreateTokenRequest:
    """Make a bearer token for a person."""

    person_id: UUID | None
    name: str
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RevokeTokenRequest:
    """End a token at once."""

    token_id: UUID | None
