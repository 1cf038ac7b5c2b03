"""Faults: top-level errors of an answer, each with a code, internals masked.

The one rule: what the client got wrong is said in full; what went wrong inside is logged with the
request's id, and the client learns only that id. Refusals of an act are data (``errors``).
"""

import logging
from collections.abc import Iterable
from typing import Any

from graphql import GraphQLError

from goals.domain.enums import Language
from goals.domain.error_base import GoalsError
from goals.domain.errors import StorageError
from goals.reads.errors import BadInput

MOST_ERRORS = 5

PARSE_FAILED = "GRAPHQL_PARSE_FAILED"
VALIDATION_FAILED = "GRAPHQL_VALIDATION_FAILED"
BAD_REQUEST = "BAD_REQUEST"
BAD_USER_INPUT = "BAD_USER_INPUT"
RESOLUTION_FAILURE = "OPERATION_RESOLUTION_FAILURE"
UNAUTHENTICATED = "UNAUTHENTICATED"
FORBIDDEN = "FORBIDDEN"
INTERNAL = "INTERNAL_SERVER_ERROR"
OF_DOCUMENTS = frozenset({PARSE_FAILED, VALIDATION_FAILED})

# The contract's codes and those of storage; any other refusal of a query is bad input.
_STORAGE: tuple[type[GoalsError], ...] = (StorageError, *StorageError.__subclasses__())
_CODES = frozenset(
    {UNAUTHENTICATED, "FORBIDDEN", "RATE_LIMITED", "IDEMPOTENCY_MISMATCH", "IDEMPOTENCY_RUNNING"}
) | {kind.code for kind in _STORAGE}

_LOG = logging.getLogger("goals.api")
_MASKED = {
    Language.DE: "Ein Fehler auf unserer Seite. Bitte mit dieser Anfrage-Nummer melden: {id}.",
    Language.EN: "A fault on our side. Please report it with this request id: {id}.",
}


def formatted(
    errors: Iterable[GraphQLError], default: str, language: Language, request_id: str
) -> list[dict[str, Any]]:
    """Write errors as they go out, at most five, each with a code and the request's id."""
    return [
        _one(error, default, language, request_id)
        for index, error in enumerate(errors)
        if index < MOST_ERRORS
    ]


def _one(error: GraphQLError, default: str, language: Language, request_id: str) -> dict[str, Any]:
    written: dict[str, Any] = {"message": error.message}
    if error.locations:
        written["locations"] = [place.formatted for place in error.locations]
    if error.path:
        written["path"] = list(error.path)
    cause = _cause(error)
    code = (error.extensions or {}).get("code") or (getattr(cause, "extensions", None) or {}).get(
        "code", default
    )
    raised, reason = cause or error, None
    if isinstance(raised, BadInput):
        reason = raised.issue.code
        written["message"] = raised.issue.message(language)
    elif isinstance(cause, GoalsError):
        known = cause.code in _CODES
        code, reason = (cause.code, None) if known else (BAD_USER_INPUT, cause.code)
        written["message"] = cause.message(language)
    elif code == INTERNAL:
        _LOG.error("request %s failed", request_id, exc_info=cause or error)
        written["message"] = _MASKED[language].format(id=request_id)
    written["extensions"] = {"code": code, "requestId": request_id}
    if reason is not None:
        written["extensions"]["reason"] = reason
    return written


def _cause(error: GraphQLError) -> BaseException | None:
    """The error a resolver raised, beneath the wrappings of the executor."""
    cause: BaseException | None = error.original_error
    while isinstance(cause, GraphQLError) and cause.original_error is not None:
        cause = cause.original_error
    return cause
