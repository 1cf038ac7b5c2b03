"""Catching up: facts and cells follow the chain of events, and have caught up before they are read.

An act writes nothing for statistics: its event says whom to look at. ``rollup_built`` holds the
number of the last event that facts and cells contain; events are numbered in the order of their
commits, so what is missing is just what stands behind it. Whoever reads facts or cells asks for
``up_to_date`` and so sees every act that had ended by then; the server also catches up by itself,
so that there is little left to do.

The one rule: a fact is made from the commission as it is now, never from what an event says, so
that counting an event twice, or late, changes nothing. Those who count wait for each other; acts
do not wait for them on PostgreSQL, and only for a few events at once on SQLite.
"""

from functools import partial
from typing import NewType
from uuid import UUID

from goals.domain.cubes.counting import Cells, add
from goals.settings import Dialect
from goals.store import facts, rollups
from goals.store.database import Database
from goals.store.transaction import Transaction

UpToDate = NewType("UpToDate", Database)
"""A database whose facts and cells hold every act that had ended when this was asked for."""

AT_ONCE = 25
"""Events counted in one transaction."""


async def up_to_date(database: Database, org_id: UUID) -> UpToDate:
    """Count what happened in an organisation and was not counted yet."""
    waiting = await database.look_up(f"{_WAITING} AND b.org_id = $1", [org_id], quick=True)
    for _, last in waiting:
        counted = 0
        while counted < last:
            counted = await database.write(partial(_count_some, org_id=org_id, last=last))
    return UpToDate(database)


async def everywhere(database: Database) -> None:
    """Catch up in every organisation."""
    for org_id, _ in await database.look_up(_WAITING):
        await up_to_date(database, org_id)


_WAITING = (
    "SELECT h.org_id, h.event_seq FROM rollup_built b "
    "JOIN organisation_head h ON h.org_id = b.org_id WHERE h.event_seq > b.seq"
)
_ADVANCE = (
    "UPDATE rollup_built SET seq = CASE WHEN seq + $3 < $2 THEN seq + $3 ELSE $2 END "
    "WHERE org_id = $1 AND seq < $2 RETURNING seq"
)
_EVENTS = (
    " AND c.id IN (SELECT e.commission_id FROM event e "
    f"WHERE e.org_id = $1 AND e.seq > $2 ORDER BY e.seq LIMIT {AT_ONCE})"
)
TOUCHED: dict[Dialect, str] = {
    "sqlite": facts.beside("sqlite").format(_EVENTS),
    "postgres": facts.beside("postgres").format(_EVENTS),
}
"""Facts as they are and as they are stored, of what the next events after $2 are about.

The limit tells PostgreSQL how few those are; else it goes through all commissions.
"""


async def _count_some(tx: Transaction, org_id: UUID, last: int) -> int:
    """Count the next events up to the last one wanted; return how far facts and cells are now."""
    counted: int | None = await tx.value(_ADVANCE, [org_id, last, AT_ONCE])
    if counted is None:
        return last  # others were quicker
    cells: Cells = {}
    changed = []
    for row in await tx.rows(TOUCHED[tx.dialect], [org_id, counted - AT_ONCE]):
        new, old = facts.pair(row)
        if new != old:
            changed.append(row[: len(facts.COLUMNS)])
            add(cells, new)
            if old is not None:
                add(cells, old, away=True)
    await facts.replace(tx, changed)
    await rollups.add_to(tx, org_id, cells)
    return counted
