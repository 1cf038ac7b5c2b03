"""Headers: what every answer carries, and a request's headers as a mapping."""

import uuid
from collections.abc import Iterable

SECURITY: tuple[tuple[bytes, bytes], ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"cache-control", b"no-store"),
)


def as_mapping(raw: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Header names in lower case to values; of several the last one."""
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in raw}


def new_request_id() -> str:
    """An id by which an answer and the log lines of its request find each other."""
    return uuid.uuid4().hex
