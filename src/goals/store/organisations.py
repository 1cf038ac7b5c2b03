"""Organisations: the tenants, each with the head of its event chain."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from goals.domain.cubes.catalogue import fingerprint
from goals.store.database import Database
from goals.store.records import change, find_one, insert
from goals.store.rows import read_uuid
from goals.store.tables import Organisation, OrganisationHead, RollupBuilt
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRow:
    """A row of organisation."""

    TABLE: ClassVar[type[Stored]] = Organisation

    id: UUID
    name: str
    language: str
    time_zone: str
    settings: Any
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationHeadRow:
    """A row of organisation_head."""

    TABLE: ClassVar[type[Stored]] = OrganisationHead

    org_id: UUID
    event_seq: int
    event_hash: str
    event_at: datetime
    last_commission: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RollupBuiltRow:
    """A row of rollup_built."""

    TABLE: ClassVar[type[Stored]] = RollupBuilt

    org_id: UUID
    cubes: str
    built_at: datetime
    seq: int


async def found(tx: Transaction, row: OrganisationRow, genesis: str) -> None:
    """Insert an organisation with an empty chain; ``genesis`` stands for the event before all.

    Its rollups are complete: there is nothing to count.
    """
    head = OrganisationHeadRow(
        org_id=row.id, event_seq=0, event_hash=genesis, event_at=row.created_at, last_commission=0
    )
    built = RollupBuiltRow(org_id=row.id, cubes=fingerprint(), built_at=row.created_at, seq=0)
    await insert(tx, row, head, built)


async def find(tx: Transaction, org_id: UUID) -> OrganisationRow | None:
    """Return the organisation, or None."""
    return await find_one(tx, OrganisationRow, id=org_id)


async def update(tx: Transaction, org_id: UUID, **changes: object) -> None:
    """Change the organisation."""
    await change(tx, OrganisationRow, {"id": org_id}, **changes)


async def every(database: Database) -> list[UUID]:
    """The ids of all organisations."""
    found = await database.look_up("SELECT id FROM organisation ORDER BY id", [])
    return [read_uuid(row[0]) for row in found]


async def settings(database: Database, org_id: UUID) -> dict[str, Any]:
    """What was set in an organisation; empty for one that is not there."""
    found = await database.look_up("SELECT settings FROM organisation WHERE id = $1", [org_id])
    return dict(json.loads(found[0][0])) if found else {}
