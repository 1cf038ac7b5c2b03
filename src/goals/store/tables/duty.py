"""Duties of a side, and their fulfilment."""

from goals.store.columns import Count, Day, Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class Duty(Stored, tablename="duty", db=RUNNING):
    """What a side owes; its lineage goes on through revisions."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    revision_id = Identifier()
    lineage_id = Identifier()
    position = Count()
    side = Words()
    text = Words()
    due = Day(null=True)


class DutyFulfilment(Stored, tablename="duty_fulfilment", db=RUNNING):
    """A duty that is done."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    commission_id = Identifier()
    lineage_id = Identifier()
    person_id = Identifier()
    done_at = Moment()
