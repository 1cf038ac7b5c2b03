"""Check-ins: how it goes, said by the supplier and acknowledged by the customer."""

from datetime import datetime

from goals.api.fields import column, one
from goals.api.links import CommissionLink, PersonLink
from goals.api.node import Node, entity
from goals.api.visibility import OF_COMMISSION
from goals.domain.enums import CheckInHealth


@entity("check_in", OF_COMMISSION)
class CheckIn(Node):
    """A report on the way."""

    commission: CommissionLink = one("The commission it reports on.", "commission_id")
    health: CheckInHealth = column("Whether the goal will be reached.")
    confidence: int | None = column("How likely success by the deadline is, in per cent, 0 to 100.")
    note: str | None = column("What there is to say.")
    needs: str | None = column("What the supplier needs from the customer.")
    author: PersonLink = one("The person who reports.", "author_id")
    created_at: datetime = column("When it was reported.")
    acknowledged_by: PersonLink | None = one(
        "The person on the other side who has read it.", "acknowledged_by_id"
    )
    acknowledged_at: datetime | None = column("When it was acknowledged; null until then.")
