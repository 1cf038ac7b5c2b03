"""Ordering: the sort keys of a list, the id always last.

The id follows the direction of the last key, so that one index serves both directions. NULL is
the largest value: last when ascending, first when descending. Texts go by code point.
"""

from collections.abc import Sequence
from typing import Any

from goals.reads.context import Context, Row
from goals.reads.cursors import SortKey
from goals.reads.errors import CatalogueError
from goals.reads.sources import Order
from goals.reads.values import plain


def chosen(tree: Any, default: Order) -> Order:
    """Return the order a client asked for (names of the enum), else the default one."""
    asked = [item for item in plain(tree) if item] if tree is not None else []
    if not asked:
        return default
    return tuple((item["field"], item.get("direction") or "ASC") for item in asked)


def sort_keys(row: Row, order: Order, context: Context) -> list[SortKey]:
    """Return the keys of an order over ``row``; a repeated name counts once."""
    keys: dict[str, SortKey] = {}
    for name, direction in order:
        source = row.source.orders.get(name)
        if source is None:
            raise CatalogueError(f"{row.source.name} cannot be ordered by {name}")
        value = context.value(source, row)
        sql = context.dialect.sort_key(source.kind, value)
        if name not in keys:
            keys[name] = SortKey(
                name, source.kind, value, sql, source.nullable, direction == "DESC"
            )
    descending = bool(keys) and list(keys.values())[-1].descending
    own = row[row.source.id_column]
    return [*keys.values(), SortKey("id", "uuid", own, own, False, descending)]


def order_by(keys: Sequence[SortKey], *, backward: bool = False) -> str:
    """Return the ORDER BY list, reversed for pages that are read from the end."""
    return ", ".join(_term(key, key.descending != backward) for key in keys)


def _term(key: SortKey, descending: bool) -> str:
    term = f"{key.sql} DESC" if descending else key.sql
    if not key.nullable:
        return term
    return f"{term} NULLS FIRST" if descending else f"{term} NULLS LAST"
