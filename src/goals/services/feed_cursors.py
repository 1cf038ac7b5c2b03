"""Cursors of the feed: opaque places in the history of an organisation.

A cursor is URL-safe base64 of the number of an event and the first half of its hash. The hash is
that of the organisation's chain, so a cursor that was made up, or is another organisation's, is
recognised without a secret, in every process and after every restart.
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode

HASH_BYTES = 16
_SEQ_BYTES = 8
_FORM = re.compile(r"[A-Za-z0-9_-]{32}", re.ASCII)


def cursor_of(seq: int, event_hash: str) -> str:
    """The cursor that stands behind an event."""
    raw = seq.to_bytes(_SEQ_BYTES, "big") + bytes.fromhex(event_hash)[:HASH_BYTES]
    return urlsafe_b64encode(raw).decode()


def seq_of(cursor: str) -> int | None:
    """The number in a cursor, whose hash is yet to be compared; None for what is no cursor."""
    if not _FORM.fullmatch(cursor):
        return None
    seq = int.from_bytes(urlsafe_b64decode(cursor)[:_SEQ_BYTES], "big")
    return seq if 0 < seq < 2**63 else None
