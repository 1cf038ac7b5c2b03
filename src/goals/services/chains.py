"""Chains: write the history of an organisation out, and verify it where it lies.

The one rule: a chain is walked in stretches, in the same memory for any length. Verifying in the
database also hashes every revision again: what was signed must still be what is stored.
"""

import json
from collections.abc import AsyncIterator, Mapping
from datetime import datetime
from uuid import UUID

from goals.domain.canonical import content_hash, utc_text
from goals.domain.chain import GENESIS, ChainReport, Fault, Walk
from goals.domain.chain_file import checkpoint_line, event_line, head_line, header_line
from goals.services.checkpoints import document
from goals.services.signing import PublicKey
from goals.store import checkpoints, events, revisions
from goals.store.database import Database


async def export(
    database: Database, org_id: UUID, name: str, now: datetime, key: PublicKey | None
) -> AsyncIterator[str]:
    """The lines of goals.domain.chain_file, up to the newest event."""
    waiting = [document(row) for row in await checkpoints.of_organisation(database, org_id)]
    yield header_line(
        org_id=str(org_id), name=name, at=utc_text(now), key=None if key is None else key.text
    )
    seq, head = 0, GENESIS
    async for link in events.all_links(database, org_id):
        seq, head = link.seq, link.hash
        yield event_line(link)
        while waiting and waiting[0]["seq"] <= seq:
            yield checkpoint_line(waiting.pop(0))
    yield head_line(seq, head)


async def verify(
    database: Database,
    org_id: UUID,
    *,
    known: Mapping[int, str] | None = None,
    key: PublicKey | None = None,
) -> ChainReport:
    """Walk the chain, hold it against its head, its checkpoints and the stored revisions."""
    kept = await checkpoints.of_organisation(database, org_id)
    for row in kept:
        if key is not None and row.key_id == key.id and not key.holds(document(row)):
            return ChainReport(0, GENESIS, row.seq, Fault.SIGNATURE)
    heads = {row.seq: row.hash for row in kept}
    heads |= await events.head(database, org_id)
    walk = Walk(known=heads | dict(known or {}))
    async for link in events.all_links(database, org_id):
        if not walk.take(link):
            break
    report = walk.finish()
    if not report.holds:
        return report
    changed = await _changed_content(database, org_id)
    if changed is None:
        return report
    return ChainReport(report.count, report.head, changed, Fault.CONTENT, report.erased)


async def _changed_content(database: Database, org_id: UUID) -> int | None:
    """The number of the first event whose revision is stored with another text, if any."""
    async for signed in revisions.whole_history(database, org_id):
        stored = content_hash(json.loads(signed.content))
        if not stored == signed.content_hash == signed.event_hash:
            return signed.event_seq
    return None
