"""What administration asks for: organisation, teams, people, tokens.

Of a change only what is given changes: None keeps what is there, and ``KEPT`` where None means
something.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Final
from uuid import UUID

from goals.domain.enums import Language, Role, Scope


class Kept(Enum):
    """Stands for what was not given and stays as it is."""

    KEPT = "KEPT"


KEPT: Final = Kept.KEPT


@dataclass(frozen=True, slots=True)
class ConfigureOrganisationRequest:
    """Change settings; ``retention_years`` None keeps texts for ever."""

    time_zone: str | None = None
    language: Language | None = None
    person_statistics: bool | None = None
    retention_years: int | Kept | None = KEPT


@dataclass(frozen=True, slots=True)
class CreateTeamRequest:
    """Add a team."""

    name: str
    parent_id: UUID | None = None
    has_parent: bool = field(default=False)


@dataclass(frozen=True, slots=True)
class RenameTeamRequest:
    """Give a team another name."""

    team_id: UUID | None
    name: str


@dataclass(frozen=True, slots=True)
class MoveTeamRequest:
    """Make a team a part of another one; of none where ``has_parent`` is not set."""

    team_id: UUID | None
    parent_id: UUID | None = None
    has_parent: bool = field(default=False)


@dataclass(frozen=True, slots=True)
class ArchiveTeamRequest:
    """Take a team out of use."""

    team_id: UUID | None


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
class UpdatePersonRequest:
    """Change what is known of a person."""

    person_id: UUID | None
    name: str | None = None
    email: str | None = None
    language: Language | None = None
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class HandOverPart:
    """Who takes over one commission."""

    commission_id: UUID | None
    successor_id: UUID | None


@dataclass(frozen=True, slots=True)
class DeactivatePersonRequest:
    """Let a person take part no longer; ``successor_id`` takes over what no part names."""

    person_id: UUID | None
    hand_over: tuple[HandOverPart, ...] = ()
    successor_id: UUID | None = None
    has_successor: bool = field(default=False)


@dataclass(frozen=True, slots=True)
class ReactivatePersonRequest:
    """Let a person take part again."""

    person_id: UUID | None


@dataclass(frozen=True, slots=True)
class ImportPeopleRequest:
    """Add and change teams and people as the text of a CSV file says."""

    csv: str


@dataclass(frozen=True, slots=True)
class ErasePersonRequest:
    """Forget who a person was; the reason must not say it either."""

    person_id: UUID | None
    reason: str


@dataclass(frozen=True, slots=True)
class AddMembershipRequest:
    """Put a person into a team."""

    person_id: UUID | None
    team_id: UUID | None
    lead: bool = False


@dataclass(frozen=True, slots=True)
class RemoveMembershipRequest:
    """Take a person out of a team."""

    person_id: UUID | None
    team_id: UUID | None


@dataclass(frozen=True, slots=True)
class SetLeadRequest:
    """Say whether a member leads the team."""

    person_id: UUID | None
    team_id: UUID | None
    lead: bool


@dataclass(frozen=True, slots=True)
class CreateServiceAccountRequest:
    """Add a program to some teams."""

    name: str
    role: Role = Role.MEMBER
    team_ids: tuple[UUID | None, ...] = ()


@dataclass(frozen=True, slots=True)
class CreateTokenRequest:
    """Make a bearer token; ``person_id`` None means for oneself, ``scopes`` None all possible."""

    person_id: UUID | None
    name: str
    expires_at: datetime | None = None
    scopes: tuple[Scope, ...] | None = None


@dataclass(frozen=True, slots=True)
class RevokeTokenRequest:
    """End a token at once."""

    token_id: UUID | None
