"""Signatures: one per revision and side, never changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from goals.store.tables import Signature
from goals.store.tables.base import Stored


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
