"""Rates: the counters of the cubes of achievement, by group and month.

Whoever sees everything is answered from the cells, where a cube serves the conditions; a member,
and other combinations of conditions, from the facts, on their indexes by team, person and day.
Both give the same counters (goals.domain.cubes.outcomes), and ``overdue`` after them: those of
the pending that are AGREED with a deadline in force before a day.
"""

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from uuid import UUID

from goals.domain.cubes.outcomes import COUNTERS
from goals.domain.facts import month_of
from goals.settings import Dialect
from goals.store.catching_up import UpToDate
from goals.store.database import Database
from goals.store.rollups import SLOTS
from goals.store.standing import Standing, arguments, asked_as, sees

CUSTOMER, SUPPLIER, TEAM, TAG, GRADE = "customer_team", "supplier_team", "team", "tag", "grade"
DIMENSIONS = (CUSTOMER, SUPPLIER, TEAM, TAG, GRADE)
Counts = tuple[int, ...]
Months = dict[int, Counts]
WITH_OVERDUE = (*COUNTERS, "overdue")

_CUBES: dict[frozenset[str], tuple[str, dict[str, str]]] = {
    frozenset(): ("total", {}),
    frozenset({CUSTOMER}): ("customer_team", {CUSTOMER: "key1"}),
    frozenset({SUPPLIER}): ("supplier_team", {SUPPLIER: "key1"}),
    frozenset({TEAM}): ("team", {TEAM: "key1"}),
    frozenset({TAG}): ("tag", {TAG: "key1"}),
    frozenset({GRADE}): ("smart_grade", {GRADE: "key1"}),
    frozenset({CUSTOMER, SUPPLIER}): ("pair", {CUSTOMER: "key1", SUPPLIER: "key2"}),
}


@dataclass(frozen=True, slots=True)
class Slice:
    """What is counted: due between two days, of one commitment, under conditions, per group.

    ``where`` maps dimensions to the value they must have, ``by`` are those it is split by.
    """

    org_id: UUID
    first: date
    last: date
    commitment: str
    overdue_before: date
    standing: Standing
    self: bool = False
    where: Mapping[str, str] = field(default_factory=dict)
    by: tuple[str, ...] = ()

    @property
    def cube(self) -> tuple[str, dict[str, str]] | None:
        """The cube that serves it, and which key a dimension is; None where facts must."""
        whole = self.first.day == 1 and self.last.day == _days(self.last)
        crossed = not {TAG, TEAM}.isdisjoint(self.where.keys() & set(self.by))
        if crossed or not (self.standing.sees_all and whole):
            return None
        return _CUBES.get(frozenset((*self.where, *self.by)))


async def count(database: UpToDate, asked: Slice) -> dict[tuple[str, ...], Months]:
    """The counters of each group and month that has any; one statement."""
    make = _from_facts if asked.cube is None else _from_cells
    groups: dict[tuple[str, ...], Months] = {}
    width = len(asked.by)
    for row in await database.look_up(*make(database.dialect, asked)):
        months = groups.setdefault(tuple(row[:width]), {})
        month, counts = row[width], tuple(row[width + 1 :])
        known = months.get(month)
        months[month] = counts if known is None else tuple(map(int.__add__, known, counts))
    return groups


async def team_names(database: Database, org_id: UUID) -> dict[str, str]:
    """The names of all teams by id, archived ones too."""
    sql = "SELECT CAST(id AS TEXT), name FROM team WHERE org_id = $1"
    return {str(team): str(name) for team, name in await database.look_up(sql, [org_id])}


def _from_cells(dialect: Dialect, asked: Slice) -> tuple[str, list[object]]:
    """Cells know months only; what became overdue in the month of that day comes from facts."""
    name, keys = asked.cube or ("", {})
    args: list[object] = [asked.org_id, name, month_of(asked.first), month_of(asked.last)]
    args += [asked.commitment, asked.self, str(month_of(asked.overdue_before))]
    args += asked.where.values()
    cells = _cells_text(
        tuple(keys[each] for each in asked.where), tuple(keys[by] for by in asked.by)
    )
    late = _Statement(dialect, asked, args)
    late.source = _OPEN[dialect]
    late.where += [
        "f.state = 'AGREED'",
        f"f.deadline >= {late.mark(asked.overdue_before.replace(day=1))}",
        f"f.deadline < {late.mark(asked.overdue_before)}",
    ]
    nought = ", ".join("0" for _ in COUNTERS)
    return f"{cells} UNION ALL {late.text(nought, 'count(*)')}", late.args


@cache
def _cells_text(where: tuple[str, ...], by: tuple[str, ...]) -> str:
    pending = SLOTS[COUNTERS.index("pending")]
    sums = [f"sum({slot})" for slot in SLOTS[: len(COUNTERS)]]
    sums.append(f"sum(CASE WHEN key3 <> '' AND key3 < $7 THEN {pending} ELSE 0 END)")
    grouped = ", ".join((*by, "month"))
    conditions = "".join(f" AND {key} = ${place}" for place, key in enumerate(where, 8))
    return (
        f"SELECT {grouped}, {_whole(sums)} FROM rollup WHERE org_id = $1 AND cube = $2 "
        f"AND month BETWEEN $3 AND $4 AND commitment = $5 AND self = $6{conditions} "
        f"GROUP BY {grouped} HAVING sum(n01) <> 0"
    )


def _whole(sums: Sequence[str]) -> str:
    return ", ".join(f"CAST({each} AS BIGINT)" for each in sums)


def _from_facts(dialect: Dialect, asked: Slice) -> tuple[str, list[object]]:
    made = _Statement(dialect, asked, [])
    late = f"f.state = 'AGREED' AND f.deadline < {made.mark(asked.overdue_before)}"
    counted = [*counters(), f"sum(CASE WHEN {late} THEN 1 ELSE 0 END)"]
    return made.text(_whole(counted)), made.args


@cache
def counters() -> tuple[str, ...]:
    """The counters of goals.domain.cubes.outcomes, as sums over facts."""
    achieved = "f.outcome IN ('EXCEEDED', 'ACHIEVED')"
    conditions = {
        "pending": "f.outcome IS NULL AND f.state <> 'CANCELLED'",
        "achieved": achieved,
        "not_achieved": "f.outcome IN ('PARTLY_ACHIEVED', 'MISSED')",
        "not_assessable": "f.outcome = 'NOT_ASSESSABLE'",
        "cancelled": "f.state = 'CANCELLED' AND coalesce(f.ended_by, '') <> 'SUPPLIER'",
        "revoked": "f.state = 'CANCELLED' AND f.ended_by = 'SUPPLIER'",
        "lapsed": "f.lapsed AND f.outcome IS NOT NULL",
    }
    for against in ("first", "current"):
        column = f"f.timeliness_{against}"
        conditions[f"achieved_by_{against}"] = f"{achieved} AND {column} IN ('EARLY', 'ON_TIME')"
        for when, word in (("early", "EARLY"), ("on", "ON_TIME"), ("late", "LATE")):
            conditions[f"{when}_{against}"] = f"{column} = '{word}'"
    sums = {name: f"sum(CASE WHEN {said} THEN 1 ELSE 0 END)" for name, said in conditions.items()}
    sums["due"] = "count(*)"
    for side in ("customer", "supplier"):
        mark = f"CAST(f.{side}_mark AS BIGINT)"
        for power in range(1, 5):
            sums[f"{side}s_{power}"] = f"sum({' * '.join([mark] * power)})"
    return tuple(sums[name] for name in COUNTERS)


_OPEN: dict[Dialect, str] = {"sqlite": "fact f INDEXED BY fact_open", "postgres": "fact f"}
"""SQLite knows no statistics of the tables, and would go through all that were due."""


class _Statement:
    """A statement over facts in the making."""

    def __init__(self, dialect: Dialect, asked: Slice, args: list[object]) -> None:
        self.args = args
        self.source = "fact f"
        self.joins: list[str] = []
        organisation = self.mark(asked.org_id)
        self.where = [
            f"f.org_id = {organisation}",
            f"f.due BETWEEN {self.mark(asked.first)} AND {self.mark(asked.last)}",
            f"f.commitment = {self.mark(asked.commitment)}",
            f"f.self = {self.mark(asked.self)}",
        ]
        for dimension, value in asked.where.items():
            self.where.append(self._condition(dimension, value))
        self.keys = [self._key(dimension) for dimension in asked.by]
        if not asked.standing.sees_all:
            seen = sees(asked_as(_column, dialect, len(self.args) + 1, organisation))
            self.where.append(f"({seen})")
            self.args += arguments(asked.standing)

    def mark(self, value: object) -> str:
        """Give the place of an argument."""
        self.args.append(value)
        return f"${len(self.args)}"

    def _condition(self, dimension: str, value: str) -> str:
        if dimension == TAG:
            return (
                "EXISTS (SELECT 1 FROM commission_tag g WHERE g.org_id = f.org_id "
                f"AND g.commission_id = f.commission_id AND g.tag = {self.mark(value)})"
            )
        if dimension == GRADE:
            return f"coalesce(f.grade, '') = {self.mark(value)}"
        if dimension == TEAM:
            team = self.mark(UUID(value))
            return f"(f.customer_team_id = {team} OR f.supplier_team_id = {team})"
        return f"f.{dimension}_id = {self.mark(UUID(value))}"

    def _key(self, dimension: str) -> str:
        if dimension == TAG:
            self.joins.append(
                "JOIN commission_tag x ON x.org_id = f.org_id AND x.commission_id = f.commission_id"
            )
            return "x.tag"
        if dimension == TEAM:
            self.joins.append(
                "JOIN team t ON t.org_id = f.org_id "
                "AND t.id IN (f.customer_team_id, f.supplier_team_id)"
            )
            return "CAST(t.id AS TEXT)"
        return "coalesce(f.grade, '')" if dimension == GRADE else f"CAST(f.{dimension}_id AS TEXT)"

    def text(self, *counted: str) -> str:
        """The statement, per group and month."""
        grouped = ", ".join([*self.keys, "f.month"])
        return (
            f"SELECT {grouped}, {', '.join(counted)} FROM {self.source} {' '.join(self.joins)} "
            f"WHERE {' AND '.join(self.where)} GROUP BY {grouped}"
        )


def _column(name: str) -> str:
    """Where a fact holds what ``sees`` asks of a commission; a draft has no fact."""
    return {"id": "f.commission_id", "initiator": "''"}.get(name, f"f.{name}")


def _days(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]
