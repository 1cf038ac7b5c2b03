"""External references: the same work in another system."""

from goals.api.fields import column, one
from goals.api.links import CommissionLink
from goals.api.node import Node, entity
from goals.api.scalars import Url
from goals.api.visibility import OF_COMMISSION


@entity("external_reference", OF_COMMISSION)
class ExternalReference(Node):
    """Where the same work lies in another system."""

    commission: CommissionLink = one("The commission it stands for.", "commission_id")
    system: str = column("The name of the other system.")
    key: str = column("The key of the work there, unique per system.")
    url: Url | None = column("Where to look at it.")
