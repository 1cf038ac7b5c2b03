"""Signatures: one per revision and side, never changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.records import find_one
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
    on_behalf_of_id: UUID | None = None


async def signed_by(
    tx: Transaction, org_id: UUID, revision_id: UUID, person_id: UUID
) -> SignatureRow | None:
    """The acceptance of this revision by this hand, for whichever side; None for none."""
    return await find_one(
        tx,
        SignatureRow,
        org_id=org_id,
        revision_id=revision_id,
        person_id=person_id,
        decision="ACCEPT",
    )
