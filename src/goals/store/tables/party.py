"""Interested parties of a revision."""

from goals.store.columns import Count, Identifier, Words
from goals.store.tables.base import RUNNING, Stored


class Party(Stored, tablename="party", db=RUNNING):
    """Somebody with an interest, and how they are involved."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    revision_id = Identifier()
    position = Count()
    who = Words()
    interest = Words(null=True)
    involvement = Words()
