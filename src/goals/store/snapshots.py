"""Snapshots: many reading statements that all see the same moment, while others go on writing."""

import contextlib
from collections.abc import AsyncIterator, Sequence
from typing import Any, Protocol

from goals.store import faults
from goals.store.database import Database, PostgresDatabase, SQLiteDatabase
from goals.store.placeholders import numbered_for_sqlite
from goals.store.rows import postgres_arguments, sqlite_arguments
from goals.store.sqlite_connection import ConnectionThread


class Snapshot(Protocol):
    """A connection of its own on which one reading transaction is open, without time limits."""

    async def rows(self, sql: str, args: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run one reading statement, written with ``$n``."""


class _SQLiteSnapshot:
    def __init__(self, thread: ConnectionThread) -> None:
        self._thread = thread

    async def rows(self, sql: str, args: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        text, values = numbered_for_sqlite(sql), sqlite_arguments(args)
        with faults.of_sqlite():
            return await self._thread.submit(
                lambda connection: connection.execute(text, values).fetchall()
            )


class _PostgresSnapshot:
    def __init__(self, connection: Any) -> None:
        self._connection = connection

    async def rows(self, sql: str, args: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with faults.of_postgres():
            found = await self._connection.fetch(sql, *postgres_arguments(args))
        return [tuple(record) for record in found]


@contextlib.asynccontextmanager
async def snapshot(database: Database) -> AsyncIterator[Snapshot]:
    """Open a snapshot of the database as it is now."""
    if isinstance(database, SQLiteDatabase):
        thread = ConnectionThread(database.engine.file, writer=False)
        seen = _SQLiteSnapshot(thread)
        try:
            await seen.rows("BEGIN")
            yield seen
        finally:
            await thread.close()
    elif isinstance(database, PostgresDatabase):
        connection = await database.engine.connect()
        try:
            await connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield _PostgresSnapshot(connection)
        finally:
            await connection.close(timeout=5)
    else:
        raise TypeError(type(database).__name__)
