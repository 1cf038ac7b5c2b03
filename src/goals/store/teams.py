"""Teams and memberships."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store import records
from goals.store.records import change, find_one
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


async def find_by_name(tx: Transaction, org_id: UUID, name: str) -> TeamRow | None:
    """Return the team of this name, or None."""
    return await find_one(tx, TeamRow, org_id=org_id, name=name)


async def update(tx: Transaction, org_id: UUID, team_id: UUID, **changes: object) -> bool:
    """Change name, parent_id, archived_at, updated_at; False when it is unknown."""
    return await change(tx, TeamRow, {"org_id": org_id, "id": team_id}, **changes) == 1


async def members(tx: Transaction, org_id: UUID, team_id: UUID) -> list[MembershipRow]:
    """Return the memberships of a team."""
    return await records.find(
        tx, MembershipRow, order="created_at, person_id", org_id=org_id, team_id=team_id
    )


async def remove_member(tx: Transaction, org_id: UUID, team_id: UUID, person_id: UUID) -> bool:
    """End a membership; False when there was none."""
    gone = await tx.rows(
        "DELETE FROM membership WHERE org_id = $1 AND team_id = $2 AND person_id = $3 RETURNING 1",
        [org_id, team_id, person_id],
    )
    return bool(gone)
