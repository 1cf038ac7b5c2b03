"""Rollups: the cells of the cubes, added to by acts and read by statistics.

The one rule: a cell is only ever added to; what is to be added is said by goals.domain.cubes.
A cell whose counters are all nought is the same as none.
"""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from goals.domain.cubes.cube import MOST_COUNTERS, Place
from goals.settings import Dialect
from goals.store.placeholders import marks
from goals.store.transaction import Batch

SLOTS = tuple(f"n{number:02d}" for number in range(1, MOST_COUNTERS + 1))
PLACE = ("cube", "month", "commitment", "self", "key1", "key2", "key3")
COLUMNS = ("org_id", *PLACE, *SLOTS)
FEW_CELLS = 4
Cell = tuple[Place, Sequence[int]]
SELECT = f"SELECT {', '.join((*PLACE, *SLOTS))} FROM rollup WHERE org_id = $1 AND cube = $2"


def adding(dialect: Dialect, org_id: UUID, cells: Mapping[Place, Sequence[int]]) -> Batch:
    """Write what adds these cells to those stored; the text never depends on how many there are.

    PostgreSQL takes them as columns in one statement, SQLite one by one.
    """
    rows = [(*place, *counts, *_REST[len(counts)]) for place, counts in cells.items()]
    if dialect == "sqlite":
        return [(_ADD_ONE, (org_id, *row)) for row in rows]
    if not rows:
        return []
    return [(_ADD_COLUMNS, (org_id, *map(list, zip(*rows, strict=True))))]


_REST = tuple((0,) * (len(SLOTS) - given) for given in range(len(SLOTS) + 1))
_TYPES = ("text", "integer", "text", "boolean", "text", "text", "text", *("bigint" for _ in SLOTS))
_INSERT = f"INSERT INTO rollup ({', '.join(COLUMNS)})"
_ADD = f"ON CONFLICT (org_id, {', '.join(PLACE)}) DO UPDATE SET " + ", ".join(
    f"{slot} = rollup.{slot} + excluded.{slot}" for slot in SLOTS
)
_ADD_ONE = f"{_INSERT} VALUES ({marks(len(COLUMNS))}) {_ADD}"
_ADD_COLUMNS = (
    f"{_INSERT} SELECT $1::uuid, u.* FROM unnest("
    + ", ".join(f"${place}::{kind}[]" for place, kind in enumerate(_TYPES, 2))
    + f") u {_ADD}"
)


def lines(
    dialect: Dialect, org_id: UUID | str, cells: Mapping[Place, Sequence[int]]
) -> Iterator[Sequence[object]]:
    """Give the cells as rows, as ``Transaction.copy`` takes them; empty ones are left out."""
    tenant = str(org_id)
    for place, counts in cells.items():
        if any(counts):
            own = place.self if dialect == "postgres" else int(place.self)
            yield (tenant, *place[:3], own, *place[4:], *counts, *(0,) * (len(SLOTS) - len(counts)))
