"""Tokens: bearer tokens by their digest, and the person each stands for. No secret is here."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from goals.settings import Dialect
from goals.store import principals
from goals.store.database import Database
from goals.store.principals import Principal
from goals.store.records import change
from goals.store.rows import read_time, read_uuid, time_text
from goals.store.tables import Token
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction

_FROM = "FROM token t JOIN person p ON p.org_id = t.org_id AND p.id = t.person_id"


def _select(dialect: Dialect, condition: str) -> str:
    own = "t.id, t.expires_at, t.revoked_at, t.last_used_at, t.scopes"
    return f"SELECT {own}, {principals.columns(dialect, '$2')} {_FROM} WHERE {condition}"


_FIND = {dialect: _select(dialect, "t.hash = $1") for dialect in principals.AMONG}
_FIND_ALL = {
    dialect: _select(dialect, among.format(column="t.id"))
    for dialect, among in principals.AMONG.items()
}


@dataclass(frozen=True, slots=True)
class TokenHolder:
    """A token, and the person who holds it."""

    token_id: UUID
    expires_at: datetime | None
    revoked_at: datetime | None
    last_used_at: datetime | None
    scopes: tuple[str, ...]
    principal: Principal


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenRow:
    """A row of token."""

    TABLE: ClassVar[type[Stored]] = Token

    org_id: UUID
    id: UUID
    person_id: UUID
    name: str
    prefix: str
    hash: str
    created_at: datetime
    expires_at: datetime | None = None
    last_used_at: datetime | None = None
    revoked_at: datetime | None = None
    scopes: Sequence[str]


async def find(database: Database, digest: str) -> TokenHolder | None:
    """Find the holder of the token with this SHA-256 digest (hex), valid or not; one statement."""
    found = await database.look_up(_FIND[database.dialect], [digest, principals.now()], quick=True)
    return _holder(found[0]) if found else None


async def find_all(database: Database, token_ids: Sequence[UUID]) -> dict[UUID, TokenHolder]:
    """Find the holders of these tokens, valid or not; one statement."""
    args = [list(token_ids), principals.now()]
    found = await database.look_up(_FIND_ALL[database.dialect], args, quick=True)
    return {holder.token_id: holder for holder in map(_holder, found)}


def _holder(row: Sequence[Any]) -> TokenHolder:
    token_id, expires_at, revoked_at, used_at, scopes, *person = row
    return TokenHolder(
        token_id=read_uuid(token_id),
        expires_at=_time(expires_at),
        revoked_at=_time(revoked_at),
        last_used_at=_time(used_at),
        scopes=tuple(json.loads(scopes)),
        principal=principals.read(person),
    )


def _time(value: object) -> datetime | None:
    return None if value is None else read_time(value)


async def note_use(database: Database, used: Mapping[UUID, datetime]) -> None:
    """Write when these tokens were last used, all in one statement; a later time stays."""
    text = json.dumps({str(token): time_text(at) for token, at in used.items()})

    async def write(tx: Transaction) -> None:
        await tx.execute(_NOTE_USE[tx.dialect], [text])

    await database.write(write)


_NOTE_USE = {
    "sqlite": """
UPDATE token SET last_used_at = used.value FROM json_each($1) AS used
WHERE token.id = used.key AND (last_used_at IS NULL OR last_used_at < used.value)
""",
    "postgres": """
UPDATE token SET last_used_at = used.value::timestamptz FROM json_each_text($1::json) AS used
WHERE token.id = used.key::uuid
    AND (last_used_at IS NULL OR last_used_at < used.value::timestamptz)
""",
}


async def revoke(
    tx: Transaction, org_id: UUID, token_id: UUID, at: datetime, owner: UUID | None = None
) -> bool:
    """Revoke a token, of this owner where one is given; False when there is none to revoke."""
    where: dict[str, object] = {"org_id": org_id, "id": token_id, "revoked_at": None}
    if owner is not None:
        where["person_id"] = owner
    return await change(tx, TokenRow, where, revoked_at=at) == 1


async def has_way_in(tx: Transaction, org_id: UUID, person_id: UUID, now: datetime) -> bool:
    """Whether a person has a token that holds, or an identity provider knows them."""
    return bool(
        await tx.value(
            "SELECT (SELECT count(*) FROM token WHERE org_id = $1 AND person_id = $2 "
            "AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $3)) + "
            "(SELECT count(*) FROM identity WHERE org_id = $1 AND person_id = $2)",
            [org_id, person_id, now],
        )
    )


async def revoke_all(tx: Transaction, org_id: UUID, person_id: UUID, at: datetime) -> int:
    """Revoke every token of a person that still holds; return how many there were."""
    where = {"org_id": org_id, "person_id": person_id, "revoked_at": None}
    return await change(tx, TokenRow, where, revoked_at=at)
