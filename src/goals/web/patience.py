"""Patience that ends: connections that are slow, deaf or too many are closed.

uvicorn waits for ever for a request whose head never completes, gathers a head of any size, and
waits for ever for a client that does not read its answer. Bodies that drip are cut in ``bodies``,
sockets that say nothing where they are served.
"""

import asyncio
import ipaddress
from asyncio import TimerHandle
from collections.abc import Sequence
from typing import Any, cast

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from goals.web.addresses import counted
from goals.web.capacity import Capacity, Full, Room, Seat
from goals.web.faults import Fault, bad_request
from goals.web.headers import SECURITY, new_request_id

SECONDS_FOR_HEAD = 15.0
SECONDS_TO_READ = 30.0
LARGEST_HEAD = 32_768
SHARE_OF_ADDRESS = 5
"""One address may hold a fifth of all connections."""


class Crowd:
    """How many connections there are, in all and from one address; a proxy speaks for many."""

    def __init__(self, most: int, proxies: Sequence[str]) -> None:
        share = max(1, most // SHARE_OF_ADDRESS)
        self._capacity = Capacity(Room(total=most, address=share))
        self._proxies = [ipaddress.ip_network(proxy) for proxy in proxies]

    @property
    def size(self) -> int:
        """How many connections are open."""
        return self._capacity.taken

    def enter(self, host: str, port: object) -> Seat:
        """Count a connection from there. Raises Full."""
        return self._capacity.enter(f"{host}:{port}" if self._is_proxy(host) else counted(host))

    def _is_proxy(self, host: str) -> bool:
        if not self._proxies:
            return False
        try:
            address = ipaddress.ip_address(host)
        except ValueError:
            return False
        return any(address in network for network in self._proxies)


class PatientConfig(uvicorn.Config):
    """uvicorn's settings, and the crowd before the door."""

    crowd: Crowd


class _Reading:
    """A deadline for whoever does not read what was sent to them."""

    transport: asyncio.Transport
    loop: asyncio.AbstractEventLoop
    _reader: TimerHandle | None = None

    def wait_for_reader(self) -> None:
        self.forget_reader()
        self._reader = self.loop.call_later(SECONDS_TO_READ, self.give_up)

    def forget_reader(self) -> None:
        if self._reader is not None:
            self._reader.cancel()
            self._reader = None

    def give_up(self) -> None:
        if self.transport is not None and not self.transport.is_closing():
            self.transport.abort()


class PatientSocket(_Reading, WebSocketsSansIOProtocol):
    """A WebSocket with a deadline for readers."""

    def pause_writing(self) -> None:
        super().pause_writing()
        self.wait_for_reader()

    def resume_writing(self) -> None:
        self.forget_reader()
        super().resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        self.forget_reader()
        super().connection_lost(exc)


class PatientProtocol(_Reading, HttpToolsProtocol):
    """HTTP/1.1 with a deadline and a largest size for heads, and a deadline for readers."""

    _deadline: TimerHandle | None = None
    _seat: Seat | None = None
    _head = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        try:
            self._seat = cast("PatientConfig", self.config).crowd.enter(
                *(self.client or ("unknown", 0))
            )
        except Full:
            transport.abort()  # an answer would cost more than the connection
            return
        self._start()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop()
        self.forget_reader()
        self._leave()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._deadline is not None:  # still in a head
            self._head += len(data)
            if self._head > LARGEST_HEAD and not self.transport.is_closing():
                fault = Fault(431, "BAD_REQUEST", "The head of the request is too large.")
                self._say(b"431 Request Header Fields Too Large", fault)

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - uvicorn's words are not JSON
        """Answer what is no HTTP at all."""
        if not self.transport.is_closing():
            self._say(b"400 Bad Request", bad_request("This is not HTTP."))

    def handle_websocket_upgrade(self) -> None:
        """Hand the connection on; from here on it is counted as a socket (``capacity``)."""
        self._stop()
        self.forget_reader()
        self._leave()
        super().handle_websocket_upgrade()

    def pause_writing(self) -> None:
        super().pause_writing()
        self.wait_for_reader()

    def resume_writing(self) -> None:
        self.forget_reader()
        super().resume_writing()

    def on_message_begin(self) -> None:
        self._start()
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._stop()
        super().on_headers_complete()

    def _start(self) -> None:
        self._stop()
        self._head = 0
        self._deadline = self.loop.call_later(SECONDS_FOR_HEAD, self.give_up)

    def _stop(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _leave(self) -> None:
        if self._seat is not None:
            self._seat.leave()

    def _say(self, status: bytes, fault: Fault) -> None:
        """Write a fault past the app, and close."""
        request_id = new_request_id()
        body = fault.body(request_id)
        lines = [
            b"HTTP/1.1 " + status,
            b"connection: close",
            b"content-type: application/json; charset=utf-8",
            b"content-length: " + str(len(body)).encode(),
            b"x-request-id: " + request_id.encode(),
            *(name + b": " + value for name, value in SECURITY),
        ]
        self.transport.write(b"\r\n".join(lines) + b"\r\n\r\n" + body)
        self.transport.close()


def options(proxies: Sequence[str]) -> dict[str, Any]:
    """What uvicorn is told about all this."""
    return {
        "http": PatientProtocol,
        "ws": PatientSocket,
        "ws_max_size": 65_536,
        "ws_per_message_deflate": False,  # it would cost every idle socket its own buffers
        "proxy_headers": bool(proxies),
        "forwarded_allow_ips": list(proxies),
    }
