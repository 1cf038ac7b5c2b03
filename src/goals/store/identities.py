"""Identities: under which name an identity provider knows a person of an organisation."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from goals.settings import Dialect
from goals.store import principals
from goals.store.database import Database
from goals.store.principals import Principal
from goals.store.records import change, find_one
from goals.store.rows import read_uuid
from goals.store.tables import Identity
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityRow:
    """A row of identity; ``mapped`` is what the groups gave last."""

    TABLE: ClassVar[type[Stored]] = Identity

    org_id: UUID
    id: UUID
    person_id: UUID
    issuer: str
    subject: str
    mapped: Any
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class IdentityHolder:
    """An identity, and the person it belongs to."""

    identity_id: UUID
    mapped: Any
    principal: Principal


_FROM = "FROM identity i JOIN person p ON p.org_id = i.org_id AND p.id = i.person_id"


def _select(dialect: Dialect, condition: str) -> str:
    columns = principals.columns(dialect, "$2")
    return f"SELECT i.id, i.mapped, {columns} {_FROM} WHERE {condition}"


_ONE = "i.org_id = $1 AND i.issuer = $3 AND i.subject = $4"
_FIND = {dialect: _select(dialect, _ONE) for dialect in principals.AMONG}
_FIND_ALL = {
    dialect: _select(dialect, among.format(column="i.id"))
    for dialect, among in principals.AMONG.items()
}


async def find(
    database: Database, org_id: UUID, issuer: str, subject: str
) -> IdentityHolder | None:
    """Find who this issuer means by this subject; one statement."""
    sql = _FIND[database.dialect]
    args = [org_id, principals.now(), issuer, subject]
    found = await database.look_up(sql, args, quick=True)
    return _holder(found[0]) if found else None


async def find_all(database: Database, ids: Sequence[UUID]) -> dict[UUID, IdentityHolder]:
    """Find the persons of these identities; one statement."""
    args = [list(ids), principals.now()]
    found = await database.look_up(_FIND_ALL[database.dialect], args, quick=True)
    return {holder.identity_id: holder for holder in map(_holder, found)}


def _holder(row: Sequence[Any]) -> IdentityHolder:
    identity, mapped, *person = row
    return IdentityHolder(read_uuid(identity), json.loads(mapped), principals.read(person))


async def known(tx: Transaction, org_id: UUID, issuer: str, subject: str) -> IdentityRow | None:
    """The identity of this name, or None."""
    return await find_one(tx, IdentityRow, org_id=org_id, issuer=issuer, subject=subject)


async def of_person(
    tx: Transaction, org_id: UUID, issuer: str, person_id: UUID
) -> IdentityRow | None:
    """An identity that the issuer already has for this person, or None."""
    return await find_one(tx, IdentityRow, org_id=org_id, issuer=issuer, person_id=person_id)


async def remember(tx: Transaction, row: IdentityRow, mapped: object, at: datetime) -> None:
    """Keep what the groups gave this time."""
    where = {"org_id": row.org_id, "id": row.id}
    await change(tx, IdentityRow, where, mapped=mapped, updated_at=at)
