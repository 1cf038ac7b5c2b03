"""Stage: a filled database with a server in front, for as long as the block lasts."""

import asyncio
import contextlib
import os
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from goals import logs
from goals.demo import past
from goals.demo.cast import Cast, assemble
from goals.demo.many import add
from goals.settings import DatabaseURL, Settings
from goals.store import migrate
from goals.store.database import Database
from goals.store.planning import look_at_tables
from goals.web.app import create_app
from goals.web.server import Server, listen

THROUGH_SERVICES = 400
"""So many commissions at most are told act by act; more are loaded in bulk."""

BULK_DAYS = 3 * 365 + 2
"""How long ago the organisation of a bulk load begins: it has three years behind it."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A running server, and a token for each of the four roles of the demonstration."""

    url: str
    tokens: dict[str, str]
    cast: Cast


@contextlib.asynccontextmanager
async def raised(url: str | None, commissions: int, port: int) -> AsyncIterator[Stage]:
    """Fill a database (a temporary one, unless named) and serve it on a port (0: a free one)."""
    with contextlib.ExitStack() as stack:
        listening = stack.enter_context(listen("127.0.0.1", port))
        if url is None:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="goals-demo-"))
            url = f"sqlite:///{Path(folder) / 'demo.db'}"
        database = await Database.open(DatabaseURL.parse(url))
        await migrate.migrate(database)
        cast = await fill(database, commissions)
        told = Settings.from_environment({**os.environ, "GOALS_DATABASE_URL": ""}).front_door
        logs.configure(told.log_format, "warning")
        server = Server(create_app(database, told), told)
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        try:
            await server.answering()
            yield Stage(
                f"http://127.0.0.1:{listening.getsockname()[1]}/graphql",
                await _tokens(cast),
                cast,
            )
        finally:
            server.should_exit = True
            await serving


async def fill(database: Database, commissions: int) -> Cast:
    """Make the organisation and its past, in bulk where there is much of it."""
    now = datetime.now(UTC)
    if commissions > THROUGH_SERVICES:
        cast = await assemble(database, now - timedelta(days=BULK_DAYS))
        await add(cast, commissions, now)
    else:
        cast = await assemble(database, now - timedelta(days=past.DAYS + 1))
        await past.tell(cast, commissions, now)
    await look_at_tables(database)
    return cast


async def _tokens(cast: Cast) -> dict[str, str]:
    now = datetime.now(UTC)
    people = {
        "customer": cast.members["Vertrieb"][0].id,
        "supplier": cast.members["IT"][0].id,
        "manager": cast.manager_id,
        "admin": cast.admin_id,
    }
    return {
        role: await cast.token(person, now) for role, person in people.items() if person is not None
    }
