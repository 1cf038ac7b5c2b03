"""Write transactions: the only place where one begins and ends.

The one rule: a transaction belongs to the task that opened it. It is not nested, no other task
may use it, and after any failed statement it can only be rolled back. Its end is shielded: a
caller who is cancelled at the commit does not know the outcome, but nothing is left behind.
SQL is written with ``$1, $2 …`` for both engines; a literal must not hold a dollar sign and digit.
"""

import asyncio
from collections.abc import Coroutine, Iterable, Sequence
from contextvars import ContextVar
from types import TracebackType
from typing import Any, Protocol, TypeVar

from goals.settings import Dialect

T = TypeVar("T")


class TransactionMisuseError(RuntimeError):
    """A transaction was nested, used from another task, or after its end: a mistake of ours."""


Batch = Sequence[tuple[str, Sequence[object]]]
Result = tuple[list[str], list[tuple[Any, ...]]]


class Session(Protocol):
    """One connection of an engine, held for one transaction that has begun."""

    async def run(self, sql: str, args: Sequence[object]) -> Result: ...
    async def run_batch(self, batch: Batch) -> int: ...
    async def run_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None: ...
    async def copy(
        self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
    ) -> None: ...
    async def commit(self) -> None: ...
    async def rollback(self) -> None: ...
    def abandon(self, *, unheard: bool = False) -> None: ...
    async def release(self) -> None: ...


class Sessions(Protocol):
    """What a transaction needs of its engine."""

    @property
    def dialect(self) -> Dialect: ...
    async def acquire(self) -> Session: ...
    def finishing(self, task: "asyncio.Task[None]") -> None: ...


_current: ContextVar["Transaction | None"] = ContextVar("goals_transaction", default=None)


def current() -> "Transaction":
    """Return the running transaction of this task.

    Raises TransactionMisuseError when there is none, or when it belongs to another task.
    """
    transaction = _current.get()
    if transaction is None:
        raise TransactionMisuseError("This query needs a transaction and none is open.")
    transaction.claim()
    return transaction


class Transaction:
    """An open write transaction.

    ``statements`` counts the requests to the engine, BEGIN and COMMIT included; a batch is one.
    """

    def __init__(self, engine: Sessions, session: Session) -> None:
        self.engine = engine
        self.dialect: Dialect = engine.dialect
        self.statements = 1
        self._session = session
        self._owner = asyncio.current_task()
        self._state = "open"

    async def rows(self, sql: str, args: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return its rows, as the engine holds the values."""
        return (await self.named_rows(sql, args))[1]

    async def row(self, sql: str, args: Sequence[object] = ()) -> tuple[Any, ...] | None:
        """Run one statement and return its first row, or None."""
        found = await self.rows(sql, args)
        return found[0] if found else None

    async def value(self, sql: str, args: Sequence[object] = ()) -> Any:
        """Run one statement and return the first column of its first row, or None."""
        found = await self.rows(sql, args)
        return found[0][0] if found else None

    async def execute(self, sql: str, args: Sequence[object] = ()) -> None:
        """Run one statement whose rows do not matter."""
        await self.named_rows(sql, args)

    async def batch(self, batch: Batch) -> None:
        """Run several INSERT, UPDATE or DELETE statements as one request; their order is free.

        PostgreSQL gets one statement made of them (more only beyond its limit of arguments),
        SQLite one job for the writer's thread.
        """
        if batch:
            self.claim()
            self.statements += await self._guard(self._session.run_batch(batch))

    async def execute_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one statement once per row, as a single request to the engine."""
        self._use()
        await self._guard(self._session.run_many(sql, rows))

    async def copy(
        self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
    ) -> None:
        """Insert very many rows the fastest way the engine has. Values are encoded already."""
        self._use()
        await self._guard(self._session.copy(table, columns, rows))

    async def named_rows(self, sql: str, args: Sequence[object] = ()) -> Result:
        """Run one statement; return the names of its columns and its rows."""
        self._use()
        return await self._guard(self._session.run(sql, args))

    def claim(self) -> None:
        """Refuse use by another task, after the end, or after a failure."""
        if self._owner is not asyncio.current_task():
            raise TransactionMisuseError("A transaction is used by the task that opened it, alone.")
        if self._state != "open":
            raise TransactionMisuseError(f"The transaction is {self._state}; open a new one.")

    @property
    def is_over(self) -> bool:
        """Tell whether the transaction has ended, whichever way."""
        return self._state == "over"

    def _use(self) -> None:
        self.claim()
        self.statements += 1

    async def _guard(self, work: Coroutine[Any, Any, T]) -> T:
        try:
            return await work
        except BaseException as error:
            self._state = "broken"
            self._session.abandon(unheard=isinstance(error, asyncio.CancelledError))
            raise

    def end(self) -> bool:
        """Close for further use; True when it may still be committed."""
        sound, self._state = self._state == "open", "over"
        self.statements += 1
        return sound


class TransactionScope:
    """``async with database.transaction() as tx``: begin, then commit or roll back."""

    def __init__(self, engine: Sessions) -> None:
        self._engine = engine
        self._session: Session | None = None
        self._transaction: Transaction | None = None

    async def __aenter__(self) -> Transaction:
        outer = _current.get()
        if outer is not None and not outer.is_over:
            raise TransactionMisuseError("A transaction is already open here; they do not nest.")
        self._session = await self._engine.acquire()
        self._transaction = Transaction(self._engine, self._session)
        _current.set(self._transaction)
        return self._transaction

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        transaction, session = self._transaction, self._session
        if transaction is None or session is None:
            raise TransactionMisuseError("The transaction was never opened.")
        _current.set(None)
        sound = transaction.end()
        finish = asyncio.create_task(_finish(session, commit=error is None and sound))
        self._engine.finishing(finish)
        await asyncio.shield(finish)
        if error is None and not sound:
            raise TransactionMisuseError("A statement failed and was ignored; nothing was stored.")


async def _finish(session: Session, *, commit: bool) -> None:
    try:
        if commit:
            await session.commit()
        else:
            await session.rollback()
    except Exception:
        session.abandon()  # the engine rolls back what a lost connection left open
        if commit:
            raise
    finally:
        await session.release()
