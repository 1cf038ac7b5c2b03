"""Checkpoints: the server signs the head of a chain, so that nobody can cut or rewrite it unseen.

A checkpoint helps where it is kept elsewhere than the database: it leaves with every export and
by `goals audit checkpoint --output FILE`. It is no act of the trade and leaves no event.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from goals.domain import proofs
from goals.domain.canonical import utc_text
from goals.domain.identity import uuid7
from goals.services.signing import SigningKey
from goals.store import checkpoints, records
from goals.store.checkpoints import CheckpointRow
from goals.store.database import Database
from goals.store.transaction import Transaction

BETWEEN = timedelta(days=1)


async def take(
    database: Database, org_id: UUID, key: SigningKey, now: datetime
) -> CheckpointRow | None:
    """Sign the head as it is now; the one already there, or None where nothing ever happened."""

    async def work(tx: Transaction) -> CheckpointRow | None:
        seq, head = await checkpoints.head(tx, org_id)
        if not seq:
            return None
        there = await checkpoints.find(tx, org_id, seq, key.public.id)
        if there is not None:
            return there
        row = _signed(org_id, seq, head, key, now)
        await records.insert(tx, row)
        return row

    return await database.write(work)


async def take_due(database: Database, key: SigningKey, now: datetime) -> int:
    """Sign every head that has moved and was not signed for a day; return how many."""
    due = await checkpoints.due(database, now - BETWEEN, key.public.id)
    return sum([await take(database, org_id, key, now) is not None for org_id in due])


def document(row: CheckpointRow) -> dict[str, Any]:
    """The checkpoint as it leaves the house."""
    unsigned = proofs.checkpoint(
        org_id=str(row.org_id), seq=row.seq, head=row.hash, at=utc_text(row.at), key=row.key_id
    )
    return unsigned | {"signature": row.signature}


def _signed(org_id: UUID, seq: int, head: str, key: SigningKey, now: datetime) -> CheckpointRow:
    unsigned = proofs.checkpoint(
        org_id=str(org_id), seq=seq, head=head, at=utc_text(now), key=key.public.id
    )
    return CheckpointRow(
        org_id=org_id,
        id=uuid7(now),
        seq=seq,
        hash=head,
        at=now,
        key_id=key.public.id,
        signature=key.sign(unsigned)["signature"],
    )
