"""Answers: bytes on the wire. The headers that every answer carries are added in ``porch``."""

import json
from collections.abc import Mapping

from litestar import Response
from litestar.types import Send

from goals import logs
from goals.web.faults import Fault
from goals.web.headers import new_request_id


def request_id() -> str:
    """The id of the request that is served here and now."""
    visit = logs.current()
    return new_request_id() if visit is None else visit.request_id


async def send(
    to: Send,
    status: int,
    body: bytes,
    media_type: str,
    headers: dict[str, str] | None = None,
) -> None:
    """Send one complete answer."""
    raw = [
        (b"content-type", f"{media_type}; charset=utf-8".encode()),
        (b"content-length", str(len(body)).encode()),
    ]
    for name, value in (headers or {}).items():
        raw.append((name.lower().encode("latin-1"), value.encode("latin-1")))
    await to({"type": "http.response.start", "status": status, "headers": raw})
    await to({"type": "http.response.body", "body": body, "more_body": False})


async def send_fault(
    to: Send, fault: Fault, media_type: str, headers: dict[str, str] | None = None
) -> None:
    """Send a fault as a GraphQL answer without data."""
    more = fault.headers | (headers or {})
    await send(to, fault.status, fault.body(request_id()), media_type, more)


def fault_response(fault: Fault) -> Response[bytes]:
    """A fault as an answer of Litestar's, for everything but the GraphQL endpoint."""
    return _response(fault.status, fault.body(request_id()), fault.headers)


def response(status: int, value: Mapping[str, object]) -> Response[bytes]:
    """A small JSON object as an answer of Litestar's."""
    return _response(status, json.dumps(value, ensure_ascii=False).encode(), {})


def _response(status: int, body: bytes, headers: dict[str, str]) -> Response[bytes]:
    return Response(body, status_code=status, media_type="application/json", headers=headers)
