"""Idempotency keys and the answers given."""

from typing import ClassVar

from goals.store.columns import Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class Idempotency(Stored, tablename="idempotency", db=RUNNING):
    """A key of a token; without an answer its request still runs."""

    KEY: ClassVar[tuple[str, ...]] = ("token_id", "key")

    token_id = Identifier()
    key = Words(primary_key=True)
    org_id = Identifier()
    request_hash = Words()
    answer = Words(null=True)
    created_at = Moment()
