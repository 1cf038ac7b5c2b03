"""Shares: commissions shown to a person or a team on neither side."""

from goals.store.columns import Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class CommissionShare(Stored, tablename="commission_share", db=RUNNING):
    """That a side lets a person or a team read a commission."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    commission_id = Identifier()
    person_id = Identifier(null=True)
    team_id = Identifier(null=True)
    side = Words()
    shared_by_id = Identifier()
    shared_at = Moment()
