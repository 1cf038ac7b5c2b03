"""Analysis: reading cells of groups over months, and single facts where no cell serves.

Cells serve whole months of what goals.domain.cubes.groups names. Days, several conditions at once
and what a member sees beside his teams' are read from facts, on the indexes by team and by day.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from uuid import UUID

from goals.domain.cubes.cube import Cube
from goals.domain.facts import Ending, month_of
from goals.domain.periods import Period
from goals.settings import Dialect
from goals.store.catching_up import UpToDate
from goals.store.database import Database
from goals.store.facts import ENDING, ending_of
from goals.store.placeholders import in_texts
from goals.store.rollups import SLOTS
from goals.store.rows import read_date, read_time, read_uuid
from goals.store.standing import Standing, Ways, arguments, asked_as, sees, ways

EVERYTHING = Standing(sees_all=True)
Cells = dict[tuple[str, str], list[int]]
"""Counters by the second and third key."""


class Part(Enum):
    """Which of the facts that a member sees: all, or those his teams' cells miss or hold twice."""

    ALL = "ALL"
    BESIDE_TEAMS = "BESIDE_TEAMS"
    BETWEEN_TEAMS = "BETWEEN_TEAMS"


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
    part: Part = Part.ALL


async def cells(
    database: UpToDate,
    org_id: UUID,
    cube: Cube,
    groups: Collection[str],
    commitment: str,
    months: Period,
) -> Cells:
    """Sum the cells of groups over whole months; self-commissions are not there."""
    sql = _cells_text(database.dialect, len(cube.counters))
    span = month_of(months.first), month_of(months.last)
    found = await database.look_up(sql, [org_id, cube.name, [*groups], *span, commitment, False])
    return {
        (str(key2), str(key3)): [int(count) for count in counts] for key2, key3, *counts in found
    }


_BY_GROUP: dict[Dialect, str] = {
    "sqlite": "rollup INDEXED BY rollup_key1",
    "postgres": "rollup",
}
"""SQLite knows no statistics of the tables, and would go through all cells of the cube."""


@cache
def _cells_text(dialect: Dialect, counters: int) -> str:
    sums = ", ".join(f"sum({slot})" for slot in SLOTS[:counters])
    return (
        f"SELECT key2, key3, {sums} FROM {_BY_GROUP[dialect]} WHERE org_id = $1 AND cube = $2 "
        f"AND {in_texts(dialect, 'key1', '$3')} AND month BETWEEN $4 AND $5 "
        "AND commitment = $6 AND self = $7 GROUP BY key2, key3"
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


def where_of(
    dialect: Dialect, selection: Selection, commission: str = "f.commission_id"
) -> tuple[str, list[object]]:
    """Write the conditions on a fact ``f`` and their arguments; $1 is the organisation.

    One of them finds the facts: a team, else what a member sees, else the days. ``commission`` is
    the column on which to ask whether it is one of those tagged or seen.
    """
    args: list[object] = []

    def mark(value: object) -> str:
        args.append(value)
        return f"${len(args)}"

    def aside(terms: Iterable[str]) -> list[str]:
        return [_ASIDE[dialect] + term for term in terms]

    organisation = f"f.org_id = {mark(selection.org_id)}"
    days = {">=": selection.first, "<=": selection.last}
    due = [f"f.due {sign} {mark(day)}" for sign, day in days.items() if day is not None]
    teams = {"customer": selection.customer_team_id, "supplier": selection.supplier_team_id}
    of_team = [f"f.{side}_team_id = {mark(team)}" for side, team in teams.items() if team]
    tagged = "SELECT g.commission_id FROM commission_tag g WHERE g.org_id = $1 AND g.tag IN ({})"
    tags = [tagged.format(mark(tag)) for tag in selection.every_tag]
    if selection.tags:
        tags.append(tagged.format(", ".join(map(mark, selection.tags))))
    seen, beside = list[str](), list[str]()
    if not selection.standing.sees_all:
        found = ways(asked_as(_column, dialect, len(args) + 1, "$1"))
        args += arguments(selection.standing)
        seen, beside = _seen(selection.part, found, " AND ".join([organisation, *due]))
    lists = [f"{commission} IN ({select})" for select in (*seen, *tags)]
    if of_team:
        lists = aside(lists)
    elif seen:
        lists, due = [lists[0], *aside(lists[1:])], aside(due)
    terms = [
        organisation,
        *of_team,
        *lists,
        *due,
        f"f.commitment = {mark(selection.commitment)}",
        "NOT f.self" if dialect == "postgres" else "f.self = 0",
        *beside,
    ]
    terms += [
        f"(f.customer_team_id = {place} OR f.supplier_team_id = {place})"
        for place in map(mark, selection.every_team)
    ]
    if selection.grade is not None:
        terms.append(f"f.grade = {mark(selection.grade)}")
    return " AND ".join(terms), args


_ASIDE: dict[Dialect, str] = {"sqlite": "+", "postgres": ""}
"""Keeps SQLite, which knows no statistics, from finding rows by a condition."""


def _seen(part: Part, found: Ways, chosen: str) -> tuple[list[str], list[str]]:
    """Select what a member sees, from the index of each way, and write what else has to hold.

    A draft has no fact.
    """

    def ids(reasons: Iterable[str]) -> list[str]:
        return [f"SELECT f.commission_id FROM fact f WHERE {chosen} AND {why}" for why in reasons]

    if part is Part.BETWEEN_TEAMS:
        return ids(found.by_team), ["f.customer_team_id <> f.supplier_team_id"]
    if part is Part.BESIDE_TEAMS:
        in_person = " UNION ".join([*ids(found.in_person), *found.shared])
        return [in_person], [f"NOT ({' OR '.join(found.by_team)})"]
    return [" UNION ".join([*ids((*found.by_team, *found.in_person)), *found.shared])], []


def _column(name: str) -> str:
    """Where a fact holds a column of its commission."""
    return "f.commission_id" if name == "id" else f"f.{name}"
