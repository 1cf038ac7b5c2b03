"""Signatures: a side's yes or no to one revision, and the receipt for it."""

# ruff: noqa: S608 - names in the SQL are ours; values are always parameters

from datetime import datetime

from goals.api import receipts
from goals.api.fields import Sql, column, computed, expression, one
from goals.api.links import CommissionLink, PersonLink, RevisionLink, SignatureReceiptLink
from goals.api.node import Node, entity
from goals.api.visibility import OF_COMMISSION
from goals.domain.enums import Side, SignatureDecision
from goals.reads.context import Context, Row


@entity("signature", OF_COMMISSION)
class Signature(Node):
    """One side's word on one revision, identified by the hash of its content."""

    commission: CommissionLink = one("The commission it belongs to.", "commission_id")
    revision: RevisionLink = one("The revision that was signed.", "revision_id")
    revision_hash: str = column("The content hash of the revision that was signed.", kind="plain")
    side: Side = column("The side that signs.")
    person: PersonLink = one("The person who signs.", "person_id")
    on_behalf_of: PersonLink | None = one(
        "The person for whom a deputy signed; null for who signed for themselves.",
        "on_behalf_of_id",
    )
    decision: SignatureDecision = column("Yes or no.")
    confidence: int | None = column(
        "How likely the side thinks success by the deadline is, in per cent, 0 to 100."
    )
    note: str | None = column("How the commission was understood, or anything to add.")
    reason: str | None = column("Why not, for a no.")
    alternative: str | None = column("What would be possible instead, for a no.")
    override_reason: str | None = column("Why it is signed though the SMART check fails.")
    event_seq: int = column("The number of the event in the organisation's hash chain.")
    signed_at: datetime = column("When it was signed.")
    receipt: SignatureReceiptLink = one("What the signer keeps of it.", "id", implied=True)


def _of_event(column: str) -> Sql:
    def sql(row: Row, context: Context) -> str:
        x = context.alias()
        return (
            f"SELECT {x}.{column} FROM event AS {x}"
            f" WHERE {x}.org_id = {row['org_id']} AND {x}.seq = {row['event_seq']}"
        )

    return sql


@entity("signature", OF_COMMISSION)
class SignatureReceipt:
    """What the signer keeps: it proves which text was signed, when, and where it stands in history.

    The event's hash covers all events before it, so the receipt also shows that the past of that
    day has not been changed since.
    """

    commission: CommissionLink = one("The commission it belongs to.", "commission_id")
    person: PersonLink = one("The person who signed.", "person_id")
    side: Side = column("The side for which it was signed.")
    decision: SignatureDecision = column("Yes or no.")
    revision_hash: str = column("The content hash of the revision that was signed.", kind="plain")
    signed_at: datetime = column("When it was signed.")
    event_seq: int = column("The number of the event in the organisation's hash chain.")
    event_hash: str = expression(
        "SHA-256 over the previous hash and the event.", _of_event("hash"), "plain"
    )
    previous_hash: str = expression(
        "The hash of the event before.", _of_event("previous_hash"), "plain"
    )
    body_hash: str = expression(
        "SHA-256 over the salted body of the event.", _of_event("body_hash"), "plain"
    )
    document: str | None = computed(
        "The whole receipt as JSON text, with the text signed and the server's signature (Ed25519),"
        " where it has a key: `goals audit verify` checks it offline. Null once the texts are"
        " erased.",
        receipts.document,
        **receipts.VALUES,
    )
