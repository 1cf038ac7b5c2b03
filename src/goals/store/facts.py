"""Facts: the one place where a commission's other tables become its fact.

The one rule: ``source`` is the only definition; what is counted, what is rebuilt and what is
checked against come from it. ``detail`` holds ``tags``, and once the commission is CLOSED or
CANCELLED:

- ``signed``: [side, confidence, 1 when given for the first agreement] in order of signing;
- ``confidence``: that of the last check-in that said one;
- ``smart``: verdicts S, M, A, R, T at agreement; ``overridden``: whether a FAIL was;
- ``factors``: [factor id, side, polarity, strength, locus, 1 when named in an assessment];
- ``blockers``: [factor id, polarity] of each blocker whose kind names a factor;
- ``judged``: [customer, supplier] attainment in per cent of each criterion that both judged, once
  unsealed;
- ``benefit``: the verdict of the last benefit review;
- ``assessed``: [side, [expected, perceived] of each of overall, reliability, responsiveness,
  clarity and cooperation], of unsealed assessments only.
"""

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any

from goals.domain.factors import BLOCKERS
from goals.domain.facts import MARKS, Ending, Fact
from goals.settings import Dialect
from goals.store.placeholders import marks
from goals.store.rows import DECODERS
from goals.store.tables import Fact as FactTable
from goals.store.tables.base import column_kinds
from goals.store.transaction import Transaction

KINDS = column_kinds(FactTable)
COLUMNS = tuple(KINDS)
_DECODERS = [str if kind == "uuid" else DECODERS[kind] for kind in KINDS.values()]
ENDING = tuple(field.name for field in fields(Ending))
"""The columns of a fact that analyses count; reading the others would cost twice as much."""
_ENDING_DECODERS = [DECODERS[KINDS[name]] for name in ENDING]


async def replace(tx: Transaction, rows: Sequence[Sequence[object]]) -> None:
    """Store facts, each a row with all its columns, in the place of those of before."""
    if rows:
        await tx.execute_many(_UPSERT, rows)


def of_row(row: Sequence[Any]) -> Fact:
    """Make a fact of a row with all its columns."""
    return Fact(**_decoded(COLUMNS, _DECODERS, row))


def pair(row: Sequence[Any]) -> tuple[Fact, Fact | None]:
    """Make of a row of ``beside`` the fact as it is, and as it is stored, if it is."""
    width = len(COLUMNS)
    return of_row(row[:width]), None if row[width] is None else of_row(row[width:])


def ending_of(row: Sequence[Any]) -> Ending:
    """Make of a row with the columns ``ENDING`` what analyses count."""
    return Ending(**_decoded(ENDING, _ENDING_DECODERS, row))


def _decoded(
    names: Sequence[str], decoders: Sequence[Callable[[Any], Any]], row: Sequence[Any]
) -> dict[str, Any]:
    return {
        name: None if value is None else decode(value)
        for name, decode, value in zip(names, decoders, row, strict=True)
    }


def source(dialect: Dialect) -> str:
    """Select the facts of all commissions of organisation $1 that were ever agreed.

    Which of them is for the caller to add; with IS NOT NULL, SQLite would go through all of them.
    """
    columns = {
        "org_id": "c.org_id",
        "commission_id": "c.id",
        "month": _MONTH[dialect],
        "due": "c.first_agreed_deadline",
        "deadline": "coalesce(c.deadline, c.first_agreed_deadline)",
        "self": "c.self_commission",
        "customer_mark": mark("c.customer_id", dialect),
        "supplier_mark": mark("c.supplier_id", dialect),
        "timeliness_first": "e.timeliness_first_agreed",
        "timeliness_current": "e.timeliness_current",
        "grade": f"(SELECT x.grade {_AGREED_REPORT})",
        "agreed_at": "coalesce(c.agreed_at, c.created_at)",
        "detail": _detail(dialect),
    }
    listed = ", ".join(f"{columns.get(name, f'c.{name}')} AS {name}" for name in COLUMNS)
    return (
        f"SELECT {listed} FROM commission c "
        "LEFT JOIN evaluation e ON e.org_id = c.org_id AND e.commission_id = c.id "
        "WHERE c.org_id = $1 AND NOT (c.first_agreed_deadline IS NULL)"
    )


_MONTH: dict[Dialect, str] = {
    "sqlite": "CAST(substr(c.first_agreed_deadline, 1, 4) AS INTEGER) * 100"
    " + CAST(substr(c.first_agreed_deadline, 6, 2) AS INTEGER)",
    "postgres": "(extract(year FROM c.first_agreed_deadline) * 100"
    " + extract(month FROM c.first_agreed_deadline))::integer",
}


def mark(person: str, dialect: Dialect) -> str:
    """The last nine bits of an identifier, the same on both engines."""
    find = (
        "instr('123456789abcdef', {})" if dialect == "sqlite" else "strpos('123456789abcdef', {})"
    )
    text = person if dialect == "sqlite" else f"{person}::text"
    digits = [find.format(f"substr({text}, {place}, 1)") for place in (34, 35, 36)]
    return f"(({digits[0]} * 256 + {digits[1]} * 16 + {digits[2]}) % {MARKS})"


_AGREED_REPORT = (
    "FROM revision r CROSS JOIN smart_report x WHERE r.org_id = c.org_id "
    "AND r.commission_id = c.id AND x.org_id = r.org_id AND x.revision_id = r.id "
    "AND x.checked_at <= c.agreed_at "
    "ORDER BY x.checked_at DESC, x.id DESC LIMIT 1"
)
_BLOCKER_FACTOR = "CASE x.kind {} END".format(
    " ".join(f"WHEN '{kind}' THEN '{factor}'" for kind, (factor, _) in BLOCKERS.items())
)
_BLOCKER_POLARITY = "CASE x.kind {} END".format(
    " ".join(f"WHEN '{kind}' THEN '{polarity}'" for kind, (_, polarity) in BLOCKERS.items())
)
"""A CROSS JOIN: SQLite keeps its order, and else goes through all reports there are."""
_HERE = "x.org_id = c.org_id AND x.commission_id = c.id"
_ASPECTS = ("overall", "reliability", "responsiveness", "clarity", "cooperation")


def _detail(dialect: Dialect) -> str:
    array, lists, objects = _JSON[dialect]
    grades = lists(*(lists(f"x.{aspect}_expected", f"x.{aspect}_perceived") for aspect in _ASPECTS))
    said = {
        "tags": _TAGS[dialect],
        "signed": array(
            lists(
                "x.side", "x.confidence", "CASE WHEN x.signed_at <= c.agreed_at THEN 1 ELSE 0 END"
            ),
            f"signature x WHERE {_HERE} AND x.decision = 'ACCEPT'",
            "x.signed_at, x.id",
        ),
        "confidence": f"(SELECT x.confidence FROM check_in x WHERE {_HERE} "
        "AND x.confidence IS NOT NULL ORDER BY x.created_at DESC, x.id DESC LIMIT 1)",
        "smart": _verdicts(lists),
        "overridden": f"(SELECT CASE WHEN count(*) > 0 THEN 1 ELSE 0 END FROM signature x "
        f"WHERE {_HERE} AND x.override_reason IS NOT NULL AND x.signed_at <= c.agreed_at)",
        "factors": array(
            lists(
                *("x.factor_id", "x.side", "x.polarity", "x.strength", "x.locus"),
                "CASE WHEN x.assessment_id IS NULL THEN 0 ELSE 1 END",
            ),
            f"factor_observation x WHERE {_HERE} "
            "AND (x.assessment_id IS NULL OR x.unsealed_at IS NOT NULL)",
            "x.observed_at, x.id",
        ),
        "blockers": array(
            lists("f.id", _BLOCKER_POLARITY),
            "blocker x JOIN factor f ON f.org_id = x.org_id AND f.key = "
            f"{_BLOCKER_FACTOR} WHERE {_HERE}",
            "x.opened_at, x.id",
        ),
        "judged": array(
            lists("x.attainment", "y.attainment"),
            "assessment a JOIN assessment b ON b.org_id = a.org_id "
            "AND b.commission_id = a.commission_id AND b.side = 'SUPPLIER' "
            "JOIN assessment_judgement x ON x.org_id = a.org_id AND x.assessment_id = a.id "
            "JOIN assessment_judgement y ON y.org_id = b.org_id AND y.assessment_id = b.id "
            "AND y.criterion_id = x.criterion_id "
            "WHERE a.org_id = c.org_id AND a.commission_id = c.id AND a.side = 'CUSTOMER' "
            "AND a.unsealed_at IS NOT NULL AND b.unsealed_at IS NOT NULL",
            "x.position, x.id",
        ),
        "benefit": f"(SELECT x.verdict FROM benefit_review x WHERE {_HERE} "
        "ORDER BY x.created_at DESC, x.id DESC LIMIT 1)",
        "assessed": array(
            lists("x.side", grades),
            f"assessment x WHERE {_HERE} AND x.unsealed_at IS NOT NULL",
            "x.side",
        ),
    }
    tags = objects({"tags": said["tags"]})
    return f"CASE WHEN c.state IN ('CLOSED', 'CANCELLED') THEN {objects(said)} ELSE {tags} END"


def _verdicts(lists: Callable[..., str]) -> str:
    letters = ("specific", "measurable", "accepted", "realistic", "time_bound")
    return f"(SELECT {lists(*(f'x.{letter}' for letter in letters))} {_AGREED_REPORT})"


def _sqlite_array(value: str, rows: str, order: str) -> str:
    ordered = f"SELECT {value} AS v FROM {rows} ORDER BY {order}"
    return f"(SELECT json_group_array(json(v)) FROM ({ordered}))"


def _postgres_array(value: str, rows: str, order: str) -> str:
    return f"(SELECT coalesce(json_agg({value} ORDER BY {order}), '[]'::json) FROM {rows})"


def _sqlite_object(pairs: dict[str, str]) -> str:
    plain = {"confidence", "overridden", "benefit"}
    return "json_object({})".format(
        ", ".join(
            f"'{key}', {sql if key in plain else f'json({sql})'}" for key, sql in pairs.items()
        )
    )


def _postgres_object(pairs: dict[str, str]) -> str:
    return "json_build_object({})::text".format(
        ", ".join(f"'{key}', {sql}" for key, sql in pairs.items())
    )


_TAGS: dict[Dialect, str] = {
    "sqlite": "(SELECT json_group_array(x.tag) FROM (SELECT x.tag FROM commission_tag x "
    f"WHERE {_HERE} ORDER BY x.tag) x)",
    "postgres": "(SELECT coalesce(json_agg(x.tag ORDER BY x.tag), '[]'::json) "
    f"FROM commission_tag x WHERE {_HERE})",
}
_JSON: dict[Dialect, tuple[Callable[..., str], Callable[..., str], Callable[..., str]]] = {
    "sqlite": (_sqlite_array, lambda *values: f"json_array({', '.join(values)})", _sqlite_object),
    "postgres": (
        _postgres_array,
        lambda *values: f"json_build_array({', '.join(values)})",
        _postgres_object,
    ),
}


def beside(dialect: Dialect) -> str:
    """Select, per commission of organisation $1, the fact as it is (n) and as it is stored (f)."""
    new = ", ".join(f"n.{name}" for name in COLUMNS)
    old = ", ".join(f"f.{name} AS old_{name}" for name in COLUMNS)
    return (
        f"SELECT {new}, {old} FROM ({source(dialect)}{{}}) n LEFT JOIN fact f "
        "ON f.org_id = n.org_id AND f.commission_id = n.commission_id"
    )


_UPSERT = (
    f"INSERT INTO fact ({', '.join(COLUMNS)}) VALUES ({marks(len(COLUMNS))}) "
    "ON CONFLICT (org_id, commission_id) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in COLUMNS if name not in FactTable.KEY)
)
