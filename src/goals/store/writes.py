"""Writes: rows in, rows changed, one statement each, in the running transaction.

Only the columns that change are written, never a whole row, so that nobody's edit is lost.
Columns that an insert does not name are NULL.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from goals.store.placeholders import marks
from goals.store.records import stored
from goals.store.rows import decode
from goals.store.tables.base import Stored, column_kinds, kinds_of, table_name
from goals.store.transaction import current

Values = Mapping[str, object]


async def insert(table: type[Stored], rows: Sequence[Values]) -> None:
    """Insert rows that all name the same columns, in one statement; none: no statement."""
    if not rows:
        return
    names, kinds = list(rows[0]), column_kinds(table)
    width = len(names)
    groups = ", ".join(f"({marks(width, 1 + at * width)})" for at in range(len(rows)))
    sql = f"INSERT INTO {table_name(table)} ({', '.join(names)}) VALUES {groups}"  # noqa: S608 - our names
    await current().execute(sql, [stored(kinds[name], row[name]) for row in rows for name in names])


async def change(table: type[Stored], key: Values, changes: Values) -> bool:
    """Change the one row with this key; False when no row has it (any more)."""
    kinds = column_kinds(table)
    sets = ", ".join(f"{name} = ${at}" for at, name in enumerate(changes, 1))
    where = _equal(key, 1 + len(changes))
    sql = f"UPDATE {table_name(table)} SET {sets} WHERE {where} RETURNING 1"  # noqa: S608 - our names
    values = [stored(kinds[name], value) for name, value in changes.items()]
    return bool(await current().rows(sql, [*values, *key.values()]))


async def delete(table: type[Stored], key: Values) -> None:
    """Delete the rows with this key; only for what is not history (tags, links)."""
    sql = f"DELETE FROM {table_name(table)} WHERE {_equal(key)}"  # noqa: S608 - our names
    await current().execute(sql, list(key.values()))


async def find(table: type[Stored], key: Values, names: Sequence[str]) -> dict[str, Any] | None:
    """Some columns of the first row with this key, decoded; None when there is none."""
    sql = f"SELECT {', '.join(names)} FROM {table_name(table)} WHERE {_equal(key)}"  # noqa: S608 - our names
    found = await current().row(sql, list(key.values()))
    if found is None:
        return None
    return dict(zip(names, decode(kinds_of(table, names), found), strict=True))


def _equal(key: Values, start: int = 1) -> str:
    return " AND ".join(f"{name} = ${at}" for at, name in enumerate(key, start))
