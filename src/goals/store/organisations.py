"""Organisations: the tenants, each with the head of its event chain."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from goals.store.records import find_one, insert
from goals.store.tables import Organisation, OrganisationHead
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRow:
    """A row of organisation."""

    TABLE: ClassVar[type[Stored]] = Organisation

    id: UUID
    name: str
    language: str
    time_zone: str
    settings: Any
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationHeadRow:
    """A row of organisation_head."""

    TABLE: ClassVar[type[Stored]] = OrganisationHead

    org_id: UUID
    event_seq: int
    event_hash: str
    event_at: datetime
    last_commission: int


async def found(tx: Transaction, row: OrganisationRow, genesis: str) -> None:
    """Insert an organisation with an empty chain; ``genesis`` stands for the event before all."""
    head = OrganisationHeadRow(
        org_id=row.id, event_seq=0, event_hash=genesis, event_at=row.created_at, last_commission=0
    )
    await insert(tx, row, head)


async def find(tx: Transaction, org_id: UUID) -> OrganisationRow | None:
    """Return the organisation, or None."""
    return await find_one(tx, OrganisationRow, id=org_id)
