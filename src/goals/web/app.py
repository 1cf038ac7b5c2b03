"""The app: routes, start and end. Litestar carries it; the GraphQL endpoint is plain ASGI."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

from litestar import Litestar, Request, Response, asgi
from litestar.datastructures import State
from litestar.enums import ScopeType
from litestar.exceptions import HTTPException
from litestar.types import Receive, Scope, Send

from goals.api.execute import Engine
from goals.domain.errors import GoalsError
from goals.services import clock
from goals.store.database import Database
from goals.web.answers import fault_response
from goals.web.bodies import LARGEST_BODY
from goals.web.faults import Fault
from goals.web.graphql import GraphQLDoor
from goals.web.health import healthz, readyz

_LOG = logging.getLogger("goals.web")
SECONDS_BETWEEN_TICKS = 60.0


def create_app(database: Database, *, with_clock: bool = True) -> Litestar:
    """The whole front door over an open, migrated database; it closes the database at the end.

    ``with_clock`` also ends what waited too long (goals.services.clock), once a minute.
    """
    door = GraphQLDoor(database, Engine(database.dialect))

    @asgi("/graphql", copy_scope=False)
    async def graphql(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == ScopeType.HTTP:
            await door(scope, receive, send)
        else:  # a socket: nothing is served by one
            await receive()
            await send({"type": "websocket.close", "code": 1008, "reason": "Use HTTP."})

    @contextlib.asynccontextmanager
    async def lifespan(_: Litestar) -> AsyncIterator[None]:
        ticking = asyncio.create_task(_tick(database)) if with_clock else None
        try:
            yield
        finally:
            if ticking is not None:
                ticking.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await ticking
            await database.close()

    return Litestar(
        route_handlers=[graphql, healthz, readyz],
        state=State({"database": database}),
        lifespan=[lifespan],
        openapi_config=None,
        logging_config=None,
        request_max_body_size=LARGEST_BODY,
        exception_handlers={HTTPException: _http_fault, Exception: _masked},
    )


async def _tick(database: Database) -> None:
    """Let the clock act for ever; a database that is away is tried again next time."""
    while True:
        try:
            await clock.tick(database, datetime.now(UTC))
        except GoalsError as error:
            _LOG.warning("the clock waits: %s", error.code)
        except Exception:
            _LOG.exception("the clock failed")
        await asyncio.sleep(SECONDS_BETWEEN_TICKS)


def _http_fault(_: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    messages = {404: "There is nothing here; the API is at /graphql.", 405: "Use another method."}
    text = messages.get(error.status_code, error.detail)
    headers = {"Allow": "GET"} if error.status_code == 405 else {}  # all but /graphql are read
    return fault_response(Fault(error.status_code, "BAD_REQUEST", text, headers))


def _masked(_: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    _LOG.error("a request failed", exc_info=error)
    return fault_response(Fault(500, "INTERNAL_SERVER_ERROR", "A fault on our side."))
