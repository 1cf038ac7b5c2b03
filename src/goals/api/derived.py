"""Derived fields: SQL expressions and functions over rows, each with the values it needs.

The one rule: what a derived value means is decided in goals.domain; here stored rows are only
turned into what the domain asks for. Functions get values as JSON shows them.
"""

# ruff: noqa: S608 - names in the SQL are ours; values are always parameters

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from goals.api.visibility import standing_on
from goals.domain.attainment import Attainment, AttainmentRecord, Target, attained
from goals.domain.decide import allowed_acts
from goals.domain.enums import (
    Act,
    CheckInHealth,
    CriterionKind,
    Direction,
    Health,
    SatisfactionAspect,
    Side,
    State,
)
from goals.domain.health import DEFAULT_CADENCE_DAYS
from goals.domain.health import health as domain_health
from goals.domain.moments import local_day
from goals.reads.context import Context, Row
from goals.reads.rules import visible
from goals.reads.sources import Column, Expression
from goals.reads.viewer import Viewer
from goals.services.situations import situation_from
from goals.store.situations import situation_json
from goals.store.standing import acts, way

Values = Mapping[str, Column | Expression]


def language(row: Row, _context: Context) -> str:
    """Write the stored language as the name of its enum value; NULL for an unknown one."""
    return f"CASE {row['language']} WHEN 'de' THEN 'DE' WHEN 'en' THEN 'EN' END"


# Commissions


def _today(context: Context, days_ago: int = 0) -> str:
    if context.dialect.name == "sqlite":
        return f"date({context.now}, '-{days_ago} days')"
    return f"(({context.now} AT TIME ZONE 'UTC')::date - {days_ago})"


def past_deadline(row: Row, context: Context) -> str:
    """Say whether a commission is agreed and its deadline has passed in its own time zone.

    No place on earth is a whole day ahead of UTC: that bound lets an index find the few.
    """
    deadline = row["deadline"]
    return (
        f"{row['state']} = 'AGREED' AND {deadline} IS NOT NULL"
        f" AND {deadline} <= {_today(context)} AND {deadline} < {_local_today(row, context)}"
    )


def stale(row: Row, context: Context) -> str:
    """Say whether a commission is agreed, not overdue, and longer silent than its cadence allows.

    The same as ``domain.health``; what is agreed has a deadline. Times have the same width, so the
    greater text is the later. No place on earth is a whole day behind UTC: that bound lets an
    index pass over what is overdue.
    """
    deadline, agreed, checked = row["deadline"], row["agreed_at"], row["last_check_in_at"]
    today = _local_today(row, context)
    zone = f"({_of_revision('deadline_time_zone')(row, context)})"
    cadence = f"({_of_revision('check_in_cadence_days')(row, context)})"
    days = f"coalesce(nullif({cadence}, 0), {DEFAULT_CADENCE_DAYS})"
    last = f"CASE WHEN {checked} > {agreed} THEN {checked} ELSE {agreed} END"
    until = f"goals_local_day({last}, {zone})"
    if _is_sqlite(context):
        until = f"date({until}, '+' || {days} || ' days')"
    else:
        until = f"{until} + {days}"
    return (
        f"{row['state']} = 'AGREED' AND {deadline} >= {_today(context, 1)}"
        f" AND {deadline} >= {today} AND {today} > {until}"
    )


def _local_today(row: Row, context: Context) -> str:
    zone = f"({_of_revision('deadline_time_zone')(row, context)})"
    return f"goals_local_day({context.now}, {zone})"


def mine(row: Row, context: Context) -> str:
    """Say whether the viewer acts for one of the two sides, himself or as a deputy."""
    return " OR ".join(acts(side, standing_on(row, context)) for side in Side)


def visible_contribution(row: Row, context: Context) -> str:
    """Write the id of the commission it contributes to, NULL where that is not to be seen."""
    other = context.table("Commission")
    here = f"{context.same_organisation(other)} AND {other['id']} = {row['contributes_to_id']}"
    seen = " AND ".join([here, *visible(other, context)])
    return f"SELECT {other['id']} FROM commission AS {other.alias} WHERE {seen}"


def _way(side: Side) -> Any:
    return lambda row, context: way(side, standing_on(row, context))


def _of_revision(column: str) -> Any:
    def sql(row: Row, context: Context) -> str:
        x = context.alias()
        return (
            f"SELECT {x}.{column} FROM revision AS {x}"
            f" WHERE {x}.org_id = {row['org_id']} AND {x}.id = {row['current_revision_id']}"
        )

    return sql


def _facts(row: Row, context: Context) -> str:
    return situation_json(lambda name: row[name], "sqlite" if _is_sqlite(context) else "postgres")


def _is_sqlite(context: Context) -> bool:
    return context.dialect.name == "sqlite"


SIDE_VALUES: Values = {side: Expression(_way(side), "plain", nullable=True) for side in Side}
DEADLINE_VALUES: Values = {
    "state": Column("state", "plain"),
    "deadline": Column("deadline", "date", nullable=True),
    "zone": Expression(_of_revision("deadline_time_zone"), "text"),
}
HEALTH_VALUES: Values = {
    **DEADLINE_VALUES,
    "agreedAt": Column("agreed_at", "datetime", nullable=True),
    "lastCheckInAt": Column("last_check_in_at", "datetime", nullable=True),
    "lastHealth": Column("last_health", "plain", nullable=True),
    "cadence": Expression(_of_revision("check_in_cadence_days"), "integer", nullable=True),
}
ACT_VALUES: Values = {
    **SIDE_VALUES,
    **DEADLINE_VALUES,
    "initiator": Column("initiator", "plain"),
    "selfCommission": Column("self_commission", "boolean"),
    "pending": Column("pending_revision_id", "uuid", nullable=True),
    "proposedAt": Column("proposed_at", "datetime", nullable=True),
    "agreedAt": Column("agreed_at", "datetime", nullable=True),
    "deliveredAt": Column("delivered_at", "datetime", nullable=True),
    "evaluatingAt": Column("evaluating_at", "datetime", nullable=True),
    "lastCheckInAt": Column("last_check_in_at", "datetime", nullable=True),
    "facts": Expression(_facts, "json"),
}


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _day_of(text: str | None, zone: str) -> date | None:
    return None if text is None else local_day(datetime.fromisoformat(text), zone)


def overdue(values: dict[str, Any], viewer: Viewer) -> bool:
    """Say whether a commission is agreed, undelivered and past its deadline, in its time zone."""
    deadline = _day(values["deadline"])
    today = local_day(viewer.now, values["zone"])
    return values["state"] == State.AGREED and deadline is not None and today > deadline


def health(values: dict[str, Any], viewer: Viewer) -> Health:
    """Say how a commission fares today."""
    zone = values["zone"]
    last = values["lastHealth"]
    return domain_health(
        State(values["state"]),
        today=local_day(viewer.now, zone),
        deadline=_day(values["deadline"]),
        agreed_on=_day_of(values["agreedAt"], zone),
        last_check_in_on=_day_of(values["lastCheckInAt"], zone),
        last_health=None if last is None else CheckInHealth(last),
        cadence_days=values["cadence"],
    )


def my_sides(values: dict[str, Any], _viewer: Viewer) -> list[Side]:
    """Say for which sides the viewer acts: as contact person, by a team, or as a deputy."""
    return [side for side in Side if values[side] is not None]


def allowed_actions(values: dict[str, Any], viewer: Viewer) -> list[Act]:
    """Say what the viewer may do now, in the order of ``Act``."""
    sides = my_sides(values, viewer)
    if not sides:
        return []
    situation = situation_from(
        values["facts"],
        state=State(values["state"]),
        initiator=Side(values["initiator"]),
        self_commission=values["selfCommission"],
        amendment_pending=values["pending"] is not None,
        today=local_day(viewer.now, values["zone"]),
        deadline=_day(values["deadline"]),
        proposed_at=_moment(values["proposedAt"]),
        agreed_at=_moment(values["agreedAt"]),
        delivered_at=_moment(values["deliveredAt"]),
        evaluating_at=_moment(values["evaluatingAt"]),
        last_check_in_at=_moment(values["lastCheckInAt"]),
    )
    allowed = {act for side in sides for act in allowed_acts(situation, side)}
    return [act for act in Act if act in allowed]


# Criteria


def _of_lineage(table: str, column: str, moment: str) -> Any:
    def sql(row: Row, context: Context) -> str:
        x = context.alias()
        return (
            f"SELECT {x}.{column} FROM {table} AS {x}"
            f" WHERE {x}.org_id = {row['org_id']} AND {x}.lineage_id = {row['lineage_id']}"
            f" ORDER BY {x}.{moment} DESC, {x}.id DESC LIMIT 1"
        )

    return sql


CRITERION_VALUES: Values = {
    "kind": Column("kind", "plain"),
    "direction": Column("direction", "plain", nullable=True),
    **{
        name: Column(name, "decimal", nullable=True)
        for name in ("baseline", "target", "stretch", "band")
    },
    "measured": Expression(
        _of_lineage("measurement", "value", "observed_at"), "decimal", nullable=True
    ),
    "override": Expression(
        _of_lineage("attainment_override", "attainment", "created_at"), "decimal", nullable=True
    ),
}


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _attained(values: dict[str, Any]) -> Attainment:
    direction = values["direction"]
    target = Target(
        kind=CriterionKind(values["kind"]),
        direction=None if direction is None else Direction(direction),
        baseline=_number(values["baseline"]),
        target=_number(values["target"]),
        stretch=_number(values["stretch"]),
        band=_number(values["band"]),
    )
    return attained(target, _number(values["measured"]))


def attainment(values: dict[str, Any], _viewer: Viewer) -> str | None:
    """Say how far a criterion is attained, computed from its latest measured value."""
    fraction = _attained(values).fraction
    return None if fraction is None else format(fraction, "f")


def met(values: dict[str, Any], _viewer: Viewer) -> bool | None:
    """Say whether a criterion is met: by the value set by hand, else by the measured one."""
    record = AttainmentRecord(_attained(values), _number(values["override"]))
    return record.effective.met


# Assessments, evaluations, reports


def sealed(row: Row, _context: Context) -> str:
    """Say whether the other side cannot see a row yet."""
    return f"{row['unsealed_at']} IS NULL"


SATISFACTION_VALUES: Values = {
    f"{aspect.lower()}_{view}": Column(f"{aspect.lower()}_{view}", "integer", nullable=True)
    for aspect in SatisfactionAspect
    for view in ("expected", "perceived")
}


def satisfaction(values: dict[str, Any], _viewer: Viewer) -> list[dict[str, Any]]:
    """Gather the answered aspects of an assessment."""
    answers = []
    for aspect in SatisfactionAspect:
        expected = values[f"{aspect.lower()}_expected"]
        perceived = values[f"{aspect.lower()}_perceived"]
        if expected is None and perceived is None:
            continue
        gap = None if expected is None or perceived is None else perceived - expected
        answers.append({"aspect": aspect, "expected": expected, "perceived": perceived, "gap": gap})
    return answers


def stored_list(values: dict[str, Any], _viewer: Viewer) -> list[Any]:
    """Hand out a stored JSON list as it is."""
    stored = values["stored"]
    return list(json.loads(stored) if isinstance(stored, str) else stored)


def findings(values: dict[str, Any], viewer: Viewer) -> list[dict[str, Any]]:
    """Hand out stored findings with message and fix in the viewer's language."""
    spoken = viewer.language.lower()
    return [
        {**found, "message": found["message"][spoken], "fix": found["fix"][spoken]}
        for found in stored_list(values, viewer)
    ]


def disagreements(values: dict[str, Any], viewer: Viewer) -> list[dict[str, Any]]:
    """Hand out stored disagreements under the names of the contract."""
    return [{**found, "aboutMet": found["about_met"]} for found in stored_list(values, viewer)]
