"""Resources a revision counts on."""

from goals.store.columns import Count, Exact, Identifier, Words
from goals.store.tables.base import RUNNING, Stored


class Resource(Stored, tablename="resource", db=RUNNING):
    """A resource one side provides."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    revision_id = Identifier()
    position = Count()
    kind = Words()
    text = Words()
    amount = Exact(null=True)
    unit = Words(null=True)
    side = Words()
    status = Words()
