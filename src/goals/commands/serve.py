"""`goals serve`: serve the API until stopped."""

import argparse
import asyncio
import sys
from datetime import UTC, datetime
from typing import Any

from goals import logs
from goals.commands.migrate import database_url
from goals.settings import DatabaseURL, Settings
from goals.spoken import say
from goals.store import lookups, migrate, rebuilding
from goals.store.database import Database


def declare(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command."""
    made = commands.add_parser("serve", help=say("Server starten", "start the server"))
    made.add_argument("--database", metavar="URL", help="sqlite:///goals.db, postgres://…")
    made.add_argument(
        "--host",
        default="127.0.0.1",
        help=say("Adresse; sonst 127.0.0.1", "address; else 127.0.0.1"),
    )
    made.add_argument(
        "--port",
        type=port,
        default=8000,
        help=say("Port; sonst 8000, 0 nimmt einen freien", "port; else 8000, 0 takes a free one"),
    )
    made.set_defaults(run=run)


def port(text: str) -> int:
    """A port number; 0 takes a free one."""
    if text.isascii() and text.isdigit() and int(text) < 65_536:
        return int(text)
    raise argparse.ArgumentTypeError(
        say(f"{text!r} ist kein Port (0 bis 65535)", f"{text!r} is no port (0 to 65535)")
    )


def run(given: argparse.Namespace) -> int:
    """Serve; SQLite is migrated at the start, PostgreSQL by `goals migrate` alone."""
    from goals.services import signing
    from goals.web.server import listen, run_loop

    signing.configured()  # a key that cannot be used is told now, not to the first who signs
    try:
        listening = listen(given.host, given.port)
    except OSError as error:
        where = f"{given.host}:{given.port}"
        print(
            say(
                f"goals: {where} ist nicht zu haben ({error.strerror}); anderen --port wählen.",
                f"goals: {where} cannot be had ({error.strerror}); choose another --port.",
            ),
            file=sys.stderr,
        )
        return 1
    with listening:
        return run_loop(_serve(database_url(given.database), listening))


async def _serve(url: DatabaseURL, listening: Any) -> int:
    from goals.web.app import create_app
    from goals.web.oidc.issuers import Issuers
    from goals.web.server import Server

    told = Settings.from_environment()
    logs.configure(told.front_door.log_format, told.front_door.log_level)
    async with await Database.open(url, pool_size=told.pool_size) as database:
        if database.dialect == "sqlite":
            await migrate.migrate(database)
        else:
            await migrate.check(database)
        await rebuilding.ensure(database, datetime.now(UTC))
        issuers = Issuers(database, told.issuers)
        app = create_app(database, told.front_door, issuers=issuers)
        server = Server(app, told.front_door)
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        await server.answering()
        host, bound = listening.getsockname()[:2]
        shown = f"[{host}]" if ":" in host else host
        print(f"API: http://{shown}:{bound}/graphql", flush=True)
        if not await lookups.organisation_names(database):
            print(
                say("Es gibt noch keine Organisation:", "There is no organisation yet:")
                + "\n  → goals admin organisation create NAME",
                flush=True,
            )
        await serving
    return 0
