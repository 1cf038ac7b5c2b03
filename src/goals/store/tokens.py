"""Tokens: bearer tokens by their digest, and the person each stands for. No secret is here."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.database import Database
from goals.store.records import change
from goals.store.rows import read_time, read_uuid
from goals.store.tables import Token
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction

_TEMPLATE = """
SELECT t.org_id, t.id, t.expires_at, t.revoked_at, p.id, p.role, p.language, p.active,
    (SELECT {teams} FROM membership m WHERE m.org_id = p.org_id AND m.person_id = p.id)
FROM token t JOIN person p ON p.org_id = t.org_id AND p.id = t.person_id
WHERE t.hash = $1
"""
_FIND = {
    "sqlite": _TEMPLATE.format(teams="group_concat(m.team_id, ',')"),
    "postgres": _TEMPLATE.format(teams="string_agg(m.team_id::text, ',')"),
}


@dataclass(frozen=True, slots=True)
class TokenHolder:
    """A token, and the person who holds it with role and teams."""

    org_id: UUID
    token_id: UUID
    expires_at: datetime | None
    revoked_at: datetime | None
    person_id: UUID
    role: str
    language: str
    active: bool
    team_ids: tuple[UUID, ...]


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


async def find(database: Database, digest: str) -> TokenHolder | None:
    """Find the holder of the token with this SHA-256 digest (hex), valid or not; one statement."""
    found = await database.look_up(_FIND[database.dialect], [digest], quick=True)
    if not found:
        return None
    org_id, token_id, expires_at, revoked_at, person_id, role, language, active, teams = found[0]
    return TokenHolder(
        org_id=read_uuid(org_id),
        token_id=read_uuid(token_id),
        expires_at=None if expires_at is None else read_time(expires_at),
        revoked_at=None if revoked_at is None else read_time(revoked_at),
        person_id=read_uuid(person_id),
        role=role,
        language=language,
        active=bool(active),
        team_ids=tuple(UUID(team) for team in (teams or "").split(",") if team),
    )


async def revoke(tx: Transaction, org_id: UUID, token_id: UUID, at: datetime) -> bool:
    """Revoke a token; False when it is unknown or revoked already."""
    where = {"org_id": org_id, "id": token_id, "revoked_at": None}
    return await change(tx, TokenRow, where, revoked_at=at) == 1
