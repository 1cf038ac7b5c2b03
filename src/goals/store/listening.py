"""Listening: hearing that somebody committed, as a hint to look, never as the news itself.

The one rule: a hint may be lost, doubled or late, and nothing depends on it but the time it takes;
who listens also looks by himself now and then (``pause``). SQLite hints after each commit of this
process; other processes on the same file are found by looking. PostgreSQL hints by NOTIFY to
every process, over a connection of its own that is made again when it is lost.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from typing import Any, Protocol
from uuid import UUID

from goals.store.database import Database, PostgresDatabase, SQLiteDatabase
from goals.store.events import CHANNEL

LOOK = 1.0  # seconds between looks while nobody hints
LOOK_ANYWAY = 5.0  # seconds between looks while hints come
ALIVE = 10.0  # seconds between two questions whether a silent connection still stands
ANSWER = 5.0  # seconds for its answer

_LOG = logging.getLogger("goals.store")

Hint = Callable[[UUID | None], None]
"""Called with the organisation in which something happened; None: in any of them."""


class Listener(Protocol):
    """Somebody who hears of commits."""

    @property
    def pause(self) -> float:
        """Seconds after which to look without a hint."""

    async def close(self) -> None:
        """Hear nothing more."""


def listen(database: Database, hint: Hint) -> Listener:
    """Begin to listen; the database need not be reachable yet."""
    if isinstance(database, PostgresDatabase):
        return _ByNotify(database, hint)
    if isinstance(database, SQLiteDatabase):
        return _ByCommit(database, hint)
    raise TypeError(f"nobody can listen to {database!r}")


class _ByCommit:
    """Hears the commits of this process."""

    pause = LOOK

    def __init__(self, database: SQLiteDatabase, hint: Hint) -> None:
        self._listeners = database.engine.after_commit
        self._hint = lambda: hint(None)
        self._listeners.append(self._hint)

    async def close(self) -> None:
        if self._hint in self._listeners:
            self._listeners.remove(self._hint)


class _ByNotify:
    """Hears the commits of all processes, while its connection stands."""

    def __init__(self, database: PostgresDatabase, hint: Hint) -> None:
        self._engine = database.engine
        self._hint = hint
        self._hears = False
        self._task = asyncio.create_task(self._stay())

    @property
    def pause(self) -> float:
        """Seconds after which to look without a hint."""
        return LOOK_ANYWAY if self._hears else LOOK

    async def close(self) -> None:
        """Hear nothing more."""
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task

    async def _stay(self) -> None:
        """Hold a listening connection for ever; whatever breaks it, make another."""
        while True:
            try:
                await self._hold()
            except Exception as error:
                _LOG.warning("listening waits for the database: %s", type(error).__name__)
            self._hears = False
            await asyncio.sleep(LOOK)

    async def _hold(self) -> None:
        connection = await self._engine.connect()
        try:
            lost = asyncio.Event()
            connection.add_termination_listener(lambda _: lost.set())
            await connection.add_listener(CHANNEL, self._heard)
            self._hears = True
            self._hint(None)  # what was committed before we heard
            while not lost.is_set():
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(ALIVE):
                        await lost.wait()
                if not lost.is_set():
                    await connection.execute("SELECT 1", timeout=ANSWER)
        finally:
            connection.terminate()

    def _heard(self, _connection: Any, _process: int, _channel: str, text: str) -> None:
        try:
            self._hint(UUID(text.partition(":")[0]))
        except ValueError:
            self._hint(None)
