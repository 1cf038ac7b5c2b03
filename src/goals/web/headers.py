"""Headers: what every answer carries, and a request's headers as a mapping."""

import re
import secrets
from collections.abc import Iterable

SECURITY: tuple[tuple[bytes, bytes], ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"cache-control", b"no-store"),
)
STRICT_TRANSPORT = (b"strict-transport-security", b"max-age=31536000")
_REQUEST_ID = re.compile(rb"[0-9a-fA-F-]{16,64}")


def as_mapping(raw: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Header names in lower case to values; of several the last one."""
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in raw}


def new_request_id() -> str:
    """An id by which an answer and the log lines of its request find each other."""
    return secrets.token_hex(16)


def request_id_of(given: bytes | None) -> str:
    """The id a client or proxy gave its request, where it is one (hex and hyphens), or a new one.

    Nothing else is taken: ids are written into logs, and words could be anything.
    """
    if given is not None and _REQUEST_ID.fullmatch(given):
        return given.decode("ascii")
    return new_request_id()
