"""Actions: what will be changed, sustained or developed; done once."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from goals.store.tables import Action
from goals.store.tables.base import Stored


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
