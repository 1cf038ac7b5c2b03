"""Rebuilding: facts and cells made anew from the other tables, or compared with them.

The one rule: both go from month to month, in stretches of days. A commission counts into cells of
the month it was due in and no other, so that the cells of one month are all that is held in
memory. To rebuild is one transaction that holds the head of the organisation: acts wait
meanwhile, and so does whoever asks before the last of them were counted; all others see the
old cells or the new ones. To check sees one moment and keeps nobody waiting.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any
from uuid import UUID

from goals.domain.cubes.catalogue import BY_NAME, fingerprint
from goals.domain.cubes.counting import Cells, add
from goals.domain.cubes.cube import Place
from goals.domain.facts import Fact, month_of
from goals.domain.periods import Period
from goals.store import facts, rollups
from goals.store.catching_up import up_to_date
from goals.store.database import Database
from goals.store.rows import read_date
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
        count = 0
        text = facts.source(tx.dialect) + " AND c.first_agreed_deadline BETWEEN $2 AND $3"
        for stretches in (await _months(tx.rows, _AGREED, org_id)).values():
            cells: Cells = {}
            for days in stretches:
                rows = await tx.rows(text, [org_id, days.first, days.last])
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


_AGREED = (
    "SELECT first_agreed_deadline, count(*) FROM commission "
    "WHERE org_id = $1 AND first_agreed_deadline IS NOT NULL GROUP BY 1 ORDER BY 1"
)
_STORED = "SELECT due, count(*) FROM fact WHERE org_id = $1 GROUP BY 1 ORDER BY 1"


async def _months(read: Read, text: str, org_id: UUID | str) -> dict[int, list[Period]]:
    """The days there are, by month: in stretches of some commissions, or of one day with more."""
    months: dict[int, list[Period]] = {}
    room = 0
    for found, count in await read(text, [org_id]):
        day = read_date(found)
        stretches = months.setdefault(month_of(day), [])
        if stretches and count <= room:
            stretches[-1] = Period(stretches[-1].first, day)
        else:
            stretches.append(Period(day, day))
            room = AT_ONCE
        room -= count
    return months


async def check(database: Database, org_id: UUID) -> AsyncIterator[Difference]:
    """Count everything anew and give each difference from what is stored.

    What happens meanwhile is left to be counted: the fact of such a commission is not compared.
    Cells are compared with the facts that are stored.
    """
    await up_to_date(database, org_id)
    async with snapshot(database) as seen:
        async for difference in _facts_that_differ(seen, database, org_id):
            yield difference
        async for difference in _cells_that_differ(seen, org_id):
            yield difference


async def _facts_that_differ(
    seen: Snapshot, database: Database, org_id: UUID
) -> AsyncIterator[Difference]:
    waiting = {commission for (commission,) in await seen.rows(_WAITING, [org_id])}
    place = facts.COLUMNS.index("commission_id")
    text = facts.beside(database.dialect).format(" AND c.first_agreed_deadline BETWEEN $2 AND $3")
    for days in chain.from_iterable((await _months(seen.rows, _AGREED, org_id)).values()):
        for row in await seen.rows(text, [org_id, days.first, days.last]):
            if row[place] not in waiting:
                for difference in _between(*facts.pair(row)):
                    yield difference
    for row in await seen.rows(
        "SELECT f.commission_id, f.state FROM fact f JOIN commission c ON c.org_id = f.org_id "
        "AND c.id = f.commission_id WHERE f.org_id = $1 AND c.first_agreed_deadline IS NULL",
        [org_id],
    ):
        yield Difference(f"commission {row[0]}", "fact", row[1], None)


def _between(fact: Fact, stored: Fact | None) -> Iterator[Difference]:
    where = f"commission {fact.commission_id}"
    if stored is None:
        yield Difference(where, "fact", None, fact.state)
    elif stored != fact:
        for column in facts.COLUMNS:
            old, new = getattr(stored, column), getattr(fact, column)
            if old != new:
                yield Difference(where, column, old, new)


_WAITING = (
    "SELECT e.commission_id FROM rollup_built b JOIN event e ON e.org_id = b.org_id "
    "AND e.seq > b.seq WHERE b.org_id = $1 AND e.commission_id IS NOT NULL"
)


async def _cells_that_differ(seen: Snapshot, org_id: UUID) -> AsyncIterator[Difference]:
    cubes = {cube for (cube,) in await seen.rows(_CUBES, [org_id])} | BY_NAME.keys()
    stretches = await _months(seen.rows, _STORED, org_id)
    months = {month for (month,) in await seen.rows(_MONTHS, [org_id])} | stretches.keys()
    columns = ", ".join(facts.COLUMNS)
    text = f"SELECT {columns} FROM fact WHERE org_id = $1 AND due BETWEEN $2 AND $3"
    for month in sorted(months):
        cells: Cells = {}
        for days in stretches.get(month, ()):
            for row in await seen.rows(text, [org_id, days.first, days.last]):
                add(cells, facts.of_row(row))
        for cube in sorted(cubes):
            for row in await seen.rows(rollups.SELECT + " AND month = $3", [org_id, cube, month]):
                place = Place(row[0], row[1], row[2], bool(row[3]), row[4], row[5], row[6])
                for difference in _in_cell(place, row[7:], cells.pop(place, ())):
                    yield difference
        for place, counted in cells.items():
            for difference in _in_cell(place, (), counted):
                yield difference


_CUBES = "SELECT DISTINCT cube FROM rollup WHERE org_id = $1"
_MONTHS = "SELECT DISTINCT month FROM rollup WHERE org_id = $1"


def _in_cell(place: Place, stored: Sequence[int], counted: Sequence[int]) -> Iterator[Difference]:
    names = BY_NAME[place.cube].counters if place.cube in BY_NAME else ()
    for name, old, new in _counters(names, stored, counted):
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
