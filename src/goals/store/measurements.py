"""Measurements, and attainments that a person overrode. Both only grow."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from goals.store.records import find
from goals.store.tables import AttainmentOverride, Measurement
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasurementRow:
    """A row of measurement."""

    TABLE: ClassVar[type[Stored]] = Measurement

    org_id: UUID
    id: UUID
    commission_id: UUID
    criterion_id: UUID
    lineage_id: UUID
    value: Decimal
    observed_at: datetime
    recorded_at: datetime
    source: str
    evidence_url: str | None = None
    actor_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AttainmentOverrideRow:
    """A row of attainment_override."""

    TABLE: ClassVar[type[Stored]] = AttainmentOverride

    org_id: UUID
    id: UUID
    commission_id: UUID
    criterion_id: UUID
    lineage_id: UUID
    computed: Decimal | None = None
    attainment: Decimal
    reason: str
    person_id: UUID
    created_at: datetime


async def of_commission(
    tx: Transaction, org_id: UUID, commission_id: UUID
) -> tuple[list[MeasurementRow], list[AttainmentOverrideRow]]:
    """Return all measurements by time of observation, and all overrides, oldest first."""
    measured = await find(
        tx, MeasurementRow, order="observed_at, id", org_id=org_id, commission_id=commission_id
    )
    overridden = await find(
        tx,
        AttainmentOverrideRow,
        order="created_at, id",
        org_id=org_id,
        commission_id=commission_id,
    )
    return measured, overridden
