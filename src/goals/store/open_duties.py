"""Open duties: everything a person would leave behind, in one SQL expression.

``open_duties_json`` is written once and used twice: deactivating loads it under the lock, and the
read compiler hands it to ``Person.openDuties``. What it means is decided by goals.services.
"""

import json
from typing import Any
from uuid import UUID

from goals.domain.states import State
from goals.settings import Dialect
from goals.store.situations import Column, situation_json
from goals.store.transaction import Transaction

_COMMISSION = (
    "id", "number", "key", "title", "state", "initiator", "self_commission", "customer_team_id",
    "customer_id", "supplier_team_id", "supplier_id", "pending_revision_id", "deadline",
    "proposed_at", "agreed_at", "delivered_at", "evaluating_at", "last_check_in_at", "updated_at",
)  # fmt: skip
_OPEN = ", ".join(f"'{state}'" for state in State if not state.is_final)
_ARRAY = {
    "sqlite": "coalesce((SELECT json_group_array(json({0})) FROM ({1}) made_ones), json_array())",
    "postgres": "coalesce((SELECT json_agg({0}) FROM ({1}) made_ones), '[]'::json)",
}
_OBJECT = {"sqlite": "json_object({})", "postgres": "json_build_object({})"}
_JSON = {"sqlite": "json({})", "postgres": "({})::json"}


def open_duties_json(person: Column, dialect: Dialect) -> str:
    """A scalar SQL expression over a row of person; its value is a JSON object as text.

    ``person(name)`` writes a column of that row. ``commissions``: those the person is a contact
    of and that are not over, or have an action open, with the facts of goals.store.situations.
    ``actions``, ``risks`` and ``blockers``: [number, commission, key, title, id, text, due], those
    the person owns; of the last two the owner is a text, the name or e-mail. In no order: sorting
    would lead SQLite to the wrong index.
    """
    parts = {
        "commissions": _commissions(person, dialect),
        "actions": _things(_ACTIONS, "a.due", person, dialect),
        "risks": _things(_RISKS, "NULL", person, dialect),
        "blockers": _things(_BLOCKERS, "NULL", person, dialect),
    }
    pairs = ", ".join(f"'{name}', {sql}" for name, sql in parts.items())
    made = _OBJECT[dialect].format(pairs)
    return made if dialect == "sqlite" else f"{made}::text"


def _commissions(person: Column, dialect: Dialect) -> str:
    facts = _JSON[dialect].format(situation_json(lambda name: f"c.{name}", dialect))
    pairs = ", ".join(f"'{name}', c.{name}" for name in _COMMISSION)
    made = _OBJECT[dialect].format(
        f"{pairs}, 'customer_team', {_team('customer')}, 'supplier_team', {_team('supplier')}, "
        f"'time_zone', r.deadline_time_zone, 'facts', {facts}"
    )
    mine = " UNION ".join(
        f"SELECT m.id FROM commission m WHERE m.org_id = {person('org_id')} "
        f"AND m.{side}_id = {person('id')}"
        for side in ("customer", "supplier")
    )
    rows = (
        f"SELECT {made} AS made FROM commission c JOIN revision r ON r.org_id = c.org_id "
        "AND r.id = c.current_revision_id "
        f"WHERE c.org_id = {person('org_id')} AND c.id IN ({mine}) "
        f"AND (c.state IN ({_OPEN}) OR EXISTS (SELECT 1 FROM action a WHERE a.org_id = c.org_id "
        "AND a.commission_id = c.id AND a.done_at IS NULL))"
    )
    return _ARRAY[dialect].format("made", rows)


def _team(side: str) -> str:
    return f"(SELECT t.name FROM team t WHERE t.org_id = c.org_id AND t.id = c.{side}_team_id)"


def _things(source: str, due: str, person: Column, dialect: Dialect) -> str:
    array = {"sqlite": "json_array", "postgres": "json_build_array"}[dialect]
    rows = (
        f"SELECT {array}(c.number, c.id, c.key, c.title, a.id, a.text, {due}) AS made FROM "
        + source.format(
            org=person("org_id"), me=person("id"), name=person("name"), email=person("email")
        )
    )
    return _ARRAY[dialect].format("made", rows)


_ACTIONS = (
    "action a JOIN commission c ON c.org_id = a.org_id AND c.id = a.commission_id "
    "WHERE a.org_id = {org} AND a.owner_id = {me} AND a.done_at IS NULL"
)
_OWNED = "a.owner IS NOT NULL AND lower(a.owner) IN (lower({name}), {email})"
_RISKS = (
    "risk a JOIN revision r ON r.org_id = a.org_id AND r.id = a.revision_id "
    "JOIN commission c ON c.org_id = r.org_id AND c.id = r.commission_id "
    "AND c.current_revision_id = r.id "
    f"WHERE a.org_id = {{org}} AND {_OWNED} AND c.state IN ({_OPEN})"
)
_BLOCKERS = (
    "blocker a JOIN commission c ON c.org_id = a.org_id AND c.id = a.commission_id "
    f"WHERE a.org_id = {{org}} AND {_OWNED} AND a.closed_at IS NULL AND c.state IN ({_OPEN})"
)


async def find(tx: Transaction, org_id: UUID, person_id: UUID) -> dict[str, Any]:
    """Everything this person would leave behind; one statement."""
    found = await tx.value(_FIND[tx.dialect], [org_id, person_id])
    loaded: dict[str, Any] = json.loads(found)
    return loaded


_FIND: dict[Dialect, str] = {
    dialect: f"SELECT {open_duties_json(lambda name: f'p.{name}', dialect)} FROM person p "
    "WHERE p.org_id = $1 AND p.id = $2"
    for dialect in ("sqlite", "postgres")
}
