"""Risks and opportunities."""

from goals.api.fields import column, one
from goals.api.links import RevisionLink
from goals.api.node import Node, entity
from goals.api.visibility import OF_REVISION
from goals.domain.enums import RiskNature


@entity("risk", OF_REVISION)
class Risk(Node):
    """Something uncertain that would hinder or help."""

    revision: RevisionLink = one("The revision it belongs to.", "revision_id")
    position: int = column("Its place in the list, from 1.")
    nature: RiskNature = column("Whether it would do harm or good.")
    text: str = column("What may happen.")
    likelihood: int = column("How likely it is, from 1 (hardly) to 5 (almost certain).")
    impact: int = column("How much it would matter, from 1 (little) to 5 (decisive).")
    treatment: str | None = column("What is done about it.")
    owner: str | None = column("Who keeps an eye on it.")
