"""Shares: who on neither side may read a commission."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.records import find_one
from goals.store.tables import CommissionShare
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionShareRow:
    """A row of commission_share; exactly one of person and team is there."""

    TABLE: ClassVar[type[Stored]] = CommissionShare

    org_id: UUID
    id: UUID
    commission_id: UUID
    person_id: UUID | None = None
    team_id: UUID | None = None
    side: str
    shared_by_id: UUID
    shared_at: datetime


async def find(tx: Transaction, org_id: UUID, share_id: UUID) -> CommissionShareRow | None:
    """The share with this id, or None."""
    return await find_one(tx, CommissionShareRow, org_id=org_id, id=share_id)


async def remove(tx: Transaction, org_id: UUID, share_id: UUID) -> None:
    """Take a share back; history keeps that it was."""
    sql = "DELETE FROM commission_share WHERE org_id = $1 AND id = $2"
    await tx.execute(sql, [org_id, share_id])
