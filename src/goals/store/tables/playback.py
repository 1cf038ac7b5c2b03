"""Playbacks: the supplier restates, the customer confirms or corrects."""

from goals.store.columns import Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class Playback(Stored, tablename="playback", db=RUNNING):
    """The commission in the supplier's own words."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    commission_id = Identifier()
    revision_id = Identifier()
    text = Words()
    status = Words()
    author_id = Identifier()
    created_at = Moment()
    resolved_by_id = Identifier(null=True)
    resolved_at = Moment(null=True)
    correction = Words(null=True)
