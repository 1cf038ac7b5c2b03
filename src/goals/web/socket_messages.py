"""Messages of a socket, after the protocol graphql-transport-ws: read strictly, written once.

The one rule: what the protocol does not know closes the socket with 4400; a fault in a document is
the business of its one operation.
"""

import json
from dataclasses import dataclass
from typing import Any

from goals.web.bodies import parse_json
from goals.web.faults import Fault

SUBPROTOCOL = "graphql-transport-ws"
LONGEST_REASON = 120  # bytes; a close frame holds 123
LONGEST_ID = 1_000

AWAY = 1001
TRY_LATER = 1013
INVALID = 4400
UNAUTHORIZED = 4401
FORBIDDEN = 4403
NO_SUBPROTOCOL = 4406
NO_INIT = 4408
ID_TAKEN = 4409
TOO_MANY_INITS = 4429


class Closing(Exception):  # noqa: N818 - it says what happens now
    """The socket is closed with this code and reason."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason.encode()[:LONGEST_REASON].decode(errors="ignore")


@dataclass(frozen=True, slots=True)
class Subscribe:
    """An operation asked for under an id."""

    id: str
    query: str
    variables: dict[str, Any]
    operation_name: str | None


def read(event: Any) -> dict[str, Any]:
    """The message in what a client sent: an object with a type. Raises Closing."""
    text = event.get("text")
    if text is None:
        raise Closing(INVALID, "Messages are text, not binary.")
    try:
        message = parse_json(text.encode("utf-8", "surrogatepass"))
    except Fault as fault:
        raise Closing(INVALID, fault.message.replace("body", "message")) from None
    if not isinstance(message, dict) or not isinstance(message.get("type"), str):
        raise Closing(INVALID, "A message is a JSON object with a 'type'.")
    return message


def payload_of(message: dict[str, Any]) -> dict[str, Any]:
    """The optional payload of a message. Raises Closing when it is no object."""
    payload = message.get("payload")
    if payload is not None and not isinstance(payload, dict):
        raise Closing(INVALID, f"The 'payload' of '{message['type']}' must be an object.")
    return payload or {}


def id_of(message: dict[str, Any]) -> str:
    """The id of an operation. Raises Closing."""
    found = message.get("id")
    if not isinstance(found, str) or not 0 < len(found) <= LONGEST_ID:
        raise Closing(INVALID, f"'{message['type']}' needs an 'id', a string that is not empty.")
    return found


def subscribe_of(message: dict[str, Any]) -> Subscribe:
    """The operation that a message asks for. Raises Closing."""
    name = id_of(message)
    payload = payload_of(message)
    query = payload.get("query")
    if not isinstance(query, str):
        raise Closing(INVALID, "'subscribe' needs a 'payload' with the document as 'query'.")
    operation_name = payload.get("operationName")
    if operation_name is not None and not isinstance(operation_name, str):
        raise Closing(INVALID, "'operationName' must be a string or null.")
    for key in ("variables", "extensions"):
        if payload.get(key) is not None and not isinstance(payload[key], dict):
            raise Closing(INVALID, f"'{key}' must be an object or null.")
    return Subscribe(name, query, payload.get("variables") or {}, operation_name or None)


def written(kind: str, **more: Any) -> str:
    """A message of ours."""
    return json.dumps({"type": kind, **more}, ensure_ascii=False, separators=(",", ":"))


def carrying(name: str, kind: str, payload: str) -> str:
    """A message of ours about an operation, whose payload is JSON already."""
    return f'{{"id":{json.dumps(name)},"type":"{kind}","payload":{payload}}}'
