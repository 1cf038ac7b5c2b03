"""Lessons."""

from goals.store.columns import Count, Document, Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class Lesson(Stored, tablename="lesson", db=RUNNING):
    """What was learned."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    commission_id = Identifier()
    text = Words()
    tags = Document()
    reuse_count = Count()
    author_id = Identifier()
    created_at = Moment()
