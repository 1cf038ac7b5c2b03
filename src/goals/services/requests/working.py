"""What the work asks for: check-ins, measurements, blockers, duties, deliveries."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from goals.domain.enums import BlockerKind, CheckInHealth


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
