"""Rows and data loaders for the ordinary way: one statement a level, all of one request.

The types that use them are in ``ordinary``.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, NewType

import strawberry
from strawberry.dataloader import DataLoader
from strawberry.types import Info

from goals.store.database import Database
from goals.store.placeholders import numbered_for_sqlite

Row = dict[str, Any]
DateTime = NewType("DateTime", object)
Date = NewType("Date", object)


def _time(value: Any) -> str:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return str(value)


def _day(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


SCALARS: dict[object, Any] = {
    DateTime: strawberry.scalar(name="DateTime", serialize=_time),
    Date: strawberry.scalar(name="Date", serialize=_day, parse_value=date.fromisoformat),
}


class Rows:
    """The loaders of one request."""

    def __init__(self, database: Database, org_id: str) -> None:
        self.database, self.org_id = database, org_id
        self._loaders: dict[tuple[str, str], DataLoader[str, Any]] = {}

    async def select(self, names: str, rest: str, *args: object) -> list[Row]:
        """Read these columns as dictionaries; the organisation is $1."""
        sql = f"SELECT {names} {rest}"
        if self.database.dialect == "sqlite":
            sql = numbered_for_sqlite(sql)
        found = await self.database.read_rows(sql, [self.org_id, *args])
        return [dict(zip(names.split(", "), row, strict=True)) for row in found]

    def one(self, table: str, columns: str) -> DataLoader[str, Row | None]:
        """Rows by id."""

        async def load(keys: list[str]) -> list[Row | None]:
            by_id = {str(row["id"]): row for row in await self._in(table, columns, "id", keys)}
            return [by_id.get(key) for key in keys]

        return self._loader(table, "id", load)

    def many(
        self, table: str, columns: str, by: str, order: str = ""
    ) -> DataLoader[str, list[Row]]:
        """Rows by what they belong to, in order."""

        async def load(keys: list[str]) -> list[list[Row]]:
            groups = defaultdict(list)
            for row in await self._in(table, columns, by, keys, order and f"ORDER BY {order}"):
                groups[str(row.pop(by))].append(row)
            return [groups[key] for key in keys]

        return self._loader(table, by, load)

    def _loader(self, table: str, by: str, load: Callable[..., Any]) -> DataLoader[str, Any]:
        if (table, by) not in self._loaders:
            self._loaders[table, by] = DataLoader(load_fn=load)
        return self._loaders[table, by]

    async def _in(
        self, table: str, columns: str, by: str, keys: Sequence[str], order: str = ""
    ) -> list[Row]:
        names = columns if by == "id" else f"{columns}, {by}"
        if self.database.dialect == "sqlite":
            chosen = f"{by} IN (SELECT value FROM json_each($2))"
        else:
            chosen = f"{by} = ANY($2::uuid[])"
        rest = f"FROM {table} WHERE org_id = $1 AND {chosen} {order}"
        return await self.select(names, rest, list(keys))


def rows_of(info: Info) -> Rows:
    """The loaders of the running request."""
    rows: Rows = info.context
    return rows


def opaque(kind: str, key: object) -> strawberry.ID:
    """The id of a node."""
    return strawberry.ID(urlsafe_b64encode(f"{kind}:{key}".encode()).rstrip(b"=").decode())


def uuid_in(key: str) -> str:
    """The uuid in the id of a node."""
    return urlsafe_b64decode(key + "=" * (-len(key) % 4)).decode().partition(":")[2]
