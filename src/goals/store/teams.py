"""Teams and memberships."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.records import find_one
from goals.store.tables import Membership, Team
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRow:
    """A row of team."""

    TABLE: ClassVar[type[Stored]] = Team

    org_id: UUID
    id: UUID
    name: str
    parent_id: UUID | None = None
    created_at: datetime
    updated_at: datetime
    archived_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipRow:
    """A row of membership."""

    TABLE: ClassVar[type[Stored]] = Membership

    org_id: UUID
    team_id: UUID
    person_id: UUID
    lead: bool
    created_at: datetime


async def find(tx: Transaction, org_id: UUID, team_id: UUID) -> TeamRow | None:
    """Return a team of the organisation, or None."""
    return await find_one(tx, TeamRow, org_id=org_id, id=team_id)
