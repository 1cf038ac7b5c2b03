"""Deliveries, each with a claim per criterion."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.rows import read_uuid
from goals.store.tables import Delivery, DeliveryClaim
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryRow:
    """A row of delivery."""

    TABLE: ClassVar[type[Stored]] = Delivery

    org_id: UUID
    id: UUID
    commission_id: UUID
    revision_id: UUID
    number: int
    note: str | None = None
    delivered_by_id: UUID
    delivered_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryClaimRow:
    """A row of delivery_claim."""

    TABLE: ClassVar[type[Stored]] = DeliveryClaim

    org_id: UUID
    id: UUID
    delivery_id: UUID
    criterion_id: UUID
    position: int
    claim: str
    evidence_url: str | None = None


async def count(tx: Transaction, org_id: UUID, commission_id: UUID) -> int:
    """Count the deliveries of a commission, rejected ones too."""
    number: int = await tx.value(
        "SELECT count(*) FROM delivery WHERE org_id = $1 AND commission_id = $2",
        [org_id, commission_id],
    )
    return number


async def latest(tx: Transaction, org_id: UUID, commission_id: UUID) -> tuple[UUID, UUID] | None:
    """Return the last delivery of a commission and who delivered, by their ids, or None."""
    found = await tx.row(
        "SELECT id, delivered_by_id FROM delivery WHERE org_id = $1 AND commission_id = $2 "
        "ORDER BY number DESC LIMIT 1",
        [org_id, commission_id],
    )
    return None if found is None else (read_uuid(found[0]), read_uuid(found[1]))
