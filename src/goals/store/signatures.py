"""Signatures: one per revision and side, never changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.tables import Signature
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureRow:
    """A row of signature."""

    TABLE: ClassVar[type[Stored]] = Signature

    org_id: UUID
    id: UUID
    commission_id: UUID
    revision_id: UUID
    revision_hash: str
    side: str
    person_id: UUID
    decision: str
    confidence: int | None = None
    note: str | None = None
    reason: str | None = None
    alternative: str | None = None
    override_reason: str | None = None
    event_seq: int
    signed_at: datetime


async def signed_by(tx: Transaction, org_id: UUID, revision_id: UUID, person_id: UUID) -> bool:
    """Whether this person has accepted this revision already, for whichever side."""
    found = await tx.value(
        "SELECT count(*) FROM signature WHERE org_id = $1 AND revision_id = $2 "
        "AND person_id = $3 AND decision = 'ACCEPT'",
        [org_id, revision_id, person_id],
    )
    return bool(found)
