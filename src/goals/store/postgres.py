"""The PostgreSQL engine: one pool for reads, one for write transactions.

The one rule: a connection on which anything went wrong is thrown away, never repaired; and no
transaction may hold the head of an organisation for long (idle and lock time limits).
Errors worth a second try are tried again only before a transaction has begun, or for a read.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any, TypeVar

import asyncpg  # type: ignore[import-untyped]
from piccolo.engine.postgres import PostgresEngine as PiccoloPostgresEngine
from typing_extensions import override

from goals.settings import Dialect
from goals.store import faults, rows
from goals.store.placeholders import one_statement
from goals.store.transaction import Batch, Result, TransactionMisuseError, TransactionScope, current

T = TypeVar("T")

ACQUIRE_PATIENCE = 10.0  # seconds to wait for a free connection before "busy"
CONNECT_LIMIT = 5.0  # seconds to reach the server
READ_LIMIT = 10.0  # seconds one read may take
WRITE_LIMIT = 30.0  # seconds one writing statement may take
ANSWER_LIMIT = 5.0  # seconds beyond the server's own limit before a silent server is given up
STOP_LIMIT = 2.0  # seconds to tell the server to stop a statement
PLANS_LAST = 300  # seconds; the tables may have grown a hundredfold since a plan was made
MOST_ARGUMENTS = 32_767  # in one statement of the protocol
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)  # seconds between tries

_SESSION = {
    "application_name": "goals",
    "timezone": "UTC",
    "jit": "off",
    "plan_cache_mode": "force_generic_plan",
}
_READING = {
    **_SESSION,
    "parallel_setup_cost": "10000",  # workers take long to start: not for a page, for a table
    "default_transaction_read_only": "on",
    "statement_timeout": str(int(READ_LIMIT * 1000)),
}
_WRITING = {
    **_SESSION,
    "statement_timeout": str(int(WRITE_LIMIT * 1000)),
    "lock_timeout": "5000",
    "idle_in_transaction_session_timeout": "1500",
}


async def _leave_as_it_is(_: Any) -> None:
    """Instead of the pool's reset: a session carries no state from one use to the next."""


class PostgresSession:
    """A connection of the writing pool, held for one transaction."""

    def __init__(self, pool: Any, connection: Any) -> None:
        self._pool = pool
        self._connection = connection
        self._abandoned = False
        self._unheard = False

    async def run(self, sql: str, args: Sequence[object]) -> Result:
        with faults.of_postgres():
            found = await self._connection.fetch(sql, *rows.postgres_arguments(args))
        names = list(found[0].keys()) if found else []
        return names, [tuple(record) for record in found]

    async def run_batch(self, batch: Batch) -> int:
        requests = _within_limit(batch)
        for parts in requests:
            text = one_statement(tuple(sql for sql, _ in parts))
            await self.run(text, [value for _, args in parts for value in args])
        return len(requests)

    async def run_many(self, sql: str, many: Iterable[Sequence[object]]) -> None:
        encoded = [rows.postgres_arguments(args) for args in many]
        with faults.of_postgres():
            await self._connection.executemany(sql, encoded)

    async def copy(
        self, table: str, columns: Sequence[str], many: Iterable[Sequence[object]]
    ) -> None:
        with faults.of_postgres():
            await self._connection.copy_records_to_table(
                table, columns=list(columns), records=many, timeout=600
            )

    async def commit(self) -> None:
        with faults.of_postgres(outcome_unknown=True):
            status = await self._connection.execute("COMMIT")
        if status != "COMMIT":
            raise TransactionMisuseError("A statement failed and was ignored; nothing was stored.")

    async def rollback(self) -> None:
        if not self._abandoned:
            await self._connection.execute("ROLLBACK")

    def abandon(self, *, unheard: bool = False) -> None:
        """Drop the connection; the server rolls back.

        ``unheard`` says that a statement still runs for which nobody waits: a server notices a
        dropped connection only at its end, so it is told to stop first, in ``release``.
        """
        if self._abandoned:
            return
        self._abandoned = True
        if unheard:
            self._unheard = True
            return
        try:
            self._connection.terminate()
        except asyncpg.InterfaceError:  # lost already, and the pool knows
            return

    async def release(self) -> None:
        if self._unheard:
            await self._stop()
        await self._pool.release(self._connection)

    async def _stop(self) -> None:
        try:
            await self._connection.close(timeout=STOP_LIMIT)
        except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TimeoutError):
            self._connection.terminate()


async def _begin(pool: Any, how: str) -> PostgresSession:
    connection = await pool.acquire(timeout=ACQUIRE_PATIENCE)
    try:
        await connection.execute(how)
    except BaseException:
        connection.terminate()
        await pool.release(connection)
        raise
    return PostgresSession(pool, connection)


class PostgresEngine(PiccoloPostgresEngine):
    """Piccolo's engine with its pool and transactions replaced."""

    dialect: Dialect = "postgres"

    def __init__(self, url: str, *, pool_size: int) -> None:
        self._url = url
        self._pool_size = pool_size
        self._reading: Any = None
        self._writing: Any = None
        self._ends: set[asyncio.Task[None]] = set()
        super().__init__(config={"dsn": url})

    @override
    async def get_version(self) -> float:
        """Ask nobody: Piccolo would open a connection of its own for this."""
        return 0.0

    async def open(self) -> None:
        """Make the pools; connections are made when they are needed."""
        self._reading = await self._pool(_READING, READ_LIMIT)
        self._writing = await self._pool(_WRITING, WRITE_LIMIT)

    async def _pool(self, settings: dict[str, str], limit: float) -> Any:
        with faults.of_postgres():
            return await asyncpg.create_pool(
                self._url,
                min_size=0,
                max_size=self._pool_size,
                timeout=CONNECT_LIMIT,
                command_timeout=limit + ANSWER_LIMIT,
                statement_cache_size=500,
                max_cacheable_statement_size=100_000,  # long reads are slow to plan
                max_cached_statement_lifetime=PLANS_LAST,
                max_inactive_connection_lifetime=300,
                server_settings=settings,
                reset=_leave_as_it_is,
            )

    async def acquire(self) -> PostgresSession:
        """Take a connection and begin. Raises DatabaseUnavailable when there is none to be had."""
        return await _persistently(lambda: _begin(self._writing, "BEGIN"))

    async def look(self) -> PostgresSession:
        """Begin to read what all statements see alike. Raises DatabaseUnavailable."""
        return await _persistently(
            lambda: _begin(self._reading, "BEGIN ISOLATION LEVEL REPEATABLE READ")
        )

    def finishing(self, task: "asyncio.Task[None]") -> None:
        """Keep the end of a transaction alive when its caller is gone; close() waits for it."""
        self._ends.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: "asyncio.Task[None]") -> None:
        self._ends.discard(task)
        if not task.cancelled():
            task.exception()

    async def read_value(self, sql: str, args: Sequence[object]) -> object:
        """Run one reading statement; the first column of its first row, or None."""
        values = rows.postgres_arguments(args)

        async def once() -> object:
            async with self._reading.acquire(timeout=ACQUIRE_PATIENCE) as connection:
                found: object = await connection.fetchval(sql, *values)
                return found

        return await _persistently(once)

    async def read(self, sql: str, args: Sequence[object]) -> list[tuple[Any, ...]]:
        """Run one reading statement and return its rows."""
        values = rows.postgres_arguments(args)

        async def once() -> list[tuple[Any, ...]]:
            async with self._reading.acquire(timeout=ACQUIRE_PATIENCE) as connection:
                return [tuple(record) for record in await connection.fetch(sql, *values)]

        return await _persistently(once)

    async def connect(self) -> Any:
        """Open a connection of its own, without time limits: for migrations and listening."""
        settings = {"application_name": "goals", "timezone": "UTC"}

        async def once() -> Any:
            return await asyncpg.connect(self._url, timeout=CONNECT_LIMIT, server_settings=settings)

        return await _persistently(once)

    async def close(self) -> None:
        """Wait for transactions that are ending, then close every connection."""
        if self._ends:
            await asyncio.wait(self._ends)
        for pool in (self._reading, self._writing):
            if pool is not None:
                await pool.close()

    # What Piccolo's queries call.

    @override
    async def run_querystring(self, querystring: Any, in_pool: bool = True) -> list[rows.Row]:
        """Run a Piccolo query in the transaction of this task; there is no other way."""
        sql, args = querystring.compile_string(engine_type="postgres")
        names, found = await current().named_rows(sql, args)
        return [dict(zip(names, row, strict=True)) for row in found]

    @override
    async def run_ddl(self, ddl: str, in_pool: bool = True) -> list[rows.Row]:
        """Refuse: tables are made by goals.store.migrate."""
        raise TransactionMisuseError("Tables are changed by migrations only.")

    @override
    async def get_new_connection(self) -> Any:
        """Refuse: nobody gets a connection of their own."""
        raise TransactionMisuseError("Connections are not handed out; use Database.transaction().")

    @override
    def transaction(self, *_: Any, **__: Any) -> Any:
        """Open a write transaction, never a nested one."""
        return TransactionScope(self)


def _within_limit(batch: Batch) -> list[Batch]:
    """Split a batch where the protocol has its limit of arguments in one statement."""
    requests: list[list[tuple[str, Sequence[object]]]] = []
    room = 0
    for sql, args in batch:
        if len(args) > room:
            requests.append([])
            room = MOST_ARGUMENTS
        requests[-1].append((sql, args))
        room -= len(args)
    return list(requests)


async def _persistently(work: Callable[[], Awaitable[T]]) -> T:
    """Repeat what has changed nothing yet, while the error may pass by itself."""
    for pause in PAUSES:
        try:
            return await work()
        except Exception as error:
            if not faults.may_pass(error):
                with faults.of_postgres():
                    raise
        await asyncio.sleep(pause)
    with faults.of_postgres():
        return await work()
