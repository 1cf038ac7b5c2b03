"""Changes: the root fields of the subscriptions, and the thin events they tell of.

The one rule: an event says what changed and where to go on from; what it is like now is read
through ``node``, by the same compiler and with the same permission as everywhere.
"""

from datetime import datetime

import strawberry
from strawberry import ID

from goals.api.fields import argument, entity_link, picked
from goals.api.links import CommissionLink
from goals.api.node import described
from goals.api.queries import CommissionByInput
from goals.domain.enums import Expectation

AFTER = argument(
    "after",
    str | None,
    "The cursor of the last event received: what was missed since comes first. Null begins now.",
)
_CURSOR = "Stands behind this event; give it as `after` to go on from here."


@described
class CommissionChange:
    """Something happened to a commission."""

    kind: str = picked("What happened, such as `commission.proposed`; the `kind` of an Event.")
    id: ID = picked("The id of the commission.")
    node: CommissionLink | None = entity_link("The commission as it is now.", "Commission")
    revision: int = picked("The number of the revision in force now.")
    occurred_at: datetime = picked("When it happened.")
    cursor: str = picked(_CURSOR)


@described
class InboxChange:
    """What the viewer owes on a commission has changed."""

    kind: str = picked("What happened last, such as `question.asked`; the `kind` of an Event.")
    id: ID = picked("The id of the commission.")
    node: CommissionLink | None = entity_link("The commission as it is now.", "Commission")
    revision: int | None = picked(
        "The number of the revision in force now; null when the viewer does not see it any more."
    )
    owed: list[Expectation] = picked(
        "What the viewer owes on it now, without repetition; empty when nothing is owed any more."
    )
    occurred_at: datetime = picked("When it happened.")
    cursor: str = picked(_CURSOR)


@strawberry.type(
    description="What clients are told of as it happens, over a websocket or as an event stream."
)
class Subscription:
    """What clients are told of as it happens."""

    commission_changed: CommissionChange | None = picked(
        "Tells of every act on one commission, or on all that the viewer may see at that moment."
        " Null, and then the end, when the commission is not to be seen at the beginning.",
        None,
        [
            argument("by", CommissionByInput | None, "What names the one; null means all of them."),
            AFTER,
        ],
    )
    inbox_changed: InboxChange | None = picked(
        "Tells when an act changes what the viewer owes: once for each commission concerned. What"
        " only the passing of time makes due is not told. Of what was missed since `after` it tells"
        " whatever happened on commissions of the viewer's, changed or not.",
        None,
        [AFTER],
    )
