"""Rate statements: one statement for one slice, made of parts.

Whole months come from the cells of a cube where one serves the slice, days beside them from
facts (of all that there is, from cells by day). A member sees by his teams, and is answered from
the cells of pairs; what he sees for another reason (in person, or since it was shared) is added
from facts. Cells know months only: what became overdue in the month of that day comes from facts
too. Parts may give rows of the same group and month; they are to be added.
"""

from collections.abc import Container, Iterable, Mapping
from uuid import UUID

from goals.domain.facts import month_of
from goals.domain.periods import Period, months_of, periods_of
from goals.settings import Dialect
from goals.store.placeholders import in_many_texts, in_texts
from goals.store.rate_counters import CELLS, LATE, SUMS, whole
from goals.store.slices import (
    CUSTOMER,
    CUSTOMER_PERSON,
    GRADE,
    SUPPLIER,
    SUPPLIER_PERSON,
    TAG,
    TEAM,
    Slice,
)
from goals.store.standing import Ways, arguments, asked_as, ways

_KEYS = {
    "month": {},
    "day": {},
    "customer_team": {CUSTOMER: "key1", GRADE: "key2"},
    "supplier_team": {SUPPLIER: "key1", GRADE: "key2"},
    "team": {TEAM: "key1", GRADE: "key2"},
    "tag": {TAG: "key1"},
    "pair": {
        CUSTOMER: "key1",
        SUPPLIER: "key2",
        TEAM: "CASE role WHEN 1 THEN key1 ELSE key2 END",
    },
    "pair_grade": {
        CUSTOMER: "substr(key2, 1, 36)",
        SUPPLIER: "substr(key2, 38)",
        GRADE: "key1",
    },
}
"""Where the cells of a cube hold a dimension; the first that has all is taken."""
_TEAMS = {"pair": ("key1", "key2"), "pair_grade": ("substr(key2, 1, 36)", "substr(key2, 38)")}
"""Where they hold both teams, for those that tell them: a member sees by them."""
_ROLES = "JOIN (SELECT 1 AS role UNION ALL SELECT 2) roles ON role = 1 OR key1 <> key2"
"""Both teams of a pair, once where they are the same."""
_OPEN: dict[Dialect, str] = {"sqlite": "fact f INDEXED BY fact_open", "postgres": "fact f"}
_OF_TEAM: dict[Dialect, str] = {"sqlite": "rollup INDEXED BY rollup_{}", "postgres": "rollup"}
"""SQLite knows no statistics of the tables, and would go through all there is in the period."""


def cube_of(asked: Slice) -> str | None:
    """The cube that serves a slice in whole months; None where facts must."""
    dimensions = asked.dimensions
    crossed = {TAG, TEAM} & asked.where.keys() & set(asked.by)
    names = _KEYS if asked.standing.sees_all and not crossed else _TEAMS
    return next((name for name in names if dimensions <= _KEYS[name].keys()), None)


class RateStatement:
    """A statement in the making, and its arguments."""

    def __init__(self, dialect: Dialect, asked: Slice) -> None:
        self.dialect, self.asked = dialect, asked
        self.args: list[object] = []
        self._organisation = self._mark(asked.org_id)

    def counting(self) -> str:
        """Count everything per group and month."""
        asked, name = self.asked, cube_of(self.asked)
        period = Period(asked.first, asked.last)
        if name is None:
            return self._facts(period)
        split, parts = months_of(period), []
        for edge in split.edges:
            by_day = [self._cells("day", edge), *self._late(edge)] if name == "month" else []
            parts += by_day or [self._facts(edge)]
        for months in periods_of(split.whole):
            parts += self._late(months)
            if asked.standing.sees_all:
                parts.append(self._cells(name, months))
            else:
                parts += [self._cells(name, months, role) for role in _TEAMS[name]]
                parts.append(self._facts(months, beside_cells=True))
        return " UNION ALL ".join(parts)

    def most_frequent_tags(self, most: int) -> str:
        """Count what is due per tag, those with most first, and how many tags there are."""
        period = Period(self.asked.first, self.asked.last)
        if cube_of(self.asked) == "tag":
            key, due = "key1", "sum(n01)"
            rows = f"FROM rollup WHERE {self._in_cells('tag', period)}"
        else:
            key, due = "x.tag", "count(*)"
            rows = self._from_facts(period)
        return (
            f"SELECT {key}, {due}, count(*) OVER () {rows} GROUP BY {key} "
            f"HAVING {due} > 0 ORDER BY 2 DESC, 1 LIMIT {most}"
        )

    def _mark(self, value: object) -> str:
        """Give the place of an argument."""
        self.args.append(value)
        return f"${len(self.args)}"

    def _in(self, column: str, values: Iterable[str]) -> str:
        return in_texts(self.dialect, column, self._mark([*values]))

    def _among(self, keys: Mapping[str, str]) -> list[str]:
        """Keep to the groups that are named."""
        if not self.asked.among:
            return []
        together = " || ' ' || ".join(keys[each] for each in self.asked.by)
        place = self._mark([" ".join(each) for each in self.asked.among])
        return [in_many_texts(self.dialect, f"({together})", place)]

    # Cells.

    def _cells(self, name: str, period: Period, role: str = "") -> str:
        """Sum cells; of a member's those of his teams in one role, and only once.

        Where hardly any two are of the same group and month they are told one by one: grouping
        takes longer than reading.
        """
        asked, keys = self.asked, _KEYS[name]
        counters = [CELLS[each] for each in asked.counters if each in CELLS]
        if "overdue" in asked.counters:
            month, pending = self._mark(str(month_of(asked.overdue_before))), CELLS["pending"]
            counters.append(f"CASE WHEN key3 <> '' AND key3 < {month} THEN {pending} ELSE 0 END")
        grouped = ", ".join([*(keys[dimension] for dimension in asked.by), self._month("month")])
        rows, where = "rollup", self._in_cells(name, period)
        if role:
            mine = [str(each) for each in (*asked.standing.own, *asked.standing.represented)]
            where += f" AND {self._in(role, mine)}"
            first = _TEAMS[name][0]
            where += "" if role == first else f" AND NOT {self._in(first, mine)}"
            if name == "pair":
                rows = _OF_TEAM[self.dialect].format(role)
        if name == "pair" and TEAM in asked.by:
            rows += f" {_ROLES}"
        apart = keys.keys() - {TEAM} if name == "pair" else keys.keys()
        if asked.by and asked.grain == 1 and asked.dimensions >= apart:
            told = ", ".join([grouped, *counters])
            return f"SELECT {told} FROM {rows} WHERE {where} AND n01 <> 0"
        return (
            f"SELECT {grouped}, {whole(map('sum({})'.format, counters))} FROM {rows} "
            f"WHERE {where} GROUP BY {grouped} HAVING sum(n01) <> 0"
        )

    def _in_cells(self, name: str, period: Period) -> str:
        asked = self.asked
        first, last = month_of(period.first), month_of(period.last)
        terms = [
            f"org_id = {self._organisation}",
            f"cube = {self._mark(name)}",
            f"month BETWEEN {self._mark(first)} AND {self._mark(last)}",
            f"commitment = {self._mark(asked.commitment)}",
            f"self = {self._mark(asked.self)}",
        ]
        if name == "day":
            days = period.first.isoformat(), period.last.isoformat()
            terms.append(f"key1 BETWEEN {self._mark(days[0])} AND {self._mark(days[1])}")
        for dimension, value in asked.where.items():
            place = self._mark(value)
            if name == "pair" and dimension == TEAM:
                terms.append(f"(key1 = {place} OR key2 = {place})")
            else:
                terms.append(f"{_KEYS[name][dimension]} = {place}")
        if TAG in asked.by and asked.tags:
            terms.append(self._in("key1", asked.tags))
        return " AND ".join([*terms, *self._among(_KEYS[name])])

    # Facts.

    def _facts(self, period: Period, *, beside_cells: bool = False) -> str:
        sums = [SUMS[each] for each in self.asked.counters if each in SUMS]
        if "overdue" in self.asked.counters:
            sums.append(LATE.format(self._mark(self.asked.overdue_before)))
        rows = self._from_facts(period, beside_cells=beside_cells)
        grouped = self._grouped()
        return f"SELECT {grouped}, {whole(sums)} {rows} GROUP BY {grouped}"

    def _late(self, period: Period) -> list[str]:
        """What cells do not know to be overdue; what is pending in them already counts there."""
        asked = self.asked
        if "overdue" not in asked.counters:
            return []
        first, last = asked.overdue_before.replace(day=1), asked.overdue_before
        terms = [
            *self._terms(period),
            "f.state = 'AGREED'",
            f"f.deadline >= {self._mark(first)}",
            f"f.deadline < {self._mark(last)}",
        ]
        if not asked.standing.sees_all:
            terms.append(f"({' OR '.join(self._ways().by_team)})")
        nought = ", ".join("0" for _ in asked.counters[1:])
        grouped = self._grouped()
        rows = self._joined(_OPEN[self.dialect])
        where = f"{' AND '.join(terms)} GROUP BY {grouped}"
        return [f"SELECT {grouped}, {nought}, count(*) FROM {rows} WHERE {where}"]

    def _from_facts(self, period: Period, *, beside_cells: bool = False) -> str:
        """Go through the facts of the period, or those that a narrower index finds."""
        sources = self._sources(period, beside_cells=beside_cells)
        found_by = {TAG} if sources and self.asked.standing.sees_all else set()
        rows, terms = "fact f", self._terms(period, found_by)
        if sources:
            rows = f"({' UNION '.join(sources)}) found CROSS JOIN fact f"
            terms.append("f.commission_id = found.commission_id")
        if beside_cells:
            terms.append(f"NOT ({' OR '.join(self._ways().by_team)})")
        return f"FROM {self._joined(rows)} WHERE {' AND '.join(terms)}"

    def _sources(self, period: Period, *, beside_cells: bool) -> list[str]:
        """Select the ids of what a member sees, or of what has a tag."""
        asked = self.asked
        if asked.standing.sees_all:
            if TAG not in asked.where or not {CUSTOMER, SUPPLIER, TEAM}.isdisjoint(asked.where):
                return []
            tagged = f"g.org_id = {self._organisation} AND g.tag = {self._mark(asked.where[TAG])}"
            return [f"SELECT g.commission_id FROM commission_tag g WHERE {tagged}"]
        found, due = self._ways(), self._due(period)
        reasons = found.in_person if beside_cells else (*found.by_team, *found.in_person)
        facts = (f"SELECT f.commission_id FROM fact f WHERE {due} AND {why}" for why in reasons)
        return [*facts, *found.shared]

    def _terms(self, period: Period, found_by: Container[str] = ()) -> list[str]:
        """The conditions on a fact; of those on ``found_by`` it is known that they hold."""
        asked = self.asked
        terms = [
            self._due(period),
            f"f.commitment = {self._mark(asked.commitment)}",
            f"f.self = {self._mark(asked.self)}",
            *(
                self._condition(dimension, value)
                for dimension, value in asked.where.items()
                if dimension not in found_by
            ),
        ]
        terms += [_JOINS[each][1] for each in asked.by if each in _JOINS]
        if TAG in asked.by and asked.tags:
            terms.append(self._in("x.tag", asked.tags))
        return [*terms, *self._among(_FACT_KEYS)]

    def _due(self, period: Period) -> str:
        first, last = self._mark(period.first), self._mark(period.last)
        return f"f.org_id = {self._organisation} AND f.due BETWEEN {first} AND {last}"

    def _condition(self, dimension: str, value: str) -> str:
        if dimension == TAG:
            return (
                "EXISTS (SELECT 1 FROM commission_tag g WHERE g.org_id = f.org_id "
                f"AND g.commission_id = f.commission_id AND g.tag = {self._mark(value)})"
            )
        if dimension == GRADE:
            return f"coalesce(f.grade, '') = {self._mark(value)}"
        named = self._mark(UUID(value))
        if dimension == TEAM:
            return f"(f.customer_team_id = {named} OR f.supplier_team_id = {named})"
        return f"f.{dimension}_id = {named}"

    def _ways(self) -> Ways:
        found = ways(asked_as(_column, self.dialect, len(self.args) + 1, self._organisation))
        self.args += arguments(self.asked.standing)
        return found

    def _joined(self, rows: str) -> str:
        """Add what the groups are told by; a CROSS JOIN, whose order SQLite keeps."""
        joins = (_JOINS[each][0] for each in self.asked.by if each in _JOINS)
        return " CROSS JOIN ".join([rows, *joins])

    def _grouped(self) -> str:
        return ", ".join([*(_FACT_KEYS[each] for each in self.asked.by), self._month("f.month")])

    def _month(self, column: str) -> str:
        grain = self.asked.grain
        if grain == 1:
            return column
        return f"{column} / 100 * 100 + ({column} % 100 - 1) / {grain} * {grain} + 1"


def _column(name: str) -> str:
    """Where a fact holds a column of its commission."""
    return "f.commission_id" if name == "id" else f"f.{name}"


_JOINS = {  # a table, and which of its rows belong to a fact
    TAG: ("commission_tag x", "x.org_id = f.org_id AND x.commission_id = f.commission_id"),
    TEAM: ("team t", "t.org_id = f.org_id AND t.id IN (f.customer_team_id, f.supplier_team_id)"),
}
_FACT_KEYS = {
    CUSTOMER: "CAST(f.customer_team_id AS TEXT)",
    SUPPLIER: "CAST(f.supplier_team_id AS TEXT)",
    TEAM: "CAST(t.id AS TEXT)",
    TAG: "x.tag",
    GRADE: "coalesce(f.grade, '')",
    CUSTOMER_PERSON: "CAST(f.customer_id AS TEXT)",
    SUPPLIER_PERSON: "CAST(f.supplier_id AS TEXT)",
}
