"""What sharing and deputising ask for."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ShareRequest:
    """Let a person or a team read a commission; exactly one of the two."""

    commission_id: UUID | None
    person_id: UUID | None = None
    team_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class UnshareRequest:
    """Take a share back."""

    share_id: UUID | None


@dataclass(frozen=True, slots=True)
class AppointDeputyRequest:
    """Let somebody act for a person until a time; without a person for oneself, from now on."""

    deputy_id: UUID | None
    ends_at: datetime
    person_id: UUID | None = None
    starts_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class EndDeputyRequest:
    """End an appointment before its time."""

    appointment_id: UUID | None
