"""Actions."""

from goals.store.columns import Day, Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class Action(Stored, tablename="action", db=RUNNING):
    """What will be changed, sustained or developed."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    commission_id = Identifier()
    kind = Words()
    text = Words()
    owner_id = Identifier()
    due = Day(null=True)
    created_by_id = Identifier()
    created_at = Moment()
    done_at = Moment(null=True)
    effect_check = Words(null=True)
