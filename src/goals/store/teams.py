"""Teams and memberships."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.domain.states import State
from goals.store import records
from goals.store.placeholders import marks
from goals.store.records import change, find_one
from goals.store.rows import read_uuid
from goals.store.tables import Membership, Team
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction

_OPEN = tuple(state for state in State if not state.is_final)


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


async def named(tx: Transaction, org_id: UUID) -> dict[UUID, tuple[str, UUID | None]]:
    """Return name and parent of every team of the organisation, archived ones too."""
    found = await tx.rows("SELECT id, name, parent_id FROM team WHERE org_id = $1", [org_id])
    return {
        read_uuid(team): (name, None if parent is None else read_uuid(parent))
        for team, name, parent in found
    }


async def update(tx: Transaction, org_id: UUID, team_id: UUID, **changes: object) -> bool:
    """Change a team; False when there is none."""
    return await change(tx, TeamRow, {"org_id": org_id, "id": team_id}, **changes) == 1


async def open_commissions(tx: Transaction, org_id: UUID, team_id: UUID) -> list[str]:
    """The keys of the commissions of this team, on either side, that are not over; oldest first."""
    states = marks(len(_OPEN), 3)
    found = await tx.rows(
        "SELECT key FROM commission WHERE org_id = $1 "
        f"AND (customer_team_id = $2 OR supplier_team_id = $2) AND state IN ({states}) "
        "ORDER BY number",
        [org_id, team_id, *_OPEN],
    )
    return [key for (key,) in found]


async def children(tx: Transaction, org_id: UUID, team_id: UUID) -> list[str]:
    """The names of the teams right below this one that are in use, in order."""
    found = await tx.rows(
        "SELECT name FROM team WHERE org_id = $1 AND parent_id = $2 AND archived_at IS NULL "
        "ORDER BY name",
        [org_id, team_id],
    )
    return [name for (name,) in found]


async def of_person(tx: Transaction, org_id: UUID, person_id: UUID) -> frozenset[UUID]:
    """The teams the person belongs to."""
    found = await records.find(tx, MembershipRow, org_id=org_id, person_id=person_id)
    return frozenset(row.team_id for row in found)


async def set_lead(
    tx: Transaction, org_id: UUID, team_id: UUID, person_id: UUID, *, lead: bool
) -> bool:
    """Say whether a member leads the team; False when the person is no member."""
    where = {"org_id": org_id, "team_id": team_id, "person_id": person_id}
    return await change(tx, MembershipRow, where, lead=lead) == 1


async def leave(tx: Transaction, org_id: UUID, team_id: UUID, person_id: UUID) -> bool:
    """Take a person out of a team; False when the person is no member."""
    found = await tx.rows(
        "DELETE FROM membership WHERE org_id = $1 AND team_id = $2 AND person_id = $3 RETURNING 1",
        [org_id, team_id, person_id],
    )
    return len(found) == 1
