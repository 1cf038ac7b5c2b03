"""What administration asks for: teams, people, tokens."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from goals.domain.enums import Language, Role


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
