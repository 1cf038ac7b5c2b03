"""Answers: bytes on the wire, with the headers every answer carries."""

from litestar.types import Send

from goals.web.faults import Fault
from goals.web.headers import SECURITY


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
