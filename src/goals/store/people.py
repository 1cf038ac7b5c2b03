"""People: members of an organisation."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.records import find_one
from goals.store.tables import Person
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A row of person."""

    TABLE: ClassVar[type[Stored]] = Person

    org_id: UUID
    id: UUID
    name: str
    email: str
    language: str
    role: str
    active: bool
    created_at: datetime
    updated_at: datetime


async def find(tx: Transaction, org_id: UUID, person_id: UUID) -> PersonRow | None:
    """Return a person of the organisation, or None."""
    return await find_one(tx, PersonRow, org_id=org_id, id=person_id)
