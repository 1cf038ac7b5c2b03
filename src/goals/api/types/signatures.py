"""Signatures: a side's yes or no to one revision."""

from datetime import datetime

from goals.api.fields import column, one
from goals.api.links import CommissionLink, PersonLink, RevisionLink
from goals.api.node import Node, entity
from goals.api.visibility import OF_COMMISSION
from goals.domain.enums import Side, SignatureDecision


@entity("signature", OF_COMMISSION)
class Signature(Node):
    """One side's word on one revision, identified by the hash of its content."""

    commission: CommissionLink = one("The commission it belongs to.", "commission_id")
    revision: RevisionLink = one("The revision that was signed.", "revision_id")
    revision_hash: str = column("The content hash of the revision that was signed.", kind="plain")
    side: Side = column("The side that signs.")
    person: PersonLink = one("The person who signs.", "person_id")
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
