"""Rollups: the cells of the cubes, added to as facts change and read by statistics.

The one rule: a cell is only ever added to; what is to be added is said by goals.domain.cubes.
A cell whose counters are all nought is the same as none.
"""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from goals.domain.cubes.cube import MOST_COUNTERS, Place
from goals.settings import Dialect
from goals.store.placeholders import marks
from goals.store.transaction import Transaction

SLOTS = tuple(f"n{number:02d}" for number in range(1, MOST_COUNTERS + 1))
PLACE = ("cube", "month", "commitment", "self", "key1", "key2", "key3")
COLUMNS = ("org_id", *PLACE, *SLOTS)
SELECT = f"SELECT {', '.join((*PLACE, *SLOTS))} FROM rollup WHERE org_id = $1 AND cube = $2"


async def add_to(tx: Transaction, org_id: UUID, cells: Mapping[Place, Sequence[int]]) -> None:
    """Add these cells to those stored."""
    rows = [
        (org_id, *place, *counts, *_REST[len(counts)])
        for place, counts in cells.items()
        if any(counts)
    ]
    if rows:
        await tx.execute_many(_ADD, rows)


_REST = tuple((0,) * (len(SLOTS) - given) for given in range(len(SLOTS) + 1))
_ADD = (
    f"INSERT INTO rollup ({', '.join(COLUMNS)}) VALUES ({marks(len(COLUMNS))}) "
    f"ON CONFLICT (org_id, {', '.join(PLACE)}) DO UPDATE SET "
    + ", ".join(f"{slot} = rollup.{slot} + excluded.{slot}" for slot in SLOTS)
)


def lines(
    dialect: Dialect, org_id: UUID | str, cells: Mapping[Place, Sequence[int]]
) -> Iterator[Sequence[object]]:
    """Give the cells as rows, as ``Transaction.copy`` takes them; empty ones are left out."""
    tenant = str(org_id)
    for place, counts in cells.items():
        if any(counts):
            own = place.self if dialect == "postgres" else int(place.self)
            yield (tenant, *place[:3], own, *place[4:], *counts, *_REST[len(counts)])
