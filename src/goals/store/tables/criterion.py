"""Success criteria of a revision."""

from goals.store.columns import Count, Exact, Identifier, Words
from goals.store.tables.base import RUNNING, Stored


class Criterion(Stored, tablename="criterion", db=RUNNING):
    """How success will be recognised; its lineage goes on through revisions."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    revision_id = Identifier()
    lineage_id = Identifier()
    position = Count()
    text = Words()
    kind = Words()
    direction = Words(null=True)
    baseline = Exact(null=True)
    target = Exact(null=True)
    stretch = Exact(null=True)
    band = Exact(null=True)
    unit = Words(null=True)
    method = Words(null=True)
    source = Words(null=True)
    observer = Words(null=True)
    weight = Count()
    priority = Words()
    origin = Words()
