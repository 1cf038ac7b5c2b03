"""Duties that are done. What is owed is part of a revision."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.rows import read_uuid
from goals.store.tables import DutyFulfilment
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyFulfilmentRow:
    """A row of duty_fulfilment."""

    TABLE: ClassVar[type[Stored]] = DutyFulfilment

    org_id: UUID
    id: UUID
    commission_id: UUID
    lineage_id: UUID
    person_id: UUID
    done_at: datetime


async def lineage(tx: Transaction, org_id: UUID, duty_id: UUID) -> UUID | None:
    """Return what a duty stays through revisions, or None when there is no such duty."""
    found = await tx.value(
        "SELECT lineage_id FROM duty WHERE org_id = $1 AND id = $2", [org_id, duty_id]
    )
    return None if found is None else read_uuid(found)
