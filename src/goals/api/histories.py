"""Histories: what the statement has to deliver so that an event can be told to a reader."""

# ruff: noqa: S608 - names in the SQL are ours; values are always parameters

from collections.abc import Mapping
from typing import Any

from goals.api.fields import Sql
from goals.api.receipts import dialect_of
from goals.domain.enums import Language, Side
from goals.domain.history import sentence
from goals.reads.context import Context, Row
from goals.reads.sources import Column, Expression
from goals.reads.viewer import Viewer
from goals.services import histories
from goals.services.histories import Told
from goals.store.revisions import wording_json

_MEASURING = "('criterion.measured', 'attainment.overridden')"
_REVISING = "('commission.revised', 'commission.amended')"


def _body(row: Row, context: Context) -> str:
    x = context.alias()
    return (
        f"SELECT {x}.body FROM event_body AS {x}"
        f" WHERE {x}.org_id = {row['org_id']} AND {x}.seq = {row['seq']}"
    )


def _state_before(row: Row, context: Context) -> str:
    x, y = context.alias(), context.alias()
    return (
        f"SELECT {y}.body FROM event AS {x} JOIN event_body AS {y}"
        f" ON {y}.org_id = {x}.org_id AND {y}.seq = {x}.seq"
        f" WHERE {x}.org_id = {row['org_id']} AND {x}.commission_id = {row['commission_id']}"
        f" AND {x}.seq < {row['seq']} AND {y}.body LIKE '%\"state\":%'"
        f" ORDER BY {x}.seq DESC LIMIT 1"
    )


def _wording(before: int) -> Sql:
    """The revision an event made, or the one so many numbers before it."""

    def sql(row: Row, context: Context) -> str:
        x, y = context.alias(), context.alias()
        revision = (
            f"(SELECT {y}.id FROM revision AS {x} JOIN revision AS {y}"
            f" ON {y}.org_id = {x}.org_id AND {y}.commission_id = {x}.commission_id"
            f" AND {y}.number = {x}.number - {before}"
            f" WHERE {x}.org_id = {row['org_id']} AND {x}.id = {row['subject_id']})"
        )
        made = wording_json(row["org_id"], revision, dialect_of(context))
        return f"CASE WHEN {row['kind']} IN {_REVISING} THEN {made} END"

    return sql


def _criteria(row: Row, context: Context) -> str:
    sqlite = dialect_of(context) == "sqlite"
    c, m, b, r = (context.alias() for _ in range(4))
    holds = f"instr({b}.body, {c}.id)" if sqlite else f"strpos({b}.body, {c}.id::text)"
    pair = "json_array" if sqlite else "json_build_array"
    array = "json_group_array({}) || ''" if sqlite else "json_agg({})::text"
    before = (
        f"(SELECT {m}.value FROM measurement AS {m} WHERE {m}.org_id = {c}.org_id"
        f" AND {m}.lineage_id = {c}.lineage_id AND {m}.recorded_at < {row['at']}"
        f" ORDER BY {m}.recorded_at DESC, {m}.id DESC LIMIT 1)"
    )
    found = (
        f"(SELECT {array.format(f'{pair}({c}.id, {c}.text, {c}.unit, {before})')}"
        f" FROM criterion AS {c} JOIN revision AS {r}"
        f" ON {r}.org_id = {c}.org_id AND {r}.id = {c}.revision_id"
        f" JOIN event_body AS {b} ON {b}.org_id = {c}.org_id AND {b}.seq = {row['seq']}"
        f" WHERE {c}.org_id = {row['org_id']} AND {r}.commission_id = {row['commission_id']}"
        f" AND {holds} > 0)"
    )
    return f"CASE WHEN {row['kind']} IN {_MEASURING} THEN {found} END"


def _named(member: str) -> Sql:
    """The name of the person whom the body holds under this member."""

    def sql(row: Row, context: Context) -> str:
        x, y = context.alias(), context.alias()
        if dialect_of(context) == "sqlite":
            person = f"json_extract({y}.body, '$.{member}')"
        else:
            person = f"({y}.body::json ->> '{member}')::uuid"
        return (
            f"SELECT {x}.name FROM event_body AS {y} JOIN person AS {x}"
            f" ON {x}.org_id = {y}.org_id AND {x}.id = {person}"
            f" WHERE {y}.org_id = {row['org_id']} AND {y}.seq = {row['seq']}"
        )

    return sql


def _handed(member: str) -> Sql:
    named = _named(member)

    def sql(row: Row, context: Context) -> str:
        is_handing = f"{row['kind']} = 'commission.handed_over'"
        return f"CASE WHEN {is_handing} THEN ({named(row, context)}) END"

    return sql


def _actor(row: Row, context: Context) -> str:
    x = context.alias()
    return (
        f"SELECT {x}.name FROM person AS {x}"
        f" WHERE {x}.org_id = {row['org_id']} AND {x}.id = {row['actor_id']}"
    )


on_behalf_of = _named("onBehalfOf")
SENTENCE_VALUES: Mapping[str, Column | Expression] = {
    "kind": Column("kind", "plain"),
    "side": Column("side", "plain", nullable=True),
    "actor": Expression(_actor, "text", nullable=True),
}
CHANGE_VALUES: Mapping[str, Column | Expression] = {
    "body": Expression(_body, "text", nullable=True),
    "stateBefore": Expression(_state_before, "text", nullable=True),
    "wordingBefore": Expression(_wording(1), "text", nullable=True),
    "wording": Expression(_wording(0), "text", nullable=True),
    "criteria": Expression(_criteria, "text", nullable=True),
    "handedFrom": Expression(_handed("from"), "text", nullable=True),
    "handedTo": Expression(_handed("to"), "text", nullable=True),
}


def _language(viewer: Viewer) -> Language:
    return Language(viewer.language.lower())


def summary(values: dict[str, Any], viewer: Viewer) -> str:
    """Word who did what in the viewer's language."""
    side = values["side"]
    return sentence(
        values["kind"], values["actor"], None if side is None else Side(side), _language(viewer)
    )


def changes(values: dict[str, Any], viewer: Viewer) -> list[dict[str, Any]]:
    """Tell what an event changed, field by field."""
    language = _language(viewer)
    told = Told(
        body=values["body"],
        state_before=values["stateBefore"],
        wordings=(values["wordingBefore"], values["wording"]),
        criteria=values["criteria"],
        handed=(values["handedFrom"], values["handedTo"]),
    )
    return [
        {
            "field": change.field,
            "label": change.label(language),
            "before": change.before,
            "after": change.after,
        }
        for change in histories.changes(told, language)
    ]
