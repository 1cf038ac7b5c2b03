"""Deputies: who acts for whom, from when, until when."""

from datetime import datetime

from goals.api.fields import column, one
from goals.api.links import PersonLink
from goals.api.node import Node, entity
from goals.api.visibility import OWN_DEPUTIES


@entity("deputy", OWN_DEPUTIES)
class Deputy(Node):
    """That somebody acts for a person for a while, on the sides where the person stands.

    Seen by the two of them, managers and admins.
    """

    person: PersonLink = one("The person who is represented.", "person_id")
    actor: PersonLink = one("The person who acts instead.", "deputy_id")
    starts_at: datetime = column("From when.")
    ends_at: datetime = column("Until when, this moment excluded.")
    appointed_by: PersonLink | None = one(
        "Who appointed the deputy; null for the operator of the software.", "appointed_by_id"
    )
    appointed_at: datetime = column("When the deputy was appointed.")
    ended_at: datetime | None = column("When it was ended before its time; null otherwise.")
