"""Negotiation: media type and language of the answer (GraphQL over HTTP; RFC 9110, 12.5).

The newer type lets a status say what happened; the older one always answers 200 to a
well-formed request.
"""

from functools import lru_cache

from goals.domain.enums import Language
from goals.web.faults import Fault

GRAPHQL_JSON = "application/graphql-response+json"
PLAIN_JSON = "application/json"
EVENT_STREAM = "text/event-stream"
OFFERED = (PLAIN_JSON, GRAPHQL_JSON)


@lru_cache(maxsize=256)
def answer_type(accept: str | None) -> str:
    """The media type to answer with; raises a 406 Fault when the client takes neither.

    Where a client likes both alike, the newer type wins only if it was named.
    """
    if accept is None or not accept.strip():
        return PLAIN_JSON
    ranges = [_media_range(part) for part in accept.split(",") if part.strip()]
    wishes = {offer: _quality(offer, ranges) for offer in OFFERED}
    best = max(wishes.values())
    if best <= 0:
        raise Fault(
            406, "BAD_REQUEST", f"Accept names no type that is offered; take {GRAPHQL_JSON}."
        )
    if wishes[GRAPHQL_JSON] == best and any(name == GRAPHQL_JSON for name, _ in ranges):
        return GRAPHQL_JSON
    return PLAIN_JSON if wishes[PLAIN_JSON] == best else GRAPHQL_JSON


@lru_cache(maxsize=256)
def wants_stream(accept: str | None) -> bool:
    """Whether the client prefers an event stream to JSON; to be named beside it is not enough."""
    ranges = [_media_range(part) for part in (accept or "").split(",") if part.strip()]
    wished = max((quality for name, quality in ranges if name == EVENT_STREAM), default=0.0)
    return wished > max(_quality(offer, ranges) for offer in OFFERED)


@lru_cache(maxsize=256)
def answer_language(accept: str | None) -> Language | None:
    """The language the client likes best of those spoken here; None where it names none of them.

    Of two liked alike the first one wins.
    """
    best, found = 0.0, None
    for part in (accept or "").split(","):
        name, quality = _media_range(part)
        language = _SPOKEN.get(name.partition("-")[0])
        if language is not None and quality > best:
            best, found = quality, language
    return found


_SPOKEN = {str(language).lower(): language for language in Language}


def _media_range(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    quality = 1.0
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            quality = _number(value)
        if key.strip() == "charset" and value.strip(' "') not in {"utf-8", "utf8"}:
            quality = 0.0
    return name, quality


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        return 0.0
    return value if 0.0 <= value <= 1.0 else 0.0


def _quality(offer: str, ranges: list[tuple[str, float]]) -> float:
    """The quality of the most specific range that covers the offer."""
    for wanted in (offer, "application/*", "*/*"):
        for name, quality in ranges:
            if name == wanted:
                return quality
    return 0.0
