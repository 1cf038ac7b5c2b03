"""The app: routes, start and end. Litestar carries it; the GraphQL endpoint is plain ASGI."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from litestar import Litestar, Request, Response, asgi
from litestar.datastructures import State
from litestar.enums import ScopeType
from litestar.exceptions import HTTPException
from litestar.types import Receive, Scope, Send

from goals.api.execute import Engine
from goals.domain.errors import GoalsError
from goals.services import clock
from goals.services.feed import Feed
from goals.settings import FrontDoor
from goals.store.catching_up import everywhere
from goals.store.database import Database
from goals.web.answers import fault_response
from goals.web.bodies import LARGEST_BODY
from goals.web.contexts import Contexts
from goals.web.event_streams import EventStreams
from goals.web.faults import Fault
from goals.web.gate import Gate
from goals.web.graphql import GraphQLDoor
from goals.web.health import healthz, readyz
from goals.web.live import Live
from goals.web.login import login_document
from goals.web.oidc.issuers import Issuers
from goals.web.porch import Porch
from goals.web.rates import Rates
from goals.web.sign_in import Doorkeeper
from goals.web.sockets import SocketDoor
from goals.web.streaming import Streaming

_LOG = logging.getLogger("goals.web")
SECONDS_BETWEEN_TICKS = 60.0
SECONDS_BETWEEN_COUNTS = 2.0
SECONDS_BETWEEN_NOTES = 15.0


def create_app(
    database: Database,
    told: FrontDoor | None = None,
    *,
    with_clock: bool = True,
    issuers: Issuers | None = None,
) -> Porch:
    """The whole front door over an open, migrated database; it closes the database at the end.

    ``with_clock`` also ends what waited too long (goals.services.clock), once a minute, and
    counts what happened (goals.store.catching_up), every two seconds;
    ``issuers`` are the identity providers whose tokens are taken.
    """
    issuers = issuers or Issuers(database, ())
    doorkeeper = Doorkeeper(database, issuers)
    told = told or FrontDoor()
    rates = Rates(told.points_at_once, told.points_a_second)
    engine, gate = Engine(database.dialect), Gate(doorkeeper)
    contexts = Contexts(database, doorkeeper)
    streaming = Streaming(engine, Feed(database), gate, rates, contexts, Live(doorkeeper))
    door = GraphQLDoor(engine, gate, rates, contexts, EventStreams(streaming))
    sockets = SocketDoor(streaming)

    @asgi("/graphql", copy_scope=False)
    async def graphql(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == ScopeType.HTTP:
            await door(scope, receive, send)
        else:
            await sockets(scope, receive, send)

    async def tick() -> None:
        await clock.tick(database, datetime.now(UTC))

    @contextlib.asynccontextmanager
    async def lifespan(_: Litestar) -> AsyncIterator[None]:
        running = [
            asyncio.create_task(_write_down(doorkeeper)),
            asyncio.create_task(streaming.live.watch()),
        ]
        if with_clock:
            running += [
                asyncio.create_task(_again("the clock", SECONDS_BETWEEN_TICKS, tick)),
                asyncio.create_task(
                    _again("counting", SECONDS_BETWEEN_COUNTS, partial(everywhere, database))
                ),
            ]
        try:
            yield
        finally:
            await streaming.close()
            for task in running:
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await task
            await doorkeeper.write_down()
            await database.close()

    behind = Litestar(
        route_handlers=[graphql, healthz, readyz, login_document],
        state=State({"database": database, "issuers": issuers.configured}),
        lifespan=[lifespan],
        openapi_config=None,
        logging_config=None,
        request_max_body_size=LARGEST_BODY,
        exception_handlers={HTTPException: _http_fault, Exception: _masked},
    )
    return Porch(behind, told, streaming.close)


async def _again(what: str, seconds: float, work: Callable[[], Awaitable[object]]) -> None:
    """Do something for ever; a database that is away is tried again next time."""
    while True:
        try:
            await work()
        except GoalsError as error:
            _LOG.warning("%s waits: %s", what, error.code)
        except Exception:
            _LOG.exception("%s failed", what)
        await asyncio.sleep(seconds)


async def _write_down(doorkeeper: Doorkeeper) -> None:
    """Write now and then when tokens were last used: no request waits for it."""
    while True:
        await asyncio.sleep(SECONDS_BETWEEN_NOTES)
        await doorkeeper.write_down()


def _http_fault(_: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    messages = {404: "There is nothing here; the API is at /graphql.", 405: "Use another method."}
    text = messages.get(error.status_code, error.detail)
    headers = {"Allow": "GET"} if error.status_code == 405 else {}  # all but /graphql are read
    return fault_response(Fault(error.status_code, "BAD_REQUEST", text, headers))


def _masked(_: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    _LOG.error("a request failed", exc_info=error)
    return fault_response(Fault(500, "INTERNAL_SERVER_ERROR", "A fault on our side."))
