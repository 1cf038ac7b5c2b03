"""Situations: all the facts that the guards of the lifecycle ask for, in one SQL expression.

``situation_json`` is written once and used twice: an act loads it under its lock, and the read
compiler hands it to ``allowedActions`` and the inbox. What the facts mean is decided in
goals.domain; ``goals.services.situations`` turns the JSON into a Situation.
"""

from collections.abc import Callable

from goals.settings import Dialect

Column = Callable[[str], str]


def situation_json(commission: Column, dialect: Dialect) -> str:
    """A scalar SQL expression over a row of commission; its value is a JSON object as text.

    ``commission(name)`` writes a column of that row. Of the revision on the table (the pending
    amendment, else the current one): has_goal, has_benefit, deadline, number, signing_criteria
    (count), playback (last status), signed [side], smart {dimension: verdict, findings}. Of the
    current one: cadence (days), musts [id], criteria [[id, text]], duties [[id, side]] still open.
    Of the commission, as far as open: questions [[id, asked side]], check_ins [id], blockers
    [id], actions [[id, side]]; assessed [side].
    """
    array, pair = _ARRAY[dialect], _PAIR[dialect]
    org = commission("org_id")
    here = f"x.org_id = {org} AND x.commission_id = {commission('id')}"
    current = commission("current_revision_id")
    signing = f"coalesce({commission('pending_revision_id')}, {current})"
    on_signing = f"x.org_id = {org} AND x.revision_id = {signing}"
    on_current = f"x.org_id = {org} AND x.revision_id = {current}"
    revision = f"FROM revision x WHERE x.org_id = {org} AND x.id = {signing}"
    unfulfilled = (
        "NOT EXISTS (SELECT 1 FROM duty_fulfilment f "
        "WHERE f.org_id = x.org_id AND f.lineage_id = x.lineage_id)"
    )
    facts = {
        "has_goal": _flag(f"(SELECT x.goal IS NOT NULL {revision})", dialect),
        "has_benefit": _flag(f"(SELECT x.benefit IS NOT NULL {revision})", dialect),
        "deadline": f"(SELECT {_DATE[dialect]} {revision})",
        "number": f"(SELECT x.number {revision})",
        "cadence": f"(SELECT x.check_in_cadence_days FROM revision x WHERE x.org_id = {org} "
        f"AND x.id = {current})",
        "questions": array(
            pair("x.id", "x.asked_side"), f"question x WHERE {here} AND x.status = 'OPEN'"
        ),
        "playback": "(SELECT x.status FROM playback x "
        f"WHERE {here} AND x.revision_id = {signing} "
        "ORDER BY x.created_at DESC, x.id DESC LIMIT 1)",
        "signed": array("x.side", f"signature x WHERE {on_signing} AND x.decision = 'ACCEPT'"),
        "musts": array("x.id", f"criterion x WHERE {on_current} AND x.priority = 'MUST'"),
        "criteria": array(pair("x.id", "x.text"), f"criterion x WHERE {on_current}"),
        "signing_criteria": f"(SELECT count(*) FROM criterion x WHERE {on_signing})",
        "smart": _smart(on_signing, dialect),
        "check_ins": array("x.id", f"check_in x WHERE {here} AND x.acknowledged_at IS NULL"),
        "blockers": array("x.id", f"blocker x WHERE {here} AND x.closed_at IS NULL"),
        "duties": array(pair("x.id", "x.side"), f"duty x WHERE {on_current} AND {unfulfilled}"),
        "assessed": array("x.side", f"assessment x WHERE {here}"),
        "actions": array(
            pair("x.id", _owning_side(commission)), f"action x WHERE {here} AND x.done_at IS NULL"
        ),
    }
    pairs = ", ".join(f"'{key}', {sql}" for key, sql in facts.items())
    return _OBJECT[dialect].format(pairs)


def _owning_side(commission: Column) -> str:
    """The side whose person an action belongs to; the supplier's where it is nobody's."""
    member = (
        f"EXISTS (SELECT 1 FROM membership m WHERE m.org_id = x.org_id "
        f"AND m.team_id = {commission('customer_team_id')} AND m.person_id = x.owner_id)"
    )
    return (
        f"CASE WHEN x.owner_id = {commission('supplier_id')} THEN 'SUPPLIER' "
        f"WHEN x.owner_id = {commission('customer_id')} OR {member} THEN 'CUSTOMER' "
        "ELSE 'SUPPLIER' END"
    )


def _smart(on_signing: str, dialect: Dialect) -> str:
    """The verdicts of the last report on the revision, and its findings."""
    verdicts = ("specific", "measurable", "realistic", "time_bound")
    pairs = ", ".join(f"'{name}', x.{name}" for name in verdicts)
    findings = "json(x.findings)" if dialect == "sqlite" else "x.findings::json"
    inner = f"{pairs}, 'findings', {findings}"
    made = f"json_object({inner})" if dialect == "sqlite" else f"json_build_object({inner})"
    return (
        f"(SELECT {made} FROM smart_report x WHERE {on_signing} "
        "ORDER BY x.checked_at DESC, x.id DESC LIMIT 1)"
    )


def _flag(sql: str, dialect: Dialect) -> str:
    return f"({sql} <> 0)" if dialect == "sqlite" else sql


def _sqlite_array(value: str, source: str) -> str:
    return f"(SELECT json_group_array({value}) FROM {source})"


def _postgres_array(value: str, source: str) -> str:
    return f"(SELECT coalesce(json_agg({value}), '[]'::json) FROM {source})"


_ARRAY = {"sqlite": _sqlite_array, "postgres": _postgres_array}
_PAIR: dict[Dialect, Callable[[str, str], str]] = {
    "sqlite": lambda first, second: f"json_array({first}, {second})",
    "postgres": lambda first, second: f"json_build_array({first}, {second})",
}
_OBJECT = {"sqlite": "json_object({})", "postgres": "json_build_object({})::text"}
_DATE = {"sqlite": "x.deadline", "postgres": "x.deadline::text"}
