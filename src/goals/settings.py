"""Settings: what the environment may say, read once at the start.

Every name begins with ``GOALS_``. A value that cannot be used is refused here, with what to
write instead, so that no other room has to check it. The database itself is opened by
goals.store.database.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import SplitResult, unquote, urlsplit

DEFAULT_DATABASE_URL = "sqlite:///goals.db"

Dialect = Literal["sqlite", "postgres"]


class SettingsError(ValueError):
    """A setting cannot be used; the text says which, why, and what to write instead."""


@dataclass(frozen=True)
class DatabaseURL:
    """Where the data lies: a SQLite file, or a PostgreSQL address for the driver."""

    dialect: Dialect
    text: str
    path: Path | None = None

    @classmethod
    def parse(cls, text: str) -> "DatabaseURL":
        """Read ``sqlite:///file.db``, ``sqlite:////absolute/file.db`` or ``postgres://…``.

        Raises SettingsError for anything else.
        """
        parts = _split(text)
        if parts.scheme == "sqlite":
            return cls("sqlite", text, _sqlite_path(text, parts))
        if parts.scheme in {"postgres", "postgresql"}:
            return cls("postgres", _postgres_text(text, parts))
        raise SettingsError(
            f"GOALS_DATABASE_URL begins with {parts.scheme or 'no scheme'!r}; "
            "write sqlite:///goals.db for a file or postgres://user@host/database for a server."
        )

    def __str__(self) -> str:
        """Show the address without its password: fit for logs and messages."""
        if self.dialect == "sqlite":
            return self.text
        parts = urlsplit(self.text)
        if parts.password is None:
            return self.text
        place = parts.netloc.rpartition("@")[2]
        return parts._replace(netloc=f"{parts.username or ''}:***@{place}").geturl()

    def __repr__(self) -> str:
        return f"DatabaseURL({str(self)!r})"


@dataclass(frozen=True)
class Settings:
    """What this process was told: today the database, and how many connections it may hold."""

    database: DatabaseURL
    pool_size: int = 10

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Read ``GOALS_DATABASE_URL`` and ``GOALS_POOL_SIZE`` (1 to 200).

        Raises SettingsError when one is unusable.
        """
        given = os.environ if environment is None else environment
        return cls(
            database=DatabaseURL.parse(given.get("GOALS_DATABASE_URL") or DEFAULT_DATABASE_URL),
            pool_size=_whole_number(given, "GOALS_POOL_SIZE", default=10, low=1, high=200),
        )


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError as error:
        raise SettingsError(f"GOALS_DATABASE_URL is not an address: {error}.") from None
    return parts


def _sqlite_path(text: str, parts: SplitResult) -> Path:
    if parts.netloc or not text.startswith("sqlite:///"):
        raise SettingsError(
            "A SQLite address has three slashes before a relative path and four before an "
            "absolute one: sqlite:///goals.db or sqlite:////var/lib/goals/goals.db."
        )
    if parts.query or parts.fragment:
        raise SettingsError("A SQLite address takes no ? and no #: write sqlite:///goals.db.")
    path = unquote(parts.path[1:])
    if not path or path.endswith("/") or path == ":memory:" or "\0" in path:
        raise SettingsError(
            "GOALS_DATABASE_URL names no file: write sqlite:///goals.db. "
            "A database in memory would be lost with the process and is not offered."
        )
    return Path(path)


def _postgres_text(text: str, parts: SplitResult) -> str:
    if not parts.path.strip("/") and "dbname" not in parts.query:
        raise SettingsError(
            "GOALS_DATABASE_URL names no database: write postgres://user@host:5432/database."
        )
    return "postgresql" + text[len(parts.scheme) :]


def _whole_number(given: Mapping[str, str], name: str, *, default: int, low: int, high: int) -> int:
    text = given.get(name, "").strip()
    if not text:
        return default
    if not text.isascii() or not text.isdigit() or not low <= int(text) <= high:
        raise SettingsError(f"{name} is {text!r}; write a whole number from {low} to {high}.")
    return int(text)
