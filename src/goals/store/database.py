"""The database: reads, write transactions, and nothing else that touches a connection.

``Database.open`` takes the address from goals.settings; reads are one statement each (``$n`` on
PostgreSQL, ``?n`` on SQLite), writes go through ``transaction``. Neither opens anything before
it is needed: a host may start while its database is down.
"""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from types import TracebackType
from typing import Any, Self, TypeVar

from typing_extensions import override

from goals.settings import DatabaseURL, Dialect
from goals.store import faults
from goals.store.placeholders import numbered_for_sqlite
from goals.store.postgres import PostgresEngine
from goals.store.sqlite import SQLiteEngine
from goals.store.transaction import Transaction, TransactionScope

T = TypeVar("T")

TRIES = 4


class Reading(ABC):
    """What answers reading statements: a database, or one moment of it (goals.store.moments)."""

    dialect: Dialect

    @abstractmethod
    async def look_up(
        self, sql: str, args: Sequence[object] = (), *, quick: bool = False
    ) -> list[tuple[Any, ...]]:
        """Run one statement written with ``$n`` for both engines; return its rows.

        The values are as the engine holds them. ``quick`` is as in ``Database.read_value``.
        """


class Database(Reading):
    """One open database of either kind; it belongs to the event loop it was opened in."""

    url: DatabaseURL

    @staticmethod
    async def open(url: str | DatabaseURL, *, pool_size: int = 10) -> "Database":
        """Open the database at this address; it need not be reachable yet.

        Raises SettingsError for an address that cannot be used.
        """
        place = url if isinstance(url, DatabaseURL) else DatabaseURL.parse(url)
        if place.path is not None:
            return SQLiteDatabase(place, SQLiteEngine(place.path))
        engine = PostgresEngine(place.text, pool_size=pool_size)
        await engine.open()
        return PostgresDatabase(place, engine)

    @abstractmethod
    async def read_value(self, sql: str, args: Sequence[object], *, quick: bool = False) -> object:
        """Run one statement; return the first column of its first row, or None.

        ``quick`` says it is short: SQLite then runs it in the event loop, without a thread.
        Raises DatabaseUnavailable, also when it takes too long.
        """

    @abstractmethod
    async def read_rows(self, sql: str, args: Sequence[object]) -> list[tuple[Any, ...]]:
        """Run one statement; return its rows with the values as the engine holds them."""

    @abstractmethod
    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        """Open a write transaction: committed at the end of the block, rolled back on any error.

        Raises DatabaseUnavailable, ReadOnlyDatabase; TransactionMisuseError when nested.
        """

    @abstractmethod
    async def close(self) -> None:
        """Wait for transactions that are ending and close every connection."""

    async def write(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run work in a transaction, again when the database asks for it.

        A deadlock, a serialization failure or a connection lost before the commit leaves
        nothing behind; an unknown outcome at the commit is never repeated.
        """
        for _ in range(TRIES - 1):
            try:
                async with self.transaction() as tx:
                    return await work(tx)
            except Exception as error:
                if not faults.left_nothing_behind(error):
                    raise
        async with self.transaction() as tx:
            return await work(tx)

    async def ping(self) -> None:
        """Ask the database for a sign of life. Raises DatabaseUnavailable."""
        await self.read_value("SELECT 1", ())

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()


class SQLiteDatabase(Database):
    """A SQLite file."""

    dialect = "sqlite"

    def __init__(self, url: DatabaseURL, engine: SQLiteEngine) -> None:
        self.url = url
        self.engine = engine

    @override
    async def read_value(self, sql: str, args: Sequence[object], *, quick: bool = False) -> object:
        run = self.engine.read_quickly if quick else self.engine.read
        found = await run(sql, args)
        return found[0][0] if found else None

    @override
    async def read_rows(self, sql: str, args: Sequence[object]) -> list[tuple[Any, ...]]:
        return await self.engine.read(sql, args)

    @override
    async def look_up(
        self, sql: str, args: Sequence[object] = (), *, quick: bool = False
    ) -> list[tuple[Any, ...]]:
        run = self.engine.read_quickly if quick else self.engine.read
        return await run(numbered_for_sqlite(sql), args)

    def transaction(self) -> TransactionScope:
        return TransactionScope(self.engine)

    @override
    async def close(self) -> None:
        await self.engine.close()


class PostgresDatabase(Database):
    """A PostgreSQL database."""

    dialect = "postgres"

    def __init__(self, url: DatabaseURL, engine: PostgresEngine) -> None:
        self.url = url
        self.engine = engine

    @override
    async def read_value(self, sql: str, args: Sequence[object], *, quick: bool = False) -> object:
        return await self.engine.read_value(sql, args)

    @override
    async def read_rows(self, sql: str, args: Sequence[object]) -> list[tuple[Any, ...]]:
        return await self.engine.read(sql, args)

    @override
    async def look_up(
        self, sql: str, args: Sequence[object] = (), *, quick: bool = False
    ) -> list[tuple[Any, ...]]:
        return await self.engine.read(sql, args)

    def transaction(self) -> TransactionScope:
        return TransactionScope(self.engine)

    @override
    async def close(self) -> None:
        await self.engine.close()
