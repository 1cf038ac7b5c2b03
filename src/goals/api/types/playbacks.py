"""Playbacks: the supplier restates the commission in their own words."""

from datetime import datetime

from goals.api.fields import column, one
from goals.api.links import CommissionLink, PersonLink, RevisionLink
from goals.api.node import Node, entity
from goals.api.visibility import OF_COMMISSION
from goals.domain.enums import PlaybackStatus


@entity("playback", OF_COMMISSION)
class Playback(Node):
    """What the supplier understood, and what the customer says to it."""

    commission: CommissionLink = one("The commission it restates.", "commission_id")
    revision: RevisionLink = one("The revision it restates.", "revision_id")
    text: str = column("The supplier's words.")
    status: PlaybackStatus = column("What the customer says to it.")
    author: PersonLink = one("The person who restates.", "author_id")
    created_at: datetime = column("When it was written.")
    resolved_by: PersonLink | None = one(
        "The person who confirmed or corrected it.", "resolved_by_id"
    )
    resolved_at: datetime | None = column("When it was confirmed or corrected.")
    correction: str | None = column("What was understood wrongly.")
