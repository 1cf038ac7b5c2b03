"""Faults: what the front door answers when a request never reached the schema, always as JSON.

Refusals of an act are data in a payload (goals.api.errors), never faults.
"""

import json
from dataclasses import dataclass, field


@dataclass(eq=False)
class Fault(Exception):  # noqa: N818 - an answer that is thrown, no mistake of ours
    """A request that cannot be served: HTTP status, stable code, and what to do about it."""

    status: int
    code: str
    message: str
    headers: dict[str, str] = field(default_factory=dict)

    def body(self, request_id: str) -> bytes:
        """The fault as a GraphQL answer without data."""
        error = {
            "message": self.message,
            "extensions": {"code": self.code, "requestId": request_id},
        }
        return json.dumps({"errors": [error]}, ensure_ascii=False, separators=(",", ":")).encode()


def bad_request(message: str) -> Fault:
    """A request whose form is wrong."""
    return Fault(400, "BAD_REQUEST", message)


def unauthenticated(message: str) -> Fault:
    """A request without a valid token."""
    return Fault(401, "UNAUTHENTICATED", message, {"WWW-Authenticate": 'Bearer realm="goals"'})
