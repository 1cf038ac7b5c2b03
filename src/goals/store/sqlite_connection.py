"""One SQLite connection and the only thread that uses it.

The one rule: a connection that failed once is closed and opened anew for the next job, so no
half-finished statement or transaction can be met by somebody else. Closing rolls back.
The thread is a daemon: a process never waits for it to exit.
"""

import asyncio
import sqlite3
import threading
import time
from binascii import b2a_base64
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar
from urllib.parse import quote

from goals.domain.moments import local_day

T = TypeVar("T")

BUSY_TIMEOUT_MS = 5_000
_URL_SAFE = str.maketrans("+/", "-_")
STEPS_BETWEEN_CHECKS = 4_000  # virtual machine instructions; some tens of microseconds


def base64_text(value: str | None) -> str | None:
    """SQL function ``goals_b64``: URL-safe base64 of the UTF-8 text, without padding."""
    if value is None:
        return None
    text = b2a_base64(value.encode(), newline=False).decode("ascii").rstrip("=")
    return text.translate(_URL_SAFE) if "+" in text or "/" in text else text


def folded_text(value: str | None) -> str | None:
    """SQL function ``goals_lower``: lower case beyond ASCII, which SQLite's lower() leaves."""
    return None if value is None else value.lower()


@lru_cache(maxsize=4_096)
def local_day_text(moment: str | None, zone: str | None) -> str | None:
    """SQL function ``goals_local_day``: the day of a stored time in a time zone."""
    if moment is None or zone is None:
        return None
    return local_day(datetime.fromisoformat(moment), zone).isoformat()


def connect(
    path: Path, *, writer: bool, busy_timeout_ms: int = BUSY_TIMEOUT_MS
) -> sqlite3.Connection:
    """Open a connection with everything set that goals relies on.

    A reader never creates the file and cannot write. Raises sqlite3.Error.
    """
    mode = "rwc" if writer else "rw"
    connection = sqlite3.connect(
        f"file:{quote(str(path))}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=512,
        timeout=busy_timeout_ms / 1000,
    )
    try:
        connection.create_function("goals_b64", 1, base64_text, deterministic=True)
        connection.create_function("goals_lower", 1, folded_text, deterministic=True)
        connection.create_function("goals_local_day", 2, local_day_text, deterministic=True)
        if writer:
            _write_ahead(connection, busy_timeout_ms / 1000)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = 1")
        connection.execute("PRAGMA recursive_triggers = 1")  # else OR REPLACE skips the guards
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -32000")
        connection.execute("PRAGMA journal_size_limit = 67108864")
        connection.execute(f"PRAGMA query_only = {int(not writer)}")
    except BaseException:
        connection.close()
        raise
    return connection


def _write_ahead(connection: sqlite3.Connection, patience: float) -> None:
    """Switch to write-ahead logging, once per file; SQLite itself does not wait for its turn."""
    end = time.monotonic() + patience
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            code = error.sqlite_errorcode & 0xFF
            if code == sqlite3.SQLITE_READONLY:
                return
            if code != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(0.01)


def limit(
    connection: sqlite3.Connection,
    seconds: float | None,
    unwanted: Callable[[], bool] = lambda: False,
) -> None:
    """Interrupt whatever runs longer than this from now on; None takes the limit away.

    What becomes ``unwanted`` is stopped too, even where nobody saw it begin: an interrupt from
    another thread is lost when it comes before the statement.
    """
    if seconds is None:
        connection.set_progress_handler(None, 0)
        return
    end = time.monotonic() + seconds
    connection.set_progress_handler(
        lambda: time.monotonic() > end or unwanted(), STEPS_BETWEEN_CHECKS
    )


class ConnectionThread:
    """A thread that owns one connection and does its jobs in the order they came."""

    def __init__(self, path: Path, *, writer: bool) -> None:
        self._path = path
        self._writer = writer
        self._connection: sqlite3.Connection | None = None
        self._jobs: SimpleQueue[Callable[[], object] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def submit(self, job: Callable[[sqlite3.Connection], T]) -> "asyncio.Future[T]":
        """Queue a job; the future gets its result. Any failure closes the connection."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()

        def settle(result: T | None, error: BaseException | None) -> None:
            if future.done():
                return
            if error is not None:
                future.set_exception(error)
            else:
                future.set_result(result)  # type: ignore[arg-type]

        def work() -> None:
            result, error = None, None
            try:
                result = job(self._open())
            except BaseException as failure:
                error = failure
                self._close()
            if not _tell(loop, lambda: settle(result, error)):
                self._close()

        self._jobs.put(work)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="goals-sqlite", daemon=True)
            self._thread.start()
        return future

    def discard(self) -> None:
        """Close the connection after the jobs already queued; the next job opens another."""
        if self._thread is not None:
            self._jobs.put(self._close)

    def interrupt(self) -> None:
        """Stop the statement that runs now, from any thread."""
        connection = self._connection
        if connection is not None:
            try:
                connection.interrupt()
            except sqlite3.ProgrammingError:  # closed meanwhile: nothing left to stop
                return

    async def close(self) -> None:
        """End the thread after the jobs already queued and wait for it."""
        if self._thread is None:
            return
        self._thread = None
        loop = asyncio.get_running_loop()
        ended = asyncio.Event()
        self._jobs.put(self._close)
        self._jobs.put(lambda: _tell(loop, ended.set))
        self._jobs.put(None)
        await ended.wait()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = connect(self._path, writer=self._writer)
        return self._connection

    def _close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


def _tell(loop: asyncio.AbstractEventLoop, news: Callable[[], None]) -> bool:
    """Call back in the loop; False when it is closed and nobody waits for the answer."""
    try:
        loop.call_soon_threadsafe(news)
    except RuntimeError:
        return False
    return True
