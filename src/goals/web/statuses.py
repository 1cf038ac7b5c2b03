"""Statuses: which HTTP status goes with which answer.

With ``application/graphql-response+json`` the status says what happened; with
``application/json`` every answer of a well-formed request is 200, as old clients expect.
"""

from goals.api.context import Context
from goals.api.execute import Result
from goals.api.faults import FORBIDDEN
from goals.domain.enums import Language
from goals.domain.errors import (
    GoalsError,
    IdempotencyMismatch,
    IdempotencyRunning,
    ProviderAway,
    RateLimited,
    StorageError,
    Unauthenticated,
)
from goals.web.faults import Fault, unauthenticated
from goals.web.negotiation import GRAPHQL_JSON

BAD_OPERATION = 400  # the draft of August 2026 says 422; the only audit there is says 400
TOO_MANY = 429
UNAVAILABLE = 503
_STORAGE: tuple[type[GoalsError], ...] = (StorageError, *StorageError.__subclasses__())
_UNAVAILABLE = frozenset(kind.code for kind in _STORAGE)


def still_running(context: Context) -> Fault:
    """The fault for a second request under an idempotency key whose first one has not ended."""
    running = IdempotencyRunning()
    return Fault(409, running.code, running.message(context.language), {"Retry-After": "1"})


def status_of(result: Result, media_type: str) -> int:
    """The status of an answer that came out of the engine."""
    if result.code in _UNAVAILABLE:
        return UNAVAILABLE
    if result.code == FORBIDDEN and not result.executed:
        return 403
    if media_type != GRAPHQL_JSON:
        return 200
    if not result.executed:
        return BAD_OPERATION
    return 500 if result.data == "null" else 200


def headers_of(status: int, context: Context) -> dict[str, str]:
    """The headers that go with an answer out of the engine, besides those of every answer."""
    headers = {}
    if status == UNAVAILABLE:
        headers["Retry-After"] = "1"
    if context.idempotency is not None and context.idempotency.repetition.replayed:
        headers["Idempotency-Replayed"] = "true"
    return headers


def fault_instead(result: Result, context: Context, *, by_get: bool) -> Fault | None:
    """The fault to answer with in the place of this result, if there is one."""
    if by_get and result.kind in {"mutation", "subscription"}:
        return Fault(405, "BAD_REQUEST", result.errors[0]["message"], {"Allow": "POST"})
    key = context.idempotency
    refusal = None if key is None else key.repetition.refusal
    if refusal is None:
        return None
    status = 422 if isinstance(refusal, IdempotencyMismatch) else 409
    return Fault(status, refusal.code, refusal.message(context.language))


def fault_of(error: GoalsError, language: Language) -> Fault:
    """The fault for a refusal outside the engine: nobody known, or the database is away."""
    message = error.message(language)
    if isinstance(error, StorageError):
        return Fault(UNAVAILABLE, error.code, message, {"Retry-After": "1"})
    if isinstance(error, RateLimited):
        return Fault(TOO_MANY, error.code, message, {"Retry-After": str(error.seconds)})
    if isinstance(error, ProviderAway):
        return Fault(UNAVAILABLE, Unauthenticated.code, message, {"Retry-After": "60"})
    if isinstance(error, Unauthenticated):
        return unauthenticated(message)
    return Fault(400, error.code, message)
