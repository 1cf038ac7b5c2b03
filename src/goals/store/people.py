"""People: members of an organisation."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.records import change, find_one
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
    kind: str = "HUMAN"


async def find(tx: Transaction, org_id: UUID, person_id: UUID) -> PersonRow | None:
    """Return a person of the organisation, or None."""
    return await find_one(tx, PersonRow, org_id=org_id, id=person_id)


async def by_email(tx: Transaction, org_id: UUID, email: str) -> PersonRow | None:
    """Return the person with this e-mail in lower case, or None."""
    return await find_one(tx, PersonRow, org_id=org_id, email=email)


async def update(tx: Transaction, org_id: UUID, person_id: UUID, **changes: object) -> bool:
    """Change a person; False when there is none. Raises AlreadyExists for a taken e-mail."""
    return await change(tx, PersonRow, {"org_id": org_id, "id": person_id}, **changes) == 1


async def other_admins(tx: Transaction, org_id: UUID, besides: UUID) -> int:
    """Count the active admins of the organisation other than this person."""
    return int(
        await tx.value(
            "SELECT count(*) FROM person "
            "WHERE org_id = $1 AND id <> $2 AND role = 'ADMIN' AND active = $3 AND kind = 'HUMAN'",
            [org_id, besides, True],
        )
    )
