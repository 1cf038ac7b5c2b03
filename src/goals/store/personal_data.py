"""Personal data: every row that points to a person, whatever table it lies in.

The one rule: a table is found by its columns, not by a list of tables, so that a new one cannot
be forgotten; a test compares ``POINTERS`` with the links of the schema. Secrets stay out.
"""

import inspect
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from goals.store.database import Database
from goals.store.rows import decode
from goals.store.tables import ALL
from goals.store.tables.base import Stored, column_kinds, table_name

POINTERS = frozenset(
    {
        "person_id",
        "author_id",
        "asked_by_id",
        "answered_by_id",
        "resolved_by_id",
        "acknowledged_by_id",
        "actor_id",
        "opened_by_id",
        "closed_by_id",
        "delivered_by_id",
        "reviewer_id",
        "owner_id",
        "created_by_id",
        "customer_id",
        "supplier_id",
        "deputy_id",
        "appointed_by_id",
        "shared_by_id",
        "on_behalf_of_id",
    }
)
"""The columns that hold the id of a person."""
DERIVED = frozenset({"fact"})
"""Figures counted from rows that are given already."""
SECRET = {"token": {"hash"}}
ONLY = {
    "commission": frozenset(
        {"org_id", "id", "key", "customer_id", "supplier_id", "created_by_id", "created_at"}
    )
}
"""What of a table is about the person who is named in it: of a commission not what it says, which
they read as long as they may, nor what became of it since."""
OPEN = {
    "commission": "state <> 'DRAFT' OR created_by_id = $2"
    " OR CASE initiator WHEN 'CUSTOMER' THEN customer_id ELSE supplier_id END = $2"
}
"""Rows that are given at all: a draft names people who shall not know of it yet."""


@dataclass(frozen=True, slots=True)
class Held:
    """The rows of one table that are about a person, and by which columns they are."""

    table: str
    what: str
    because: tuple[str, ...]
    rows: list[dict[str, Any]]


def pointers(table: type[Stored]) -> tuple[str, ...]:
    """The columns of a table that point to a person."""
    if table_name(table) == "person":
        return ("id",)
    return tuple(name for name in column_kinds(table) if name in POINTERS)


async def held(database: Database, org_id: UUID, person_id: UUID) -> list[Held]:
    """Read everything that points to a person of the organisation."""
    found = [
        await _of_table(database, table, org_id, person_id)
        for table in ALL
        if pointers(table) and table_name(table) not in DERIVED
    ]
    return [each for each in found if each.rows]


async def _of_table(database: Database, table: type[Stored], org_id: UUID, person_id: UUID) -> Held:
    name, because = table_name(table), pointers(table)
    kinds = {
        column: kind
        for column, kind in column_kinds(table).items()
        if column not in SECRET.get(name, ()) and (name not in ONLY or column in ONLY[name])
    }
    about = " OR ".join(f"{column} = $2" for column in because)
    rows = await database.look_up(
        f"SELECT {', '.join(kinds)} FROM {name}"
        f" WHERE org_id = $1 AND ({about}) AND ({OPEN.get(name, '1 = 1')})",
        [org_id, person_id],
    )
    values = [dict(zip(kinds, decode(list(kinds.values()), row), strict=True)) for row in rows]
    return Held(name, inspect.cleandoc(table.__doc__ or "").split("\n")[0], because, values)
