"""Plain rates: counting the commissions due in a period by one GROUP BY over the tables.

This is how rates were counted before there were cells; the benchmark holds both side by side.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from goals.settings import Dialect
from goals.store.database import Reading

GroupBy = Literal["customer_team", "supplier_team", "month", "quarter", "year", "tag"]


@dataclass(frozen=True, slots=True)
class Cohort:
    """What is counted: first and last day (both included), commitment, and narrowing."""

    org_id: UUID
    first: date
    last: date
    commitment: str
    overdue_before: date
    customer_team_id: UUID | None = None
    supplier_team_id: UUID | None = None
    tag: str | None = None
    visible_to: UUID | None = None
    visible_teams: Sequence[UUID] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """The counts of one group; ``key`` is a team's id, a tag, or 2026-03, 2026-Q1, 2026."""

    key: str
    label: str
    achieved: int
    not_achieved: int
    not_assessable: int
    pending: int
    overdue: int
    cancelled: int
    lapsed: int
    on_time: int


async def count(database: Reading, cohort: Cohort, by: GroupBy | None) -> list[Count]:
    """Count the cohort per group, in the order of the labels; without ``by`` one group of all."""
    sql, args = _statement(database.dialect, cohort, by)
    found = await database.look_up(sql, args)
    return [Count(str(key), str(label), *map(int, counts)) for key, label, *counts in found]


def _statement(dialect: Dialect, cohort: Cohort, by: GroupBy | None) -> tuple[str, list[object]]:
    args: list[object] = []

    def mark(value: object) -> str:
        args.append(value)
        return f"${len(args)}"

    open_states = "c.state IN ('AGREED', 'DELIVERED', 'EVALUATING')"
    late = f"(c.state = 'AGREED' AND c.deadline < {mark(cohort.overdue_before)})"
    key, label, join = _GROUPS[by] if by else ("'all'", "'all'", "")
    if by in _DATES:
        key = label = _DATES[by][dialect]
    where = [
        f"c.org_id = {mark(cohort.org_id)}",
        f"c.first_agreed_deadline BETWEEN {mark(cohort.first)} AND {mark(cohort.last)}",
        f"c.commitment = {mark(cohort.commitment)}",
        "NOT c.self_commission" if dialect == "postgres" else "c.self_commission = 0",
    ]
    if cohort.customer_team_id is not None:
        where.append(f"c.customer_team_id = {mark(cohort.customer_team_id)}")
    if cohort.supplier_team_id is not None:
        where.append(f"c.supplier_team_id = {mark(cohort.supplier_team_id)}")
    if cohort.tag is not None:
        where.append(
            "EXISTS (SELECT 1 FROM commission_tag g WHERE g.org_id = c.org_id "
            f"AND g.commission_id = c.id AND g.tag = {mark(cohort.tag)})"
        )
    if cohort.visible_to is not None:
        where.append(_visible(cohort, mark))
    sums = ", ".join(
        f"coalesce(sum(CASE WHEN {condition} THEN 1 ELSE 0 END), 0)"
        for condition in (
            "c.state = 'CLOSED' AND c.outcome IN ('ACHIEVED', 'EXCEEDED')",
            "c.state = 'CLOSED' AND c.outcome IN ('PARTLY_ACHIEVED', 'MISSED')",
            "c.state = 'CLOSED' AND c.outcome = 'NOT_ASSESSABLE'",
            f"{open_states} AND NOT {late}",
            late,
            "c.state = 'CANCELLED'",
            "c.state = 'CLOSED' AND c.lapsed" + ("" if dialect == "postgres" else " = 1"),
            _ON_TIME,
        )
    )
    grouped = f"GROUP BY {key}, {label} ORDER BY {label}, {key}" if by else ""
    sql = (
        f"SELECT {key}, {label}, {sums} FROM commission c "
        "LEFT JOIN evaluation e ON e.org_id = c.org_id AND e.commission_id = c.id "
        f"{join} WHERE {' AND '.join(where)} {grouped}"
    )
    return sql, args


def _visible(cohort: Cohort, mark: Callable[[object], str]) -> str:
    person = mark(cohort.visible_to)
    terms = [f"c.customer_id = {person}", f"c.supplier_id = {person}"]
    if cohort.visible_teams:
        teams = ", ".join(mark(team) for team in cohort.visible_teams)
        terms += [f"c.customer_team_id IN ({teams})", f"c.supplier_team_id IN ({teams})"]
    return f"({' OR '.join(terms)})"


_ON_TIME = (
    "c.outcome IN ('ACHIEVED', 'EXCEEDED') AND e.timeliness_first_agreed IN ('EARLY', 'ON_TIME')"
)
_GROUPS = {
    "customer_team": (
        "t.id",
        "t.name",
        "JOIN team t ON t.org_id = c.org_id AND t.id = c.customer_team_id",
    ),
    "supplier_team": (
        "t.id",
        "t.name",
        "JOIN team t ON t.org_id = c.org_id AND t.id = c.supplier_team_id",
    ),
    "tag": (
        "x.tag",
        "x.tag",
        "JOIN commission_tag x ON x.org_id = c.org_id AND x.commission_id = c.id",
    ),
    "month": ("", "", ""),
    "quarter": ("", "", ""),
    "year": ("", "", ""),
}
_DATES: dict[str | None, dict[str, str]] = {
    "month": {
        "sqlite": "substr(c.first_agreed_deadline, 1, 7)",
        "postgres": "to_char(c.first_agreed_deadline, 'YYYY-MM')",
    },
    "quarter": {
        "sqlite": "substr(c.first_agreed_deadline, 1, 4) || '-Q' || "
        "((CAST(substr(c.first_agreed_deadline, 6, 2) AS INTEGER) + 2) / 3)",
        "postgres": "to_char(c.first_agreed_deadline, 'YYYY-\"Q\"Q')",
    },
    "year": {
        "sqlite": "substr(c.first_agreed_deadline, 1, 4)",
        "postgres": "to_char(c.first_agreed_deadline, 'YYYY')",
    },
}
