"""Rebuilding: facts and cells made anew from the other tables, or compared with them.

The one rule: both go through all commissions once, in stretches of their numbers; only cells
are held in memory. To rebuild is one transaction that holds the head of the organisation: acts
wait meanwhile, and so does whoever asks before the last of them were counted; all others see the
old cells or the new ones. To check sees one moment and keeps nobody waiting.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from goals.domain.cubes.catalogue import BY_NAME, fingerprint
from goals.domain.cubes.counting import Cells, add
from goals.domain.cubes.cube import Place
from goals.store import facts, rollups
from goals.store.catching_up import up_to_date
from goals.store.database import Database
from goals.store.snapshots import Snapshot, snapshot
from goals.store.transaction import Transaction

AT_ONCE = 5_000
Read = Callable[[str, Sequence[object]], Awaitable[list[tuple[Any, ...]]]]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where stored and counted differ: a commission's column, or a cell's counter."""

    where: str
    what: str
    stored: object
    counted: object


async def ensure(database: Database, now: datetime) -> int:
    """Rebuild organisations whose cells are missing or of other cubes; return how many."""
    stale = await database.look_up(
        "SELECT o.id FROM organisation o LEFT JOIN rollup_built b ON b.org_id = o.id "
        "WHERE b.cubes IS NULL OR b.cubes <> $1",
        [fingerprint()],
    )
    for (org_id,) in stale:
        await rebuild(database, org_id, now, unless_built=True)
    return len(stale)


async def rebuild(
    database: Database, org_id: UUID | str, now: datetime, *, unless_built: bool = False
) -> int:
    """Replace facts and cells of an organisation by those counted now; return how many facts."""
    async with database.transaction() as tx:
        last = await _lock(tx, org_id)
        built = await tx.value("SELECT cubes FROM rollup_built WHERE org_id = $1", [org_id])
        if unless_built and built == fingerprint():
            return 0
        await tx.execute(_BUILT, [org_id, fingerprint(), now, last])
        for table in ("rollup", "fact"):
            await tx.execute(f"DELETE FROM {table} WHERE org_id = $1", [org_id])
        cells: Cells = {}
        count = 0
        text = facts.source(tx.dialect) + " AND c.number > $2 AND c.number <= $3"
        async for rows in _stretches(tx.rows, text, org_id):
            await tx.copy("fact", facts.COLUMNS, rows)
            for row in rows:
                add(cells, facts.of_row(row))
            count += len(rows)
        await tx.copy("rollup", rollups.COLUMNS, rollups.lines(tx.dialect, org_id, cells))
        return count


_BUILT = (
    "INSERT INTO rollup_built (org_id, cubes, built_at, seq) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (org_id) DO UPDATE SET cubes = $2, built_at = $3, seq = $4"
)


async def _lock(tx: Transaction, org_id: UUID | str) -> int:
    """Hold the head of the organisation, without time limits; return its last event's number."""
    hold = ""
    if tx.dialect == "postgres":  # on SQLite there is one writer, and that is us
        for setting in ("statement_timeout = 0", "idle_in_transaction_session_timeout = 0"):
            await tx.execute(f"SET LOCAL {setting}")
        hold = "FOR UPDATE"
    sql = f"SELECT event_seq FROM organisation_head WHERE org_id = $1 {hold}"
    return int(await tx.value(sql, [org_id]))


async def _stretches(
    read: Read, text: str, org_id: UUID | str
) -> AsyncIterator[list[tuple[Any, ...]]]:
    """The rows of a statement about commissions with numbers above $2 and up to $3, by and by."""
    ((last,),) = await read(
        "SELECT coalesce(max(number), 0) FROM commission WHERE org_id = $1", [org_id]
    )
    for start in range(0, last, AT_ONCE):
        if rows := await read(text, [org_id, start, start + AT_ONCE]):
            yield rows


async def check(database: Database, org_id: UUID) -> AsyncIterator[Difference]:
    """Count everything anew and give each difference from what is stored.

    What happens meanwhile is left to be counted: the fact of such a commission is not compared.
    Cells are compared with the facts that are stored.
    """
    await up_to_date(database, org_id)
    async with snapshot(database) as seen:
        cells: Cells = {}
        async for difference in _facts_that_differ(seen, database, org_id, cells):
            yield difference
        async for difference in _cells_that_differ(seen, org_id, cells):
            yield difference


async def _facts_that_differ(
    seen: Snapshot, database: Database, org_id: UUID, cells: Cells
) -> AsyncIterator[Difference]:
    """Compare facts, and count those stored into the cells on the way."""
    waiting = {commission for (commission,) in await seen.rows(_WAITING, [org_id])}
    text = facts.beside(database.dialect).format(" AND c.number > $2 AND c.number <= $3")
    async for rows in _stretches(seen.rows, text, org_id):
        for row in rows:
            fact, stored = facts.pair(row)
            if stored is not None:
                add(cells, stored)
            if fact == stored or row[facts.COLUMNS.index("commission_id")] in waiting:
                continue
            where = f"commission {fact.commission_id}"
            if stored is None:
                yield Difference(where, "fact", None, fact.state)
                continue
            for column in facts.COLUMNS:
                if getattr(stored, column) != getattr(fact, column):
                    yield Difference(where, column, getattr(stored, column), getattr(fact, column))
    for row in await seen.rows(
        "SELECT f.commission_id, f.state FROM fact f JOIN commission c ON c.org_id = f.org_id "
        "AND c.id = f.commission_id WHERE f.org_id = $1 AND c.first_agreed_deadline IS NULL",
        [org_id],
    ):
        yield Difference(f"commission {row[0]}", "fact", row[1], None)


_WAITING = (
    "SELECT e.commission_id FROM rollup_built b JOIN event e ON e.org_id = b.org_id "
    "AND e.seq > b.seq WHERE b.org_id = $1 AND e.commission_id IS NOT NULL"
)


async def _cells_that_differ(
    seen: Snapshot, org_id: UUID, cells: Cells
) -> AsyncIterator[Difference]:
    cubes = await seen.rows("SELECT DISTINCT cube FROM rollup WHERE org_id = $1", [org_id])
    for cube in sorted({name for (name,) in cubes} | BY_NAME.keys()):
        counters = BY_NAME[cube].counters if cube in BY_NAME else ()
        stored = await seen.rows(rollups.SELECT, [org_id, cube])
        for row in stored:
            place = Place(row[0], row[1], row[2], bool(row[3]), row[4], row[5], row[6])
            counted = cells.pop(place, ())
            for name, old, new in _counters(counters, row[7:], counted):
                yield Difference(_told(place), name, old, new)
    for place, counted in cells.items():
        for name, old, new in _counters(BY_NAME[place.cube].counters, (), counted):
            yield Difference(_told(place), name, old, new)


def _counters(
    names: Sequence[str], stored: Sequence[int], counted: Sequence[int]
) -> list[tuple[str, int, int]]:
    """The counters that differ, by name; those without one by their slot."""
    told = [*names, *rollups.SLOTS[len(names) :]]
    old = [*stored, *(0,) * (len(told) - len(stored))]
    new = [*counted, *(0,) * (len(told) - len(counted))]
    return [each for each in zip(told, old, new, strict=True) if each[1] != each[2]]


def _told(place: Place) -> str:
    keys = " ".join(key for key in place[4:] if key)
    self = " self" if place.self else ""
    return f"cell {place.cube} {place.month} {place.commitment}{self} {keys}".rstrip()
