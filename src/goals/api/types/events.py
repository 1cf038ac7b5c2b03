"""Events: every act, in the order done."""

from datetime import datetime
from uuid import UUID

from goals.api import histories
from goals.api.fields import column, computed, expression, one, picked
from goals.api.links import CommissionLink, PersonLink
from goals.api.node import Node, described, entity
from goals.api.visibility import OF_COMMISSION
from goals.domain.enums import Channel, Side


@described
class EventChange:
    """One field before and after an act."""

    field: str = picked("What changed, by its name in the contract, such as `goal`.")
    label: str = picked("The same in the viewer's language, with the part it is about.")
    before: str | None = picked("What it was; null for nothing.")
    after: str | None = picked("What it became; null for nothing.")


@entity("event", OF_COMMISSION)
class Event(Node):
    """One act in the organisation's append-only history.

    Each carries the hash of the one before it, so that no one can change the past unseen.
    """

    seq: int = column("Its number in the organisation's history, without gaps.")
    at: datetime = column("When it happened.")
    kind: str = column("What happened, such as `commission.proposed`.", kind="plain")
    actor: PersonLink | None = one(
        "The person who acted; null for the software itself.", "actor_id"
    )
    channel: Channel = column("Through which door the act came in.")
    side: Side | None = column("For which side the person acted.")
    commission: CommissionLink | None = one("The commission it happened to.", "commission_id")
    subject_type: str = column("The type of the thing that was made or changed.", kind="plain")
    subject_id: UUID = column("The identifier of that thing.")
    revision_hash: str | None = column(
        "The content hash of the revision it is about.", kind="plain"
    )
    body_hash: str = column("SHA-256 over the salted body of the event.", kind="plain")
    previous_hash: str = column("The hash of the event before.", kind="plain")
    hash: str = column("SHA-256 over the previous hash and this event.", kind="plain")
    summary: str = computed(
        "Who did what, as a sentence in the viewer's language.",
        histories.summary,
        **histories.SENTENCE_VALUES,
    )
    on_behalf_of: str | None = expression(
        "The name of the person for whom a deputy acted.", histories.on_behalf_of
    )
    changes: list[EventChange] = computed(
        "What it changed, field by field: the text between two revisions, states, measured values."
        " Empty where nothing can be told, or was erased.",
        histories.changes,
        **histories.CHANGE_VALUES,
    )
