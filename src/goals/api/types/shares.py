"""Shares: who on neither side may read a commission."""

from datetime import datetime

from goals.api.fields import column, one
from goals.api.links import CommissionLink, PersonLink, TeamLink
from goals.api.node import Node, entity
from goals.api.visibility import OF_COMMISSION
from goals.domain.enums import Side


@entity("commission_share", OF_COMMISSION)
class CommissionShare(Node):
    """That a side lets a person or a team read a commission, and nothing more.

    Drafts and what is sealed stay hidden.
    """

    commission: CommissionLink = one("The commission that is shared.", "commission_id")
    person: PersonLink | None = one("The person who may read it; null for a team.", "person_id")
    team: TeamLink | None = one("The team that may read it; null for a person.", "team_id")
    side: Side = column("The side that shared it.")
    shared_by: PersonLink = one("The person who shared it.", "shared_by_id")
    shared_at: datetime = column("When it was shared.")
