"""Origins: whose pages may read our answers in a browser (the Fetch standard's CORS).

The one rule: no cookie signs anybody in, so no answer ever allows credentials; a page has to hold
a token. Without an allowed origin nothing is added to any answer.
"""

from collections.abc import Mapping, Sequence

from goals.web.faults import Fault

Headers = tuple[tuple[bytes, bytes], ...]

METHODS = b"GET, POST"
TAKEN = (
    b"accept, accept-language, authorization, content-type, goals-client, goals-cost, "
    b"idempotency-key, last-event-id, x-request-id"
)
SHOWN = b"x-request-id, ratelimit, ratelimit-policy, retry-after, idempotency-replayed"
SECONDS_KEPT = b"7200"


class Origins:
    """The origins that were allowed."""

    def __init__(self, allowed: Sequence[str]) -> None:
        self._allowed = frozenset(origin.encode() for origin in allowed)

    def headers(self, origin: bytes | None) -> Headers:
        """What an answer to a page of this origin carries."""
        if not self._allowed:
            return ()
        if origin is None or origin.lower() not in self._allowed:
            return ((b"vary", b"Origin"),)
        return (
            (b"vary", b"Origin"),
            (b"access-control-allow-origin", origin),
            (b"access-control-expose-headers", SHOWN),
        )

    def preflight(self, given: Mapping[bytes, bytes]) -> Headers | Fault:
        """The headers that answer a browser's question beforehand, or the refusal."""
        origin = given.get(b"origin", b"")
        if origin.lower() not in self._allowed:
            return Fault(403, "FORBIDDEN", "Pages of this origin may not ask here.")
        return (
            (b"access-control-allow-methods", METHODS),
            (b"access-control-allow-headers", TAKEN),
            (b"access-control-max-age", SECONDS_KEPT),
        )


def is_preflight(method: str, given: Mapping[bytes, bytes]) -> bool:
    """Whether a browser asks what a page of another origin may send."""
    return method == "OPTIONS" and b"origin" in given and b"access-control-request-method" in given
