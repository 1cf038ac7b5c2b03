"""Erasures: what was erased for good, and which event says so."""

from typing import ClassVar

from goals.store.columns import Identifier, Moment, Sequence, Words
from goals.store.tables.base import RUNNING, Stored


class Erasure(Stored, tablename="erasure", db=RUNNING):
    """The erasure of a person, or of the texts of a commission; it opens the guards for them."""

    KEY: ClassVar[tuple[str, ...]] = ("org_id", "event_seq")

    org_id = Identifier()
    event_seq = Sequence(primary_key=True)
    subject_type = Words()
    subject_id = Identifier()
    erased_at = Moment()
