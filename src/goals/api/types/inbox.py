"""The inbox: what the viewer owes others now."""

from datetime import date, datetime

from strawberry import ID

from goals.api.fields import entity_link, picked
from goals.api.links import CommissionLink, PersonLink
from goals.api.node import described
from goals.domain.enums import Act, Expectation, Side


@described
class InboxItem:
    """One thing somebody else waits for."""

    kind: Expectation = picked("What is owed.")
    commission: CommissionLink | None = entity_link("The commission it is about.", "Commission")
    side: Side = picked("The side that owes it.")
    subject_id: ID | None = picked(
        "The id of the question, check-in, duty or action, if it is one."
    )
    since: datetime = picked("When the commission last changed.")
    due: date | None = picked("The deadline of the commission.")
    on_behalf_of: PersonLink | None = entity_link(
        "The contact person whose deputy the viewer is; null for what the viewer owes.", "Person"
    )
    act: Act = picked("The act by which it is done.")
