"""The SQLite engine: one writer in turn, a few readers, every connection kept.

The one rule: at most one write transaction in this process, in the order they were asked for;
it begins IMMEDIATE, so it never finds out halfway that another process was first. Readers see
the last commit (WAL) and never wait for the writer. Threads are in sqlite_connection.
"""

import asyncio
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

from piccolo.engine.sqlite import SQLiteEngine as PiccoloSQLiteEngine
from typing_extensions import override

from goals.settings import Dialect
from goals.store import faults, rows
from goals.store.placeholders import numbered_for_sqlite
from goals.store.sqlite_connection import ConnectionThread, connect, limit
from goals.store.transaction import Batch, Result, TransactionMisuseError, TransactionScope, current

WRITER_PATIENCE = 10.0  # seconds to wait for one's turn before "busy"
READ_LIMIT = 10.0  # seconds one read may take
QUICK_LIMIT = 0.05  # seconds a read may hold up the event loop
SLOW = 0.02  # seconds that count as slow there
STRIKES = 5  # times in a row that a statement may be slow there: cold pages are, at first
SLOW_FOR = 3.0  # seconds for which it is then not tried there
SLOW_MOST = 1000
READERS = 4
LINES_AT_ONCE = 50  # rows in one INSERT of a copy; one at a time takes a third longer


class SQLiteSession:
    """The writer's connection, held for one transaction."""

    def __init__(self, engine: "SQLiteEngine") -> None:
        self._engine = engine
        self._writer = engine.writer
        self._abandoned = False

    async def run(self, sql: str, args: Sequence[object]) -> Result:
        text, values = numbered_for_sqlite(sql), rows.sqlite_arguments(args)

        def job(connection: sqlite3.Connection) -> Result:
            cursor = connection.execute(text, values)
            names = [column[0] for column in cursor.description or ()]
            return names, cursor.fetchall()

        with faults.of_sqlite():
            return await self._writer.submit(job)

    async def run_batch(self, batch: Batch) -> int:
        encoded = [(numbered_for_sqlite(sql), rows.sqlite_arguments(args)) for sql, args in batch]

        def job(connection: sqlite3.Connection) -> None:
            for text, values in encoded:
                connection.execute(text, values)

        with faults.of_sqlite():
            await self._writer.submit(job)
        return 1

    async def run_many(self, sql: str, many: Iterable[Sequence[object]]) -> None:
        text = numbered_for_sqlite(sql)
        encoded = [rows.sqlite_arguments(args) for args in many]
        with faults.of_sqlite():
            await self._writer.submit(lambda connection: connection.executemany(text, encoded))

    async def copy(
        self, table: str, columns: Sequence[str], many: Iterable[Sequence[object]]
    ) -> None:
        line = f"({','.join('?' * len(columns))})"
        text = f"INSERT INTO {table} ({','.join(columns)}) VALUES {line}"
        whole = text + f",{line}" * (LINES_AT_ONCE - 1)

        def job(connection: sqlite3.Connection) -> None:
            lines = iter(many)
            while group := list(islice(lines, LINES_AT_ONCE)):
                if len(group) < LINES_AT_ONCE:
                    connection.executemany(text, group)
                else:
                    connection.execute(whole, [*chain.from_iterable(group)])

        with faults.of_sqlite():
            await self._writer.submit(job)

    async def commit(self) -> None:
        with faults.of_sqlite():
            await self._writer.submit(lambda connection: connection.execute("COMMIT"))
        for hint in tuple(self._engine.after_commit):
            hint()

    async def rollback(self) -> None:
        if not self._abandoned:
            await self._writer.submit(lambda connection: connection.execute("ROLLBACK"))

    def abandon(self, *, unheard: bool = False) -> None:  # noqa: ARG002 - it is always stopped
        """Stop what runs and close the connection, which rolls back."""
        self._abandoned = True
        self._writer.interrupt()
        self._writer.discard()

    async def release(self) -> None:
        self._engine.turn.release()


class SQLiteReader:
    """A reader held for several statements, which all see what the first one saw."""

    def __init__(self, thread: ConnectionThread, idle: "asyncio.Queue[ConnectionThread]") -> None:
        self._thread, self._idle = thread, idle

    async def run(self, sql: str, args: Sequence[object]) -> list[tuple[Any, ...]]:
        values = rows.sqlite_arguments(args)

        def job(connection: sqlite3.Connection) -> list[tuple[Any, ...]]:
            if not connection.in_transaction:
                connection.execute("BEGIN")
            return connection.execute(sql, values).fetchall()

        return await _read(self._thread, job)

    def release(self) -> None:
        """End the transaction, whatever became of it, and give the reader back."""

        def end(connection: sqlite3.Connection) -> None:
            if connection.in_transaction:
                connection.execute("COMMIT")

        ended = self._thread.submit(end)
        ended.add_done_callback(_unasked)
        ended.add_done_callback(lambda _: self._idle.put_nowait(self._thread))


async def _read(
    reader: ConnectionThread,
    work: Callable[[sqlite3.Connection], list[tuple[Any, ...]]],
    ended: Callable[[object], None] = lambda _: None,
) -> list[tuple[Any, ...]]:
    """Let a reader do some work, within the time one read may take; tell when it has ended."""
    unwanted = threading.Event()

    def job(connection: sqlite3.Connection) -> list[tuple[Any, ...]]:
        limit(connection, READ_LIMIT, unwanted.is_set)
        return work(connection)

    future = reader.submit(job)
    future.add_done_callback(_unasked)
    future.add_done_callback(ended)
    try:
        with faults.of_sqlite():
            return await asyncio.shield(future)
    except asyncio.CancelledError:
        unwanted.set()
        reader.interrupt()
        raise


def _unasked(ended: "asyncio.Future[Any]") -> None:
    """Take note of how it ended, as somebody who was cancelled does not ask any more."""
    if not ended.cancelled():
        ended.exception()


class SQLiteEngine(PiccoloSQLiteEngine):
    """Piccolo's engine with its connections and transactions replaced."""

    dialect: Dialect = "sqlite"

    def __init__(self, path: Path, *, readers: int = READERS) -> None:
        super().__init__(path=str(path))
        self.file = path
        self.turn = asyncio.Lock()
        self.writer = ConnectionThread(path, writer=True)
        self._readers = [ConnectionThread(path, writer=False) for _ in range(readers)]
        self._idle: asyncio.LifoQueue[ConnectionThread] = asyncio.LifoQueue()
        for reader in self._readers:
            self._idle.put_nowait(reader)
        self._quick: sqlite3.Connection | None = None
        self._slow: dict[str, float] = {}
        self._strikes: dict[str, int] = {}
        self._ends: set[asyncio.Task[None]] = set()
        self.after_commit: list[Callable[[], None]] = []
        """Called after each commit of this process; they must not fail."""

    async def acquire(self) -> SQLiteSession:
        """Wait for one's turn and begin. Raises DatabaseUnavailable after WRITER_PATIENCE."""
        try:
            async with asyncio.timeout(WRITER_PATIENCE):
                await self.turn.acquire()
        except TimeoutError:
            raise faults.busy() from None
        session = SQLiteSession(self)
        try:
            with faults.of_sqlite():
                await self.writer.submit(lambda connection: connection.execute("BEGIN IMMEDIATE"))
        except BaseException:
            session.abandon()
            self.turn.release()
            raise
        return session

    def finishing(self, task: "asyncio.Task[None]") -> None:
        """Keep the end of a transaction alive when its caller is gone; close() waits for it."""
        self._ends.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: "asyncio.Task[None]") -> None:
        self._ends.discard(task)
        if not task.cancelled():
            task.exception()

    async def look(self) -> SQLiteReader:
        """Take the next free reader; whoever takes it releases it."""
        return SQLiteReader(await self._idle.get(), self._idle)

    async def read(self, sql: str, args: Sequence[object]) -> list[tuple[Any, ...]]:
        """Run one reading statement on the next free reader."""
        values = rows.sqlite_arguments(args)
        reader = await self._idle.get()
        return await _read(
            reader,
            lambda connection: connection.execute(sql, values).fetchall(),
            lambda _: self._idle.put_nowait(reader),
        )

    async def read_quickly(self, sql: str, args: Sequence[object]) -> list[tuple[Any, ...]]:
        """Run a short statement here in the event loop, which is quicker than to wake a thread.

        A long one is moved to a reader; what was slow goes there at once for a while.
        """
        began = time.monotonic()
        if self._slow.get(sql, 0.0) > began:
            return await self.read(sql, args)
        values = rows.sqlite_arguments(args)
        try:
            if self._quick is None:
                self._quick = connect(self.file, writer=False, busy_timeout_ms=0)
            limit(self._quick, QUICK_LIMIT)
            found: list[tuple[Any, ...]] = self._quick.execute(sql, values).fetchall()
        except sqlite3.Error:
            self._close_quick()
            self._count(sql, STRIKES)
            return await self.read(sql, args)
        if time.monotonic() - began > SLOW:
            self._count(sql, 1)
        elif self._strikes:
            self._strikes.pop(sql, None)
        return found

    def _count(self, sql: str, strikes: int) -> None:
        """Count that a statement was slow; a busy machine makes any slow once."""
        if len(self._slow) + len(self._strikes) >= SLOW_MOST:
            self._slow.clear()
            self._strikes.clear()
        self._strikes[sql] = self._strikes.get(sql, 0) + strikes
        if self._strikes[sql] >= STRIKES:
            del self._strikes[sql]
            self._slow[sql] = time.monotonic() + SLOW_FOR

    def _close_quick(self) -> None:
        connection, self._quick = self._quick, None
        if connection is not None:
            connection.close()

    async def close(self) -> None:
        """Wait for transactions that are ending, then close every connection and thread."""
        if self._ends:
            await asyncio.wait(self._ends)
        self._close_quick()
        for thread in (self.writer, *self._readers):
            await thread.close()

    # What Piccolo's queries call.

    @override
    async def run_querystring(self, querystring: Any, in_pool: bool = False) -> list[rows.Row]:
        """Run a Piccolo query in the transaction of this task; there is no other way."""
        sql, args = querystring.compile_string(engine_type="sqlite")
        names, found = await current().named_rows(sql, args)
        return [dict(zip(names, row, strict=True)) for row in found]

    @override
    async def run_ddl(self, ddl: str, in_pool: bool = False) -> list[rows.Row]:
        """Refuse: tables are made by goals.store.migrate."""
        raise TransactionMisuseError("Tables are changed by migrations only.")

    @override
    async def get_connection(self) -> Any:
        """Refuse: nobody gets a connection of their own."""
        raise TransactionMisuseError("Connections are not handed out; use Database.transaction().")

    @override
    def transaction(self, *_: Any, **__: Any) -> Any:
        """Open a write transaction, never a nested one."""
        return TransactionScope(self)
