"""Events: the history of an organisation, a hash chain."""

from typing import ClassVar

from goals.store.columns import Document, Identifier, Moment, Sequence, Words
from goals.store.tables.base import RUNNING, Stored


class Event(Stored, tablename="event", db=RUNNING):
    """One act; its place in the chain is its number."""

    KEY: ClassVar[tuple[str, ...]] = ("org_id", "seq")

    org_id = Identifier()
    seq = Sequence()
    id = Identifier(primary_key=True)
    at = Moment()
    kind = Words()
    actor_id = Identifier(null=True)
    token_id = Identifier(null=True)
    channel = Words()
    side = Words(null=True)
    commission_id = Identifier(null=True)
    subject_type = Words()
    subject_id = Identifier()
    revision_hash = Words(null=True)
    body_hash = Words()
    previous_hash = Words()
    hash = Words()


class EventBody(Stored, tablename="event_body", db=RUNNING):
    """The content of an event; can be erased, the chain still verifies."""

    KEY: ClassVar[tuple[str, ...]] = ("org_id", "seq")

    org_id = Identifier()
    seq = Sequence(primary_key=True)
    salt = Words()
    body = Document()
    erased_by = Sequence(null=True)
