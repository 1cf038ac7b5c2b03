"""Look-ups by the names people type, outside any transaction."""

from collections.abc import Sequence
from uuid import UUID

from goals.store.database import Database
from goals.store.rows import read_uuid


async def organisations(database: Database, name: str | None) -> list[UUID]:
    """The organisations with this name, or all of them."""
    if name is None:
        return await _ids(database, "SELECT id FROM organisation LIMIT 2", [])
    return await _ids(database, "SELECT id FROM organisation WHERE name = $1 LIMIT 2", [name])


async def organisation_names(database: Database) -> list[str]:
    """The names of the organisations, at most twenty."""
    return await _names(database, "SELECT name FROM organisation ORDER BY name LIMIT 20", [])


async def organisation_name(database: Database, org_id: UUID) -> str:
    """The name of an organisation that is known to be there."""
    return (await _names(database, "SELECT name FROM organisation WHERE id = $1", [org_id]))[0]


async def team_names(database: Database, org_id: UUID) -> list[str]:
    """The names of an organisation's teams, at most twenty."""
    sql = "SELECT name FROM team WHERE org_id = $1 ORDER BY name LIMIT 20"
    return await _names(database, sql, [org_id])


async def team_by_name(database: Database, org_id: UUID, name: str) -> UUID | None:
    """The team with this name, or None."""
    sql = "SELECT id FROM team WHERE org_id = $1 AND name = $2"
    return next(iter(await _ids(database, sql, [org_id, name])), None)


async def person_by_email(database: Database, org_id: UUID, email: str) -> UUID | None:
    """The person with this e-mail in lower case, or None."""
    sql = "SELECT id FROM person WHERE org_id = $1 AND email = $2"
    return next(iter(await _ids(database, sql, [org_id, email])), None)


async def commission_by_key(database: Database, org_id: UUID, key: str) -> UUID | None:
    """The commission with this key, or None."""
    sql = "SELECT id FROM commission WHERE org_id = $1 AND key = $2"
    return next(iter(await _ids(database, sql, [org_id, key])), None)


async def _ids(database: Database, sql: str, args: Sequence[object]) -> list[UUID]:
    found = await database.look_up(sql, args)
    return [read_uuid(row[0]) for row in found]


async def _names(database: Database, sql: str, args: Sequence[object]) -> list[str]:
    return [str(row[0]) for row in await database.look_up(sql, args)]


async def criteria(database: Database, org_id: UUID, commission_id: UUID | None) -> list[UUID]:
    """The criteria of a commission's current revision, in order."""
    sql = (
        "SELECT x.id FROM commission c JOIN criterion x "
        "ON x.org_id = c.org_id AND x.revision_id = c.current_revision_id "
        "WHERE c.org_id = $1 AND c.id = $2 ORDER BY x.position"
    )
    return await _ids(database, sql, [org_id, commission_id])
