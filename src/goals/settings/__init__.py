"""Settings: what the environment may say, read once at the start.

Every name begins with ``GOALS_``. A value that cannot be used is refused here, with what to
write instead, so that no other room has to check it. The front door's own are in ``front_door``,
identity providers in ``oidc``; the database itself is opened by goals.store.database.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import SplitResult, unquote, urlsplit

from goals.settings import oidc
from goals.settings.front_door import FrontDoor
from goals.settings.oidc import Issuer
from goals.settings.reading import SettingsError, whole_number

__all__ = ["DatabaseURL", "Dialect", "FrontDoor", "Issuer", "Settings", "SettingsError"]

DEFAULT_DATABASE_URL = "sqlite:///goals.db"

Dialect = Literal["sqlite", "postgres"]


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
    """What this process was told: the data, the front door, the key that signs proofs."""

    database: DatabaseURL
    pool_size: int = 10
    front_door: FrontDoor = field(default_factory=FrontDoor)
    signing_key: Path | None = None
    issuers: tuple[Issuer, ...] = ()

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Read every setting; ``GOALS_POOL_SIZE`` is 1 to 200.

        Raises SettingsError when one is unusable.
        """
        given = os.environ if environment is None else environment
        return cls(
            database=DatabaseURL.parse(given.get("GOALS_DATABASE_URL") or DEFAULT_DATABASE_URL),
            pool_size=whole_number(given, "GOALS_POOL_SIZE", default=10, low=1, high=200),
            front_door=FrontDoor.from_environment(given),
            signing_key=_path(given, "GOALS_SIGNING_KEY"),
            issuers=oidc.from_environment(given),
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


def _path(given: Mapping[str, str], name: str) -> Path | None:
    text = given.get(name, "").strip()
    return Path(text) if text else None
