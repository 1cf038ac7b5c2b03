"""Answers: bytes on the wire, with the headers every answer carries."""

import json

from litestar import Response
from litestar.types import Send

from goals.web.faults import Fault
from goals.web.headers import SECURITY, new_request_id


async def send(
    to: Send,
    status: int,
    body: bytes,
    media_type: str,
    request_id: str,
    headers: dict[str, str] | None = None,
) -> None:
    """Send one complete answer."""
    raw = [
        (b"content-type", f"{media_type}; charset=utf-8".encode()),
        (b"content-length", str(len(body)).encode()),
        (b"x-request-id", request_id.encode()),
        *SECURITY,
    ]
    for name, value in (headers or {}).items():
        raw.append((name.lower().encode("latin-1"), value.encode("latin-1")))
    await to({"type": "http.response.start", "status": status, "headers": raw})
    await to({"type": "http.response.body", "body": body, "more_body": False})


async def send_fault(to: Send, fault: Fault, media_type: str, request_id: str) -> None:
    """Send a fault as a GraphQL answer without data."""
    await send(to, fault.status, fault.body(request_id), media_type, request_id, fault.headers)


def fault_response(fault: Fault) -> Response[bytes]:
    """A fault as an answer of Litestar's, for everything but the GraphQL endpoint."""
    request_id = new_request_id()
    return _response(fault.status, fault.body(request_id), request_id, fault.headers)


def response(status: int, value: dict[str, str]) -> Response[bytes]:
    """A small JSON object as an answer of Litestar's."""
    body = json.dumps(value, ensure_ascii=False).encode()
    return _response(status, body, new_request_id(), {})


def _response(
    status: int, body: bytes, request_id: str, headers: dict[str, str]
) -> Response[bytes]:
    always = {name.decode(): value.decode() for name, value in SECURITY}
    return Response(
        body,
        status_code=status,
        media_type="application/json",
        headers=always | {"x-request-id": request_id} | headers,
    )
