"""Signatures: one per revision and side."""

from goals.store.columns import Count, Identifier, Moment, Sequence, Words
from goals.store.tables.base import RUNNING, Stored


class Signature(Stored, tablename="signature", db=RUNNING):
    """An acceptance or a decline of one revision by one side."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    commission_id = Identifier()
    revision_id = Identifier()
    revision_hash = Words()
    side = Words()
    person_id = Identifier()
    decision = Words()
    confidence = Count(null=True)
    note = Words(null=True)
    reason = Words(null=True)
    alternative = Words(null=True)
    override_reason = Words(null=True)
    event_seq = Sequence()
    signed_at = Moment()
    on_behalf_of_id = Identifier(null=True)
