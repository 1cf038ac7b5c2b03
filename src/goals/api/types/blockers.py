"""Blockers: what stands in the way of the work."""

from datetime import datetime

from goals.api.fields import column, one
from goals.api.links import CommissionLink, PersonLink
from goals.api.node import Node, entity
from goals.api.visibility import OF_COMMISSION
from goals.domain.enums import BlockerKind


@entity("blocker", OF_COMMISSION)
class Blocker(Node):
    """Something that stands in the way, until it is closed."""

    commission: CommissionLink = one("The commission it blocks.", "commission_id")
    kind: BlockerKind = column("What sort of obstacle it is.")
    text: str = column("What stands in the way.")
    owner: str | None = column("Who takes care of it.")
    next_step: str | None = column("What is done next.")
    opened_by: PersonLink = one("The person who named it.", "opened_by_id")
    opened_at: datetime = column("When it was named.")
    closed_by: PersonLink | None = one("The person who closed it.", "closed_by_id")
    closed_at: datetime | None = column("When it was out of the way; null while open.")
    resolution: str | None = column("How it was removed.")
