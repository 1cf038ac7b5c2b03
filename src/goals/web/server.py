"""Server: uvicorn around the app, with the one thing it lacks: patience that ends.

uvicorn waits for ever for a request whose head never completes; ``PatientProtocol`` closes such
a connection. Bodies that drip are cut in goals.web.bodies.
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

T = TypeVar("T")

SECONDS_FOR_HEAD = 15.0
SECONDS_IDLE = 30


class PatientProtocol(HttpToolsProtocol):
    """HTTP/1.1 that gives the head of a request a deadline, the first and every further one."""

    _deadline: TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._start()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        self._start()
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._stop()
        super().on_headers_complete()

    def _start(self) -> None:
        self._stop()
        self._deadline = self.loop.call_later(SECONDS_FOR_HEAD, self._give_up)

    def _stop(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _give_up(self) -> None:
        if self.transport is not None and not self.transport.is_closing():
            self.transport.abort()


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 takes a free one. Raises OSError when the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
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
                h11_max_incomplete_event_size=32_768,
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
