"""Clarification questions."""

from goals.store.columns import Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class Question(Stored, tablename="question", db=RUNNING):
    """A question about one field of a revision."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    commission_id = Identifier()
    revision_id = Identifier()
    field = Words()
    text = Words()
    status = Words()
    asked_side = Words()
    asked_by_id = Identifier()
    asked_at = Moment()
    answer = Words(null=True)
    answered_by_id = Identifier(null=True)
    answered_at = Moment(null=True)
