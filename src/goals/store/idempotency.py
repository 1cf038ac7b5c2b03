"""Idempotency keys: the same request twice is done once and answered twice.

The one rule: key and act are in one transaction. A key without an answer belongs to a
transaction that still runs; of two at once the second waits for the first and gets its answer.
Keys live for a day per token.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar
from uuid import UUID

from goals.domain.errors import DatabaseUnavailable, IdempotencyMismatch, IdempotencyRunning
from goals.store.records import change
from goals.store.tables import Idempotency
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class IdempotencyRow:
    """A row of idempotency."""

    TABLE: ClassVar[type[Stored]] = Idempotency

    token_id: UUID
    key: str
    org_id: UUID
    request_hash: str
    answer: str | None = None
    created_at: datetime


LIFETIME = timedelta(hours=24)


async def claim(
    tx: Transaction, *, token_id: UUID, key: str, org_id: UUID, request_hash: str, now: datetime
) -> str | None:
    """Take a key before the act; the stored answer when the act was done before, else None.

    Raises IdempotencyMismatch for another request under this key, IdempotencyRunning when the
    first one has not ended in time.
    """
    try:
        taken = await tx.rows(_CLAIM, [token_id, key, org_id, request_hash, now, now - LIFETIME])
    except DatabaseUnavailable as fault:
        if fault.reason == "locked":
            raise IdempotencyRunning from None
        raise
    if taken:
        return None
    found = await tx.row(
        "SELECT request_hash, answer FROM idempotency WHERE token_id = $1 AND key = $2",
        [token_id, key],
    )
    if found is None or found[0] != request_hash:
        raise IdempotencyMismatch
    if found[1] is None:
        raise IdempotencyRunning
    answer: str = found[1]
    return answer


async def answer(tx: Transaction, *, token_id: UUID, key: str, text: str) -> None:
    """Keep the answer with the key, in the transaction of the act."""
    await change(tx, IdempotencyRow, {"token_id": token_id, "key": key}, answer=text)


async def forget(tx: Transaction, now: datetime) -> int:
    """Delete the keys that are too old; return how many."""
    gone = await tx.rows(
        "DELETE FROM idempotency WHERE created_at < $1 RETURNING 1", [now - LIFETIME]
    )
    return len(gone)


_CLAIM = """
INSERT INTO idempotency (token_id, key, org_id, request_hash, created_at)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (token_id, key) DO UPDATE SET
    org_id = excluded.org_id, request_hash = excluded.request_hash, answer = NULL,
    created_at = excluded.created_at
    WHERE idempotency.created_at < $6
RETURNING 1
"""
