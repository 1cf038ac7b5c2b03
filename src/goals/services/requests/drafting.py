"""What drafting and revising ask for: a commission and the whole content of a revision."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from goals.domain.enums import (
    Commitment,
    CriterionKind,
    Direction,
    Involvement,
    Origin,
    Priority,
    ResourceKind,
    ResourceStatus,
    RiskNature,
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
