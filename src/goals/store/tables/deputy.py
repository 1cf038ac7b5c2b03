"""Deputies: who may act for whom, from when, until when."""

from goals.store.columns import Identifier, Moment
from goals.store.tables.base import RUNNING, Stored


class Deputy(Stored, tablename="deputy", db=RUNNING):
    """That somebody acts for a person for a while."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    person_id = Identifier()
    deputy_id = Identifier()
    starts_at = Moment()
    ends_at = Moment()
    appointed_by_id = Identifier(null=True)
    appointed_at = Moment()
    ended_at = Moment(null=True)
