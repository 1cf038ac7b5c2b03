"""Analysis: reading cells of one group over months, and single facts where no cell serves.

Cells serve whole months, everything of the organisation or one team. Days, tags, pairs of teams
and what a member may see are read from facts, on the indexes by team and by day.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID

from goals.domain.cubes.cube import Cube
from goals.domain.facts import Ending
from goals.settings import Dialect
from goals.store.catching_up import UpToDate
from goals.store.database import Database
from goals.store.facts import ENDING, ending_of
from goals.store.rollups import SLOTS
from goals.store.rows import read_date, read_time, read_uuid
from goals.store.standing import Standing, arguments, asked_as, sees

EVERYTHING = Standing(sees_all=True)
Months = tuple[int, int]
"""The first and the last month, as 202603."""
Cells = dict[tuple[str, str], list[int]]
"""Counters by the second and third key."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which facts: due from first to last day, of one commitment, and what narrows them.

    One of ``tags`` has to be there, each of ``every_tag``, and each of ``every_team`` in either
    role. ``first`` or ``last`` None is open; a ``standing`` that sees all is not asked about.
    """

    org_id: UUID
    commitment: str
    first: date | None = None
    last: date | None = None
    customer_team_id: UUID | None = None
    supplier_team_id: UUID | None = None
    tags: tuple[str, ...] = ()
    every_tag: tuple[str, ...] = ()
    every_team: tuple[UUID, ...] = ()
    grade: str | None = None
    standing: Standing = EVERYTHING


async def cells(
    database: UpToDate,
    org_id: UUID,
    cube: Cube,
    group: str,
    commitment: str,
    months: tuple[int, int],
) -> Cells:
    """Sum the cells of a group over months, both ends included; self-commissions are not there."""
    sql = _cells_text(len(cube.counters))
    found = await database.look_up(sql, [org_id, cube.name, group, *months, commitment, False])
    return {
        (str(key2), str(key3)): [int(count) for count in counts] for key2, key3, *counts in found
    }


@cache
def _cells_text(counters: int) -> str:
    sums = ", ".join(f"sum({slot})" for slot in SLOTS[:counters])
    return (
        f"SELECT key2, key3, {sums} FROM rollup WHERE org_id = $1 AND cube = $2 AND key1 = $3 "
        "AND month BETWEEN $4 AND $5 AND commitment = $6 AND self = $7 GROUP BY key2, key3"
    )


async def endings(database: UpToDate, selection: Selection, most: int) -> list[Ending]:
    """Read facts, at most so many; self-commissions are not among them."""
    where, args = where_of(database.dialect, selection)
    columns = ", ".join(f"f.{name}" for name in ENDING)
    sql = f"SELECT {columns} FROM fact f WHERE {where} LIMIT {most}"
    return [ending_of(row) for row in await database.look_up(sql, args)]


async def how_many(database: UpToDate, selection: Selection, most: int) -> int:
    """Count facts, giving up at ``most``."""
    where, args = where_of(database.dialect, selection)
    sql = f"SELECT count(*) FROM (SELECT 1 FROM fact f WHERE {where} LIMIT {most}) found"
    ((count,),) = await database.look_up(sql, args)
    return int(count)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one commission, agreed or not."""

    customer_team_id: UUID
    supplier_team_id: UUID
    commitment: str
    deadline: date | None
    agreed_on: date | None
    tags: tuple[str, ...]


async def commission(
    database: Database, org_id: UUID, commission_id: UUID, standing: Standing
) -> Known | None:
    """Find a commission that the viewer may see; its deadline is that of the current wording."""
    args: list[object] = [org_id, commission_id]
    seen = ""
    if not standing.sees_all:
        seen = f"AND ({sees(asked_as('c.{}'.format, database.dialect, 3, '$1'))})"
        args += arguments(standing)
    sql = (
        "SELECT c.customer_team_id, c.supplier_team_id, c.commitment, r.deadline, c.agreed_at "
        "FROM commission c JOIN revision r ON r.org_id = c.org_id AND r.id = c.current_revision_id "
        f"WHERE c.org_id = $1 AND c.id = $2 {seen}"
    )
    found = await database.look_up(sql, args)
    if not found:
        return None
    (customer, supplier, commitment, deadline, agreed) = found[0]
    tags = await database.look_up(
        "SELECT tag FROM commission_tag WHERE org_id = $1 AND commission_id = $2 ORDER BY tag",
        args[:2],
    )
    return Known(
        read_uuid(customer),
        read_uuid(supplier),
        commitment,
        None if deadline is None else read_date(deadline),
        None if agreed is None else read_time(agreed).date(),
        tuple(tag for (tag,) in tags),
    )


async def lead_times(
    database: UpToDate, selection: Selection, today: date
) -> list[tuple[str, int, str | None, int]]:
    """Count facts by fate (DONE, LEFT), days from agreement to then, and outcome."""
    where, args = where_of(database.dialect, selection)
    args.append(today)
    sql = _LEAD_TIMES[database.dialect].format(where=where, today=f"${len(args)}")
    found = await database.look_up(sql, args)
    return [(fate, max(int(days), 0), outcome, int(n)) for fate, days, outcome, n in found]


_DONE = "f.delivered_at IS NOT NULL AND f.state NOT IN ('AGREED', 'CANCELLED')"
_LEAD_TIMES: dict[Dialect, str] = {
    "sqlite": f"SELECT CASE WHEN {_DONE} THEN 'DONE' ELSE 'LEFT' END AS fate, "
    f"CAST(julianday(CASE WHEN {_DONE} THEN substr(f.delivered_at, 1, 10) "
    "WHEN f.state = 'AGREED' THEN {today} "
    "ELSE substr(coalesce(f.evaluating_at, f.closed_at, f.agreed_at), 1, 10) END) "
    "- julianday(substr(f.agreed_at, 1, 10)) AS INTEGER) AS days, f.outcome, count(*) "
    "FROM fact f WHERE {where} GROUP BY 1, 2, 3",
    "postgres": f"SELECT CASE WHEN {_DONE} THEN 'DONE' ELSE 'LEFT' END AS fate, "
    f"(CASE WHEN {_DONE} THEN (f.delivered_at AT TIME ZONE 'UTC')::date "
    "WHEN f.state = 'AGREED' THEN {today}::date "
    "ELSE (coalesce(f.evaluating_at, f.closed_at, f.agreed_at) AT TIME ZONE 'UTC')::date END "
    "- (f.agreed_at AT TIME ZONE 'UTC')::date) AS days, f.outcome, count(*) "
    "FROM fact f WHERE {where} GROUP BY 1, 2, 3",
}


async def people(database: UpToDate, selection: Selection) -> tuple[int, int]:
    """Count the different contact persons of the customers, and of the suppliers."""
    where, args = where_of(database.dialect, selection)
    columns = "count(DISTINCT f.customer_id), count(DISTINCT f.supplier_id)"
    ((customers, suppliers),) = await database.look_up(
        f"SELECT {columns} FROM fact f WHERE {where}", args
    )
    return int(customers), int(suppliers)


def where_of(dialect: Dialect, selection: Selection) -> tuple[str, list[object]]:
    """Write the conditions on a fact ``f`` and their arguments; $1 is the organisation."""
    args: list[object] = []

    def mark(value: object) -> str:
        args.append(value)
        return f"${len(args)}"

    terms = [
        f"f.org_id = {mark(selection.org_id)}",
        f"f.commitment = {mark(selection.commitment)}",
        "NOT f.self" if dialect == "postgres" else "f.self = 0",
    ]
    if selection.first is not None:
        terms.append(f"f.due >= {mark(selection.first)}")
    if selection.last is not None:
        terms.append(f"f.due <= {mark(selection.last)}")
    if selection.customer_team_id is not None:
        terms.append(f"f.customer_team_id = {mark(selection.customer_team_id)}")
    if selection.supplier_team_id is not None:
        terms.append(f"f.supplier_team_id = {mark(selection.supplier_team_id)}")
    if selection.tags:
        listed = ", ".join(mark(tag) for tag in selection.tags)
        terms.append(
            "f.commission_id IN (SELECT g.commission_id FROM commission_tag g "
            f"WHERE g.org_id = $1 AND g.tag IN ({listed}))"
        )
    terms += [
        "EXISTS (SELECT 1 FROM commission_tag g WHERE g.org_id = f.org_id "
        f"AND g.commission_id = f.commission_id AND g.tag = {mark(tag)})"
        for tag in selection.every_tag
    ]
    terms += [
        f"(f.customer_team_id = {place} OR f.supplier_team_id = {place})"
        for place in map(mark, selection.every_team)
    ]
    if selection.grade is not None:
        terms.append(f"f.grade = {mark(selection.grade)}")
    if not selection.standing.sees_all:
        terms.append(f"({sees(asked_as(_column, dialect, len(args) + 1, '$1'))})")
        args += arguments(selection.standing)
    return " AND ".join(terms), args


def _column(name: str) -> str:
    """Where a fact holds what ``sees`` asks of a commission; a draft has no fact."""
    return {"id": "f.commission_id", "initiator": "''"}.get(name, f"f.{name}")
