"""Revisions: what is promised, immutable once written."""

from goals.store.columns import Count, Day, Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class Revision(Stored, tablename="revision", db=RUNNING):
    """One wording of a commission; only a revision can be signed."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    commission_id = Identifier()
    number = Count()
    content_hash = Words()
    cause = Words(null=True)
    author_id = Identifier()
    author_side = Words()
    created_at = Moment()
    goal = Words(null=True)
    benefit = Words(null=True)
    background = Words(null=True)
    in_scope = Words(null=True)
    out_of_scope = Words(null=True)
    must_not_change = Words(null=True)
    deadline = Day(null=True)
    deadline_time_zone = Words()
    check_in_cadence_days = Count(null=True)
