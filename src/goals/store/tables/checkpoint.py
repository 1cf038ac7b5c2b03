"""Checkpoints: signed heads of the event chain."""

from goals.store.columns import Identifier, Moment, Sequence, Words
from goals.store.tables.base import RUNNING, Stored


class Checkpoint(Stored, tablename="checkpoint", db=RUNNING):
    """The head of the chain at a time, signed by the server's key."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    seq = Sequence()
    hash = Words()
    at = Moment()
    key_id = Words()
    signature = Words()
