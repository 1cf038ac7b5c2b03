"""Interested parties: others who have a stake."""

from goals.api.fields import column, one
from goals.api.links import RevisionLink
from goals.api.node import Node, entity
from goals.api.visibility import OF_REVISION
from goals.domain.enums import Involvement


@entity("party", OF_REVISION)
class Party(Node):
    """Somebody besides the two sides who has an interest."""

    revision: RevisionLink = one("The revision it belongs to.", "revision_id")
    position: int = column("The place in the list, from 1.")
    who: str = column("Who it is.")
    interest: str | None = column("What the interest is.")
    involvement: Involvement = column("How the party takes part.")
