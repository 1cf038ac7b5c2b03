"""Identifiers: global ids as the reads need them, quickly and without errors.

A global id is URL-safe base64 without padding of ``Type:uuid``; anything else is an id that
nothing has, never an error (contract).
"""

import re
from binascii import Error, a2b_base64
from functools import lru_cache
from typing import Any

_TEXT = re.compile(
    rb"([A-Za-z][A-Za-z0-9]*):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\Z"
)
_ALPHABET = re.compile(r"[A-Za-z0-9_-]{1,200}\Z")
NOBODY = "00000000-0000-0000-0000-000000000000"
"""The id that no row has; comparing with it is false, where NULL would be unknown."""


@lru_cache(maxsize=4096)
def decode(global_id: Any) -> tuple[str, str] | None:
    """Return (type, uuid) of a global id, or None."""
    if not isinstance(global_id, str) or not _ALPHABET.match(global_id):
        return None
    try:
        text = a2b_base64(
            global_id.replace("-", "+").replace("_", "/") + "=" * (-len(global_id) % 4)
        )
    except (Error, ValueError):
        return None
    found = _TEXT.match(text)
    if found is None:
        return None
    return found[1].decode("ascii"), found[2].decode("ascii")


def type_of(global_id: Any) -> str | None:
    """Return the type a global id names, or None."""
    found = decode(global_id)
    return None if found is None else found[0]


def uuid_of(global_id: Any, type_name: str) -> str:
    """Return the uuid of an id of this type; ``NOBODY`` for any other."""
    found = decode(global_id)
    return found[1] if found is not None and found[0] == type_name else NOBODY
