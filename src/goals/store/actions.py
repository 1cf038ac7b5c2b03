"""Actions: what will be changed, sustained or developed; done once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from goals.store.records import change
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


async def hand_over(
    tx: Transaction, org_id: UUID, action_ids: Sequence[UUID], owner_id: UUID
) -> None:
    """Give some actions another owner."""
    if action_ids:
        where = {"org_id": org_id, "id": tuple(action_ids)}
        await change(tx, ActionRow, where, owner_id=owner_id)
