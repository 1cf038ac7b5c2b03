"""The porch: what happens to every request and every socket, whatever they are for.

Each gets an id, is turned away when it calls us by a wrong name, leaves with the same headers and
is one line in the log. Nothing here reads a body; who is asking is known further in.
"""

import logging
import time
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any

from goals import logs
from goals.settings import FrontDoor
from goals.web import answers
from goals.web.faults import Fault
from goals.web.headers import SECURITY, STRICT_TRANSPORT, request_id_of
from goals.web.hosts import FOR_PROBES, Hosts
from goals.web.negotiation import PLAIN_JSON
from goals.web.origins import Headers, Origins, is_preflight

_LOG = logging.getLogger("goals.requests")
METHODS = frozenset({"GET", "POST", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"})
UNTOLD = frozenset({404, 421})
"""Answers to paths that are not ours: such a path is not written down."""

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]
App = Callable[[Any, Receive, Send], Awaitable[None]]
Goodbye = Callable[[], Awaitable[None]]


class Porch:
    """An ASGI app in front of the app."""

    def __init__(self, app: App, told: FrontDoor, goodbye: Goodbye | None = None) -> None:
        self._app = app
        self._goodbye = goodbye
        self._hosts = Hosts(told.hosts)
        self._origins = Origins(told.origins)
        self._always = (*SECURITY, STRICT_TRANSPORT) if told.https else SECURITY

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or socket, or the life of the app."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        given: dict[bytes, bytes] = dict(scope["headers"])
        started = time.perf_counter()
        with logs.visit(request_id_of(given.get(b"x-request-id"))) as visit:
            leaving = self._leaving(send, visit, self._origins.headers(given.get(b"origin")))
            try:
                await self._receive(scope, given, receive, leaving)
            finally:
                _write(scope, visit, time.perf_counter() - started)

    async def say_goodbye(self) -> None:
        """End the sockets and streams that are open, before the server stops."""
        if self._goodbye is not None:
            await self._goodbye()

    async def _receive(
        self, scope: Scope, given: Mapping[bytes, bytes], receive: Receive, send: Send
    ) -> None:
        is_http = scope["type"] == "http"
        hosts = [value for name, value in scope["headers"] if name == b"host"]
        fault = self._hosts.fault(scope["path"], hosts)
        if fault is not None:
            await _refuse(scope, send, fault)
        elif is_http and is_preflight(scope["method"], given):
            allowed = self._origins.preflight(given)
            if isinstance(allowed, Fault):
                await _refuse(scope, send, allowed)
            else:
                await send({"type": "http.response.start", "status": 204, "headers": [*allowed]})
                await send({"type": "http.response.body", "body": b""})
        else:
            await self._app(scope, receive, send)

    def _leaving(self, send: Send, visit: logs.Visit, origin: Headers) -> Send:
        own = (b"x-request-id", visit.request_id.encode())

        async def leave(message: Message) -> None:
            kind = message["type"]
            if kind.endswith("http.response.start"):
                visit.facts["status"] = message["status"]
                message["headers"] = self._dressed(message.get("headers", ()), (own, *origin))
            elif kind == "websocket.close":
                visit.facts["status"] = message.get("code", 1000)
            await send(message)

        return leave

    def _dressed(self, headers: Any, own: Headers) -> list[tuple[bytes, bytes]]:
        """These headers and the ones of every answer, which a route may have set otherwise."""
        dressed = [(bytes(name).lower(), value) for name, value in headers]
        names = {name for name, _ in dressed}
        dressed += [pair for pair in self._always if pair[0] not in names]
        dressed += [pair for pair in own if pair[0] == b"vary" or pair[0] not in names]
        return dressed


async def _refuse(scope: Scope, send: Send, fault: Fault) -> None:
    """Answer with a fault, also instead of opening a socket."""

    async def deny(message: Any) -> None:
        await send({**message, "type": f"websocket.{message['type']}"})

    if scope["type"] == "http":
        await answers.send_fault(send, fault, PLAIN_JSON)
    elif "websocket.http.response" in scope.get("extensions", {}):
        await answers.send_fault(deny, fault, PLAIN_JSON)
    else:
        await send({"type": "websocket.close", "code": 1008, "reason": fault.message})


def _write(scope: Scope, visit: logs.Visit, seconds: float) -> None:
    """Write the line of a visit; probes that were answered well only when everything is wanted."""
    facts = visit.facts
    status, path = int(facts.get("status", 0)), str(scope["path"])
    quiet = path in FOR_PROBES and status == 200
    level = logging.DEBUG if quiet else logging.WARNING if status >= 500 else logging.INFO
    if scope["type"] == "websocket":
        level = logging.INFO
    if not _LOG.isEnabledFor(level):
        return
    method = scope.get("method", "SOCKET")
    line = {
        "method": method if method in METHODS or method == "SOCKET" else "?",
        "path": "?" if status in UNTOLD else path,
        "status": status,
        "ms": round(seconds * 1000, 1),
    }
    _LOG.log(level, "request", extra={"facts": line | facts})
