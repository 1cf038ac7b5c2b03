"""Server: uvicorn around the app, with the one thing it lacks: patience that ends (``patience``).

At the end it stops listening, lets what runs come to its end for ten seconds, and then cancels.
"""

import asyncio
import gc
import socket
from collections.abc import Coroutine
from typing import Any, TypeVar

import uvicorn

from goals import logs
from goals.settings import FrontDoor
from goals.web import descriptors, patience
from goals.web.porch import App, Porch

T = TypeVar("T")

SECONDS_IDLE = 30
SECONDS_TO_END = 10
BACKLOG = 2_048


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

    def __init__(
        self,
        app: App,
        told: FrontDoor | None = None,
        *,
        log_level: str = "error",
        **options: Any,
    ) -> None:
        told = told or FrontDoor()
        self._app = app
        self._answering = asyncio.Event()
        config = patience.PatientConfig(
            app,
            lifespan="on",
            log_config=None,
            log_level=log_level,
            access_log=False,
            server_header=False,
            date_header=True,
            timeout_keep_alive=SECONDS_IDLE,
            timeout_graceful_shutdown=SECONDS_TO_END,
            **patience.options(told.proxies),
            **options,
        )
        config.crowd = patience.Crowd(descriptors.connections(told.connections), told.proxies)
        super().__init__(config)

    async def answering(self) -> None:
        """Wait until requests are answered. Raises RuntimeError when the server gave up first."""
        await self._answering.wait()
        if not self.started:
            raise RuntimeError("The server did not start.")

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so to whoever waits in ``answering``."""
        asyncio.get_running_loop().set_exception_handler(logs.of_loop)
        try:
            await super().startup(sockets)
        finally:
            self._answering.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Say goodbye to those who would stay for ever, then stop."""
        if isinstance(self._app, Porch):
            await self._app.say_goodbye()
        await super().shutdown(sockets)


def run_loop(work: Coroutine[Any, Any, T]) -> T:
    """Run to the end on uvloop where there is one, with the garbage of the start set aside."""
    try:
        import uvloop
    except ImportError:
        return asyncio.run(work)
    gc.collect()
    gc.freeze()
    return uvloop.run(work)
