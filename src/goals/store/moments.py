"""Moments: an answer made of several statements that all see the same state of the database.

The one rule: a moment is short. It holds one of the connections that single reads use, and each
of its statements has their time limit. For what takes long there is goals.store.snapshots.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from typing import Any

from typing_extensions import override

from goals.store.database import PostgresDatabase, Reading, SQLiteDatabase
from goals.store.placeholders import numbered_for_sqlite
from goals.store.postgres import PostgresSession
from goals.store.sqlite import SQLiteReader


class _SQLiteMoment(Reading):
    dialect = "sqlite"

    def __init__(self, reader: SQLiteReader) -> None:
        self._reader = reader

    @override
    async def look_up(
        self, sql: str, args: Sequence[object] = (), *, quick: bool = False
    ) -> list[tuple[Any, ...]]:
        return await self._reader.run(numbered_for_sqlite(sql), args)


class _PostgresMoment(Reading):
    dialect = "postgres"

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    @override
    async def look_up(
        self, sql: str, args: Sequence[object] = (), *, quick: bool = False
    ) -> list[tuple[Any, ...]]:
        return (await self._session.run(sql, args))[1]


@contextlib.asynccontextmanager
async def moment(reading: Reading) -> AsyncIterator[Reading]:
    """Hold on to the state that the first statement sees; a moment of a moment is itself."""
    if isinstance(reading, SQLiteDatabase):
        reader = await reading.engine.look()
        try:
            yield _SQLiteMoment(reader)
        finally:
            reader.release()
    elif isinstance(reading, PostgresDatabase):
        session = await reading.engine.look()
        try:
            yield _PostgresMoment(session)
            await session.commit()
        except BaseException as error:
            session.abandon(unheard=isinstance(error, asyncio.CancelledError))
            raise
        finally:
            await session.release()
    else:
        yield reading
