"""Risks and opportunities of a revision."""

from goals.store.columns import Count, Identifier, Words
from goals.store.tables.base import RUNNING, Stored


class Risk(Stored, tablename="risk", db=RUNNING):
    """A risk or an opportunity."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    revision_id = Identifier()
    position = Count()
    nature = Words()
    text = Words()
    likelihood = Count()
    impact = Count()
    treatment = Words(null=True)
    owner = Words(null=True)
