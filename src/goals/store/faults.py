"""Faults: what the engines raise, told as the domain's errors.

The one rule: the text of an engine never gets out (it leaks stored values and addresses); only
the kind of fault and, for a unique violation, the field. What is a mistake of ours (bad SQL, a
link or check that the services let through) stays an exception nobody expects.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg  # type: ignore[import-untyped]

from goals.domain.errors import (
    AlreadyExists,
    DatabaseDamaged,
    DatabaseUnavailable,
    DiskFull,
    OutcomeUnknown,
    ReadOnlyDatabase,
    StorageError,
)
from goals.settings import SettingsError


class RowRefusedError(RuntimeError):
    """The database refused a row: a missing link, a failed check, or history that stays as it is.

    ``kind`` is LINK, CHECK, GUARD or EMPTY. The services check all of this before, so that it
    is a mistake of ours; nothing was stored.
    """

    def __init__(self, kind: str, place: str) -> None:
        super().__init__(f"{kind} {place}".strip())
        self.kind, self.place = kind, place


class Retryable(DatabaseUnavailable):
    """The database asks to repeat the transaction ({reason}). Nothing was changed; try again.

    Raised after a deadlock, a serialization failure, or a connection lost before the commit.
    """


def busy() -> DatabaseUnavailable:
    """Make the error for a queue that took too long."""
    return DatabaseUnavailable("busy")


def unusable_address(problem: str) -> SettingsError:
    """Make the error for an address the driver does not understand."""
    return SettingsError(f"GOALS_DATABASE_URL cannot be used: {problem}.")


def left_nothing_behind(error: BaseException) -> bool:
    """Tell whether the whole transaction may be run again."""
    return isinstance(error, Retryable)


@contextmanager
def of_sqlite() -> Iterator[None]:
    """Translate what SQLite raises."""
    try:
        yield
    except sqlite3.Error as error:
        raise _from_sqlite(error) from None


@contextmanager
def of_postgres(*, outcome_unknown: bool = False) -> Iterator[None]:
    """Translate what asyncpg raises; at a commit a lost connection means nobody knows."""
    try:
        yield
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TimeoutError) as error:
        translated = _from_postgres(error)
        if outcome_unknown and isinstance(translated, DatabaseUnavailable) and _is_gone(error):
            raise OutcomeUnknown() from None
        if translated is error:
            raise
        raise translated from None


_SQLITE_FAULTS: dict[int, type[StorageError]] = {
    sqlite3.SQLITE_READONLY: ReadOnlyDatabase,
    sqlite3.SQLITE_PERM: ReadOnlyDatabase,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_CORRUPT: DatabaseDamaged,
    sqlite3.SQLITE_NOTADB: DatabaseDamaged,
}
_SQLITE_REASONS = {
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_CANTOPEN: "cannot open the file",
    sqlite3.SQLITE_IOERR: "cannot read or write the file",
    sqlite3.SQLITE_INTERRUPT: "took too long",
    sqlite3.SQLITE_NOMEM: "out of memory",
    sqlite3.SQLITE_PROTOCOL: "locked",
}


def _from_sqlite(error: sqlite3.Error) -> Exception:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return error
    if code & 0xFF == sqlite3.SQLITE_CONSTRAINT:
        return _sqlite_constraint(code, str(error))
    if fault := _SQLITE_FAULTS.get(code & 0xFF):
        return fault()
    if reason := _SQLITE_REASONS.get(code & 0xFF):
        return DatabaseUnavailable(reason)
    return error


def _sqlite_constraint(code: int, text: str) -> Exception:
    place = text.partition(": ")[2]
    if code in {sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY}:
        return AlreadyExists(_field([part.rpartition(".")[2] for part in place.split(", ")]))
    kinds = {
        sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY: "LINK",
        sqlite3.SQLITE_CONSTRAINT_TRIGGER: "GUARD",
        sqlite3.SQLITE_CONSTRAINT_NOTNULL: "EMPTY",
    }
    return RowRefusedError(kinds.get(code, "CHECK"), re.sub(r"[^A-Za-z0-9_.]", " ", place)[:80])


def _field(columns: list[str]) -> str:
    """Name the field a person can change: the last column that is not the tenant's."""
    named = [column for column in columns if column not in {"org_id", ""}]
    head, *rest = (named or ["id"])[-1].split("_")
    return head + "".join(part.capitalize() for part in rest)


_POSTGRES_FAULTS: tuple[tuple[type[asyncpg.PostgresError], type[StorageError]], ...] = (
    (asyncpg.ReadOnlySQLTransactionError, ReadOnlyDatabase),
    (asyncpg.InsufficientPrivilegeError, ReadOnlyDatabase),
    (asyncpg.DiskFullError, DiskFull),
    (asyncpg.DataCorruptedError, DatabaseDamaged),
    (asyncpg.IndexCorruptedError, DatabaseDamaged),
)
_POSTGRES_REFUSALS: tuple[tuple[type[asyncpg.PostgresError], str], ...] = (
    (asyncpg.ForeignKeyViolationError, "LINK"),
    (asyncpg.NotNullViolationError, "EMPTY"),
    (asyncpg.RestrictViolationError, "GUARD"),
    (asyncpg.IntegrityConstraintViolationError, "CHECK"),
)
_POSTGRES_REASONS: tuple[tuple[tuple[type[Exception], ...], str], ...] = (
    ((asyncpg.LockNotAvailableError,), "locked"),
    ((asyncpg.QueryCanceledError, TimeoutError), "took too long"),
    ((asyncpg.IdleInTransactionSessionTimeoutError,), "the transaction stood still"),
    ((asyncpg.InvalidCatalogNameError,), "no such database"),
    ((asyncpg.InvalidAuthorizationSpecificationError,), "access refused"),
)
_REPEAT = (asyncpg.SerializationError, asyncpg.DeadlockDetectedError)
_MAY_PASS = (
    ConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.TooManyConnectionsError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.PostgresConnectionError,
    *_REPEAT,
)


def may_pass(error: BaseException) -> bool:
    """Tell whether an error may pass by itself in a moment: gone, refused, starting, too many."""
    return isinstance(error, _MAY_PASS) or (
        isinstance(error, asyncpg.InterfaceError)
        and any(word in str(error) for word in ("closed", "released"))
    )


def _is_gone(error: BaseException) -> bool:
    return may_pass(error) or isinstance(error, (OSError, TimeoutError))


def _from_postgres(error: Exception) -> Exception:
    if isinstance(error, asyncpg.UniqueViolationError):
        return AlreadyExists(_field(_columns_of_key(error.detail or "")))
    for kind, refusal in _POSTGRES_REFUSALS:
        if isinstance(error, kind):
            return RowRefusedError(refusal, error.constraint_name or error.column_name or "")
    for kind, fault in _POSTGRES_FAULTS:
        if isinstance(error, kind):
            return fault()
    if isinstance(error, _REPEAT):
        return Retryable("conflict")
    for kinds, reason in _POSTGRES_REASONS:
        if isinstance(error, kinds):
            return DatabaseUnavailable(reason)
    if isinstance(error, asyncpg.ClientConfigurationError):
        return unusable_address(str(error))
    if may_pass(error):
        return Retryable("connection lost")
    return DatabaseUnavailable("no connection") if isinstance(error, OSError) else error


def _columns_of_key(detail: str) -> list[str]:
    named = re.match(r"Key \(([^()=]+)\)=", detail)
    return [name.strip(' "') for name in named.group(1).split(",")] if named else []
