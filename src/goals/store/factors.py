"""Factors: the catalogue of an organisation, and where they were observed."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.records import find
from goals.store.tables import Factor, FactorObservation
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorRow:
    """A row of factor."""

    TABLE: ClassVar[type[Stored]] = Factor

    org_id: UUID
    id: UUID
    key: str
    level: str
    label_de: str
    label_en: str
    active: bool
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorObservationRow:
    """A row of factor_observation."""

    TABLE: ClassVar[type[Stored]] = FactorObservation

    org_id: UUID
    id: UUID
    commission_id: UUID
    assessment_id: UUID | None = None
    factor_id: UUID
    side: str
    person_id: UUID
    polarity: str
    strength: int
    locus: str
    comment: str | None = None
    observed_at: datetime
    unsealed_at: datetime | None = None


async def catalogue(tx: Transaction, org_id: UUID) -> list[FactorRow]:
    """Return every factor of the organisation, those no longer active too."""
    return await find(tx, FactorRow, order="level, key", org_id=org_id)
