"""Lessons: what was learnt."""

from datetime import datetime

from goals.api import derived
from goals.api.fields import column, computed, one
from goals.api.links import CommissionLink, PersonLink
from goals.api.node import Node, entity
from goals.api.visibility import OF_COMMISSION
from goals.reads.sources import Column


@entity("lesson", OF_COMMISSION)
class Lesson(Node):
    """Something worth knowing the next time."""

    commission: CommissionLink = one("The commission it was learnt from.", "commission_id")
    text: str = column("What was learnt.")
    tags: list[str] = computed(
        "Free words to find it by.", derived.stored_list, stored=Column("tags", "json")
    )
    reuse_count: int = column("How often it was taken up elsewhere.")
    author: PersonLink = one("The person who wrote it down.", "author_id")
    created_at: datetime = column("When it was written down.")
