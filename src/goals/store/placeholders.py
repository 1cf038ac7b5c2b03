"""Placeholders: statements are written once, with ``$1, $2 …``, for both engines.

The one rule: the number decides which argument is meant. SQLite would take ``$2`` for a name
and count names in the order of appearance, hence ``?2``.
"""

import re
from functools import lru_cache

from goals.settings import Dialect

_NUMBERED = re.compile(r"\$(\d+)")


@lru_cache(maxsize=2048)
def numbered_for_sqlite(sql: str) -> str:
    """Turn ``$n`` into ``?n``; a statement without any is returned as it is."""
    return _NUMBERED.sub(r"?\1", sql) if "$" in sql else sql


@lru_cache(maxsize=2048)
def one_statement(parts: tuple[str, ...]) -> str:
    """Join writing statements for PostgreSQL: all but the last one become WITH clauses."""
    renumbered, used = [], 0
    for part in parts:
        numbers = [int(number) for number in _NUMBERED.findall(part)]
        renumbered.append(_NUMBERED.sub(lambda found, by=used: f"${int(found[1]) + by}", part))  # type: ignore[misc]
        used += max(numbers, default=0)
    *before, last = renumbered
    if not before:
        return last
    named = ", ".join(f"part_{number} AS ({part})" for number, part in enumerate(before))
    return f"WITH {named} {last}"


def marks(count: int, start: int = 1) -> str:
    """Write ``$start, …`` for so many arguments."""
    return ", ".join(f"${number}" for number in range(start, start + count))


def in_texts(dialect: Dialect, column: str, place: str) -> str:
    """Write that a column is one of the few texts in the list at this place."""
    if dialect == "sqlite":
        return in_many_texts(dialect, column, place)
    return f"{column} = ANY({place}::text[])"


def in_many_texts(dialect: Dialect, column: str, place: str) -> str:
    """Write the same for many texts: PostgreSQL compares with all of an array, one by one."""
    values = {"sqlite": f"value FROM json_each({place})", "postgres": f"unnest({place}::text[])"}
    return f"{column} IN (SELECT {values[dialect]})"
