"""Cursors: opaque places in an ordered connection, and the predicate "beyond this place".

A cursor is URL-safe base64 of JSON ``[signature, sort values…, id]``. The signature names type
and order: a cursor of another order is refused, because it would silently skip rows. NULL sorts
as the largest value on both engines.
"""

import json
import re
from binascii import Error, a2b_base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any

from goals.reads.dialect import Dialect
from goals.reads.pieces import Lit

_ALPHABET = re.compile(r"[A-Za-z0-9_-]{1,8000}\Z")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z")
_DATETIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z\Z")


@dataclass(frozen=True, slots=True)
class SortKey:
    """One key of an order: ``value`` is its SQL, ``sql`` the same with the collation."""

    name: str
    kind: str
    value: str
    sql: str
    nullable: bool
    descending: bool


def signature(type_name: str, keys: Sequence[SortKey]) -> str:
    """Return what binds a cursor to a type and an order."""
    text = ",".join([type_name, *(f"{key.name}{'-' if key.descending else '+'}" for key in keys)])
    return sha256(text.encode()).hexdigest()[:8]


def cursor_sql(dialect: Dialect, mark: str, keys: Sequence[SortKey]) -> str:
    """Return the SQL of the cursor of a row (the text, without quotes)."""
    parts: list[str] = [Lit(f'["{mark}"')]
    for key in keys:
        parts.append(Lit(","))
        parts.extend(dialect.value(key.kind, key.value, nullable=key.nullable))
    parts.append(Lit("]"))
    return dialect.base64(dialect.concat(parts))


@lru_cache(maxsize=1024)
def _decode(cursor: str) -> list[Any] | None:
    if not _ALPHABET.match(cursor):
        return None
    try:
        text = a2b_base64(cursor.replace("-", "+").replace("_", "/") + "=" * (-len(cursor) % 4))
        found = json.loads(text)
    except (Error, ValueError, RecursionError):
        return None
    return found if isinstance(found, list) and found else None


def null_pattern(cursor: Any) -> tuple[bool, ...] | None:
    """Return which sort values of a cursor are null; None when it cannot be read."""
    found = _decode(cursor) if isinstance(cursor, str) else None
    return None if found is None else tuple([value is None for value in found[1:]])


def _text(value: Any) -> str | None:
    if not isinstance(value, str) or "\0" in value:
        return None
    try:
        value.encode()
    except UnicodeEncodeError:
        return None
    return value


def _integer(value: Any) -> int | None:
    usable = isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63
    return value if usable else None


def _date(value: Any) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else None


def _datetime(value: Any) -> datetime | None:
    if not isinstance(value, str) or not _DATETIME.match(value):
        return None
    return datetime.fromisoformat(value[:-1]).replace(tzinfo=UTC)


def _uuid(value: Any) -> str | None:
    return value if isinstance(value, str) and _UUID.match(value) else None


_READ: dict[str, Callable[[Any], Any]] = {
    "text": _text,
    "plain": _text,
    "integer": _integer,
    "date": _date,
    "datetime": _datetime,
    "uuid": _uuid,
}


@lru_cache(maxsize=1024)
def values_of(
    cursor: str, mark: str, kinds: tuple[str, ...], nulls: tuple[bool, ...]
) -> tuple[Any, ...] | None:
    """Return the sort values of a cursor of this order, or None when it is not one."""
    found = _decode(cursor)
    if found is None or found[0] != mark or len(found) != len(kinds) + 1:
        return None
    values: list[Any] = []
    for value, kind, null in zip(found[1:], kinds, nulls, strict=True):
        if null:
            values.append(None)
            continue
        try:
            read = _READ[kind](value)
        except ValueError:
            return None
        if read is None:
            return None
        values.append(read)
    return tuple(values)


def beyond(
    keys: Sequence[SortKey],
    places: Sequence[str | None],
    *,
    backward: bool = False,
    inclusive: bool = False,
) -> str:
    """Return the predicate "this row comes after the place" in the order of ``keys``.

    ``places`` are the placeholders of the cursor's values, None where the value is NULL;
    ``backward`` asks for rows before, ``inclusive`` for the place itself too.
    """
    down = [key.descending != backward for key in keys]
    simple = not any(key.nullable for key in keys) and len(set(down)) == 1
    if simple:
        operator = ("<" if down[0] else ">") + ("=" if inclusive else "")
        left = ", ".join(key.sql for key in keys)
        right = ", ".join(str(place) for place in places)
        return f"({left}) {operator} ({right})" if len(keys) > 1 else f"{left} {operator} {right}"
    return f"({_expanded(keys, places, down, inclusive)})"


def _expanded(
    keys: Sequence[SortKey], places: Sequence[str | None], down: Sequence[bool], inclusive: bool
) -> str:
    key, place = keys[0], places[0]
    past = _past(key, place, down[0])
    same = f"{key.sql} IS NULL" if place is None else f"{key.sql} = {place}"
    if len(keys) == 1:
        rest = same if inclusive else "FALSE"
        return f"{past} OR {rest}"
    deeper = _expanded(keys[1:], places[1:], down[1:], inclusive)
    return f"{past} OR ({same} AND ({deeper}))"


def _past(key: SortKey, place: str | None, down: bool) -> str:
    if place is None:
        return f"{key.sql} IS NOT NULL" if down else "FALSE"
    if down:
        return f"{key.sql} < {place}"
    beyond_it = f"{key.sql} > {place}"
    return f"{beyond_it} OR {key.sql} IS NULL" if key.nullable else beyond_it
