"""Resources: what a commission needs."""

from decimal import Decimal

from goals.api.fields import column, one
from goals.api.links import RevisionLink
from goals.api.node import Node, entity
from goals.api.visibility import OF_REVISION
from goals.domain.enums import ResourceKind, ResourceStatus, Side


@entity("resource", OF_REVISION)
class Resource(Node):
    """Something that is needed to reach the goal, and the side that provides it."""

    revision: RevisionLink = one("The revision it belongs to.", "revision_id")
    position: int = column("Its place in the list, from 1.")
    kind: ResourceKind = column("What sort of thing it is.")
    text: str = column("What is needed.")
    amount: Decimal | None = column("How much of it, in the given unit.")
    unit: str | None = column("The unit of the amount, such as `days` or `EUR`.")
    side: Side = column("The side that provides it.")
    status: ResourceStatus = column("Whether it can be counted on.")
