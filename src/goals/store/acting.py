"""Acting: what an act has to know of a commission, read in one statement."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from goals.domain.parties import Side
from goals.settings import Dialect
from goals.store import standing
from goals.store.rows import decode
from goals.store.situations import situation_json
from goals.store.standing import Standing
from goals.store.tables.base import kinds_of
from goals.store.tables.commission import Commission
from goals.store.transaction import Transaction

_NAMES = (
    "id", "key", "title", "customer_team_id", "customer_id", "supplier_team_id", "supplier_id",
    "commitment", "state", "initiator", "self_commission", "version", "current_revision_id",
    "pending_revision_id", "deadline", "first_agreed_deadline", "proposed_at", "agreed_at",
    "delivered_at", "evaluating_at", "last_check_in_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LoadedCommission:
    """A commission as an act finds it; ``facts`` are those of goals.store.situations."""

    id: UUID
    key: str
    title: str
    customer_team_id: UUID
    customer_id: UUID
    supplier_team_id: UUID
    supplier_id: UUID
    commitment: str
    state: str
    initiator: str
    self_commission: bool
    version: int
    current_revision_id: UUID
    pending_revision_id: UUID | None
    deadline: date | None
    first_agreed_deadline: date | None
    proposed_at: datetime | None
    agreed_at: datetime | None
    delivered_at: datetime | None
    evaluating_at: datetime | None
    last_check_in_at: datetime | None
    facts: dict[str, Any]
    signing_hash: str
    signing_deadline: date | None
    time_zone: str
    customer_label: str
    seen: bool
    as_customer: str | None
    as_supplier: str | None

    @property
    def ways(self) -> dict[Side, str]:
        """The sides that whoever asked acts for, each with how: goals.store.standing."""
        ways = {Side.CUSTOMER: self.as_customer, Side.SUPPLIER: self.as_supplier}
        return {side: how for side, how in ways.items() if how is not None}

    @property
    def sides(self) -> frozenset[Side]:
        """The sides that whoever asked acts for."""
        return frozenset(self.ways)

    @property
    def signing_revision_id(self) -> UUID:
        """The revision on the table: the pending amendment, else the current one."""
        return self.pending_revision_id or self.current_revision_id


def _column(name: str) -> str:
    return f"c.{name}"


def _select(dialect: Dialect) -> str:
    names = ", ".join(f"c.{name}" for name in _NAMES)
    facts = situation_json(_column, dialect)
    asked = standing.asked_as(_column, dialect, 4, "$1")
    ways = ", ".join(standing.way(side, asked) for side in (Side.CUSTOMER, Side.SUPPLIER))
    return (
        f"SELECT {names}, {facts}, r.content_hash, r.deadline, r.deadline_time_zone, "
        f"coalesce(c.beneficiary, t.name), $3 = 1 OR {standing.sees(asked)}, {ways} "
        "FROM commission c JOIN revision r ON r.org_id = c.org_id "
        "AND r.id = coalesce(c.pending_revision_id, c.current_revision_id) "
        "JOIN team t ON t.org_id = c.org_id AND t.id = c.customer_team_id "
        "WHERE c.org_id = $1 AND c.id = $2"
    )


_SELECT: dict[Dialect, str] = {"sqlite": _select("sqlite"), "postgres": _select("postgres")}
_KINDS = kinds_of(Commission, _NAMES)
_REST = ("json", "text", "date", "text", "text", "bool", "text", "text")


async def load(
    tx: Transaction, org_id: UUID, commission_id: UUID, by: Standing | None = None
) -> LoadedCommission | None:
    """The commission with all its facts, and what somebody may do to it; one statement.

    None when there is none. ``by`` None is nobody: then it is seen by no one.
    """
    by = by or Standing()
    args = [org_id, commission_id, int(by.sees_all), *standing.arguments(by)]
    found = await tx.row(_SELECT[tx.dialect], args)
    if found is None:
        return None
    values, rest = found[: len(_NAMES)], found[len(_NAMES) :]
    return LoadedCommission(*decode(_KINDS, values), *decode(_REST, rest))
