"""Measurements, and attainments that a person overrode. Both only grow."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from goals.store.tables import AttainmentOverride, Measurement
from goals.store.tables.base import Stored


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
