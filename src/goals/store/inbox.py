"""Inbox: the commissions some people are the contact persons of, with the facts of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from goals.domain.parties import Side
from goals.settings import Dialect
from goals.store import standing
from goals.store.database import Database
from goals.store.rows import decode
from goals.store.situations import situation_json
from goals.store.standing import Standing

MOST = 500
_COLUMNS = {
    "id": "uuid",
    "state": "text",
    "initiator": "text",
    "self_commission": "bool",
    "customer_id": "uuid",
    "supplier_id": "uuid",
    "pending_revision_id": "uuid",
    "deadline": "date",
    "proposed_at": "time",
    "agreed_at": "time",
    "delivered_at": "time",
    "evaluating_at": "time",
    "last_check_in_at": "time",
    "updated_at": "time",
}


@dataclass(frozen=True, slots=True)
class OpenCommission:
    """A commission not yet over, or with open actions; ``facts``: see goals.store.situations."""

    id: UUID
    state: str
    initiator: str
    self_commission: bool
    customer_id: UUID
    supplier_id: UUID
    pending_revision_id: UUID | None
    deadline: date | None
    proposed_at: datetime | None
    agreed_at: datetime | None
    delivered_at: datetime | None
    evaluating_at: datetime | None
    last_check_in_at: datetime | None
    updated_at: datetime
    facts: dict[str, Any]
    time_zone: str
    as_customer: str | None
    as_supplier: str | None


def _column(name: str) -> str:
    return f"c.{name}"


def _select(dialect: Dialect) -> str:
    names = ", ".join(f"c.{name}" for name in _COLUMNS)
    facts = situation_json(_column, dialect)
    ways = ", ".join(
        standing.way(side, standing.asked_as(_column, dialect, 3, "$1")) for side in Side
    )
    people = standing.among(dialect, 2)
    return f"""
    SELECT {names}, {facts}, r.deadline_time_zone, {ways}
    FROM commission c
    JOIN revision r ON r.org_id = c.org_id AND r.id = c.current_revision_id
    WHERE c.org_id = $1 AND ({people("c.customer_id")} OR {people("c.supplier_id")})
        AND (c.state IN ('CLARIFYING', 'AGREED', 'DELIVERED', 'EVALUATING') OR EXISTS (
            SELECT 1 FROM action a WHERE a.org_id = c.org_id AND a.commission_id = c.id
                AND a.done_at IS NULL))
    ORDER BY c.deadline, c.id LIMIT {MOST}
    """


_SELECT: dict[Dialect, str] = {"sqlite": _select("sqlite"), "postgres": _select("postgres")}
_KINDS = (*_COLUMNS.values(), "json", "text", "text", "text")


async def open_commissions(
    database: Database, org_id: UUID, people: Sequence[UUID], by: Standing
) -> list[OpenCommission]:
    """At most 500 commissions on which these people may owe something, the most urgent first.

    With how whoever asks comes to act for each side: goals.store.standing.
    """
    sql, args = _SELECT[database.dialect], [org_id, list(people), *standing.arguments(by)]
    found = await database.look_up(sql, args)
    return [OpenCommission(*decode(_KINDS, row)) for row in found]
