"""Server: uvicorn around the app, with the one thing it lacks: patience that ends.

uvicorn waits for ever for a request whose head never completes, gathers a head of any size, and
waits for ever for a client that does not read its answer; ``PatientProtocol`` closes such a
connection. Bodies that drip are cut in goals.web.bodies.
"""

import asyncio
import gc
import socket
from asyncio import TimerHandle
from collections.abc import Coroutine
from typing import Any, TypeVar

import uvicorn
from litestar import Litestar
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from goals.web.faults import Fault
from goals.web.headers import new_request_id

T = TypeVar("T")

SECONDS_FOR_HEAD = 15.0
SECONDS_TO_READ = 30.0
SECONDS_IDLE = 30
LARGEST_HEAD = 32_768
BACKLOG = 2_048


class PatientProtocol(HttpToolsProtocol):
    """HTTP/1.1 with a deadline and a largest size for heads, and a deadline for readers."""

    _deadline: TimerHandle | None = None
    _reader: TimerHandle | None = None
    _head = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._start()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop()
        self._forget_reader()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._deadline is not None:  # still in a head
            self._head += len(data)
            if self._head > LARGEST_HEAD and not self.transport.is_closing():
                self.transport.write(_head_too_large())
                self.transport.close()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._forget_reader()
        self._reader = self.loop.call_later(SECONDS_TO_READ, self._give_up)

    def resume_writing(self) -> None:
        self._forget_reader()
        super().resume_writing()

    def _forget_reader(self) -> None:
        if self._reader is not None:
            self._reader.cancel()
            self._reader = None

    def on_message_begin(self) -> None:
        self._start()
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._stop()
        super().on_headers_complete()

    def _start(self) -> None:
        self._stop()
        self._head = 0
        self._deadline = self.loop.call_later(SECONDS_FOR_HEAD, self._give_up)

    def _stop(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _give_up(self) -> None:
        if self.transport is not None and not self.transport.is_closing():
            self.transport.abort()


def _head_too_large() -> bytes:
    request_id = new_request_id()
    body = Fault(431, "BAD_REQUEST", "The head of the request is too large.").body(request_id)
    head = (
        "HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\n"
        "content-type: application/json; charset=utf-8\r\n"
        f"content-length: {len(body)}\r\nx-request-id: {request_id}\r\n\r\n"
    )
    return head.encode() + body


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 takes a free one. Raises OSError when the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(BACKLOG)  # now, so that a second server learns at once that it is late
    except OSError:
        listening.close()
        raise
    return listening


class Server(uvicorn.Server):
    """A server of one app; ``started`` turns true once it answers."""

    def __init__(self, app: Litestar, *, log_level: str = "info", **options: Any) -> None:
        self._answering = asyncio.Event()
        super().__init__(
            uvicorn.Config(
                app,
                http=PatientProtocol,
                ws="websockets-sansio",
                ws_max_size=65_536,
                lifespan="on",
                log_level=log_level,
                access_log=False,
                server_header=False,
                date_header=True,
                timeout_keep_alive=SECONDS_IDLE,
                timeout_graceful_shutdown=10,
                **options,
            )
        )

    async def answering(self) -> None:
        """Wait until requests are answered. Raises RuntimeError when the server gave up first."""
        await self._answering.wait()
        if not self.started:
            raise RuntimeError("The server did not start.")

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so to whoever waits in ``answering``."""
        try:
            await super().startup(sockets)
        finally:
            self._answering.set()


def run_loop(work: Coroutine[Any, Any, T]) -> T:
    """Run to the end on uvloop where there is one, with the garbage of the start set aside."""
    try:
        import uvloop
    except ImportError:
        return asyncio.run(work)
    gc.collect()
    gc.freeze()
    return uvloop.run(work)
