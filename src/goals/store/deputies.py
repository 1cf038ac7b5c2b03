"""Deputies: who acts for whom for a while.

``DEPUTY_FOR`` is read along with the person at sign-in: one hop and no further, so that a deputy
of a deputy acts for nobody.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.settings import Dialect
from goals.store.records import change, find_one
from goals.store.tables import Deputy
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class DeputyRow:
    """A row of deputy; it holds from ``starts_at`` until before ``ends_at``, unless ended."""

    TABLE: ClassVar[type[Stored]] = Deputy

    org_id: UUID
    id: UUID
    person_id: UUID
    deputy_id: UUID
    starts_at: datetime
    ends_at: datetime
    appointed_by_id: UUID | None = None
    appointed_at: datetime
    ended_at: datetime | None = None


def deputy_for(person: Callable[[str], str], now: str, dialect: Dialect) -> str:
    """Write an expression over a row of person: whom they are deputy for now, as JSON text.

    ``now`` is the placeholder of a time. The value is ``[[person, [team, ...]], ...]``; people
    who no longer take part have no deputies.
    """
    array, pair, text = _WORDS[dialect]
    active = "b.active" if dialect == "postgres" else "b.active = 1"
    teams = (
        f"coalesce((SELECT {array}(m.team_id){text} FROM membership m"
        " WHERE m.org_id = b.org_id AND m.person_id = b.id), '[]')"
    )
    parsed = f"json({teams})" if dialect == "sqlite" else f"{teams}::json"
    return (
        f"(SELECT {array}({pair}(b.id, {parsed})){text} FROM person b"
        f" WHERE b.org_id = {person('org_id')} AND {active} AND b.id IN ("
        f"SELECT d.person_id FROM deputy d WHERE d.org_id = {person('org_id')}"
        f" AND d.deputy_id = {person('id')} AND d.starts_at <= {now} AND d.ends_at > {now}"
        " AND d.ended_at IS NULL))"
    )


def read_deputy_for(value: str | None) -> list[tuple[UUID, tuple[UUID, ...]]]:
    """Read what ``deputy_for`` gave: people, each with the teams they belong to."""
    found = json.loads(value or "[]")
    return [(UUID(person), tuple(map(UUID, teams))) for person, teams in found]


async def find(tx: Transaction, org_id: UUID, deputy_id: UUID) -> DeputyRow | None:
    """The appointment with this id, or None."""
    return await find_one(tx, DeputyRow, org_id=org_id, id=deputy_id)


async def end(tx: Transaction, org_id: UUID, deputy_id: UUID, at: datetime) -> bool:
    """End an appointment; False when it has been ended before."""
    where = {"org_id": org_id, "id": deputy_id, "ended_at": None}
    return await change(tx, DeputyRow, where, ended_at=at) == 1


async def end_all(tx: Transaction, org_id: UUID, person_id: UUID, at: datetime) -> int:
    """End what still holds, or would begin, of a person's and for a person; return how many."""
    found = await tx.rows(
        "UPDATE deputy SET ended_at = $1 WHERE org_id = $2 AND ended_at IS NULL AND ends_at > $1"
        " AND (person_id = $3 OR deputy_id = $3) RETURNING 1",
        [at, org_id, person_id],
    )
    return len(found)


_WORDS: dict[Dialect, tuple[str, str, str]] = {
    "sqlite": ("json_group_array", "json_array", ""),
    "postgres": ("json_agg", "json_build_array", "::text"),
}
