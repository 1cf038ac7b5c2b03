"""Actions: what will be changed, sustained or developed; done once."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from goals.store.records import change, find_one
from goals.store.tables import Action
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """A row of action."""

    TABLE: ClassVar[type[Stored]] = Action

    org_id: UUID
    id: UUID
    commission_id: UUID
    kind: str
    text: str
    owner_id: UUID
    due: date | None = None
    created_by_id: UUID
    created_at: datetime
    done_at: datetime | None = None
    effect_check: str | None = None


async def find(tx: Transaction, org_id: UUID, action_id: UUID) -> ActionRow | None:
    """Return an action of the organisation, or None."""
    return await find_one(tx, ActionRow, org_id=org_id, id=action_id)


async def complete(
    tx: Transaction, org_id: UUID, action_id: UUID, *, at: datetime, effect_check: str | None
) -> bool:
    """Mark an action as done; False when it was done before."""
    where = {"org_id": org_id, "id": action_id, "done_at": None}
    return await change(tx, ActionRow, where, done_at=at, effect_check=effect_check) == 1
