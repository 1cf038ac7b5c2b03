"""What the verbs of `goals audit` share: a database they read, never migrate."""

import argparse
import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from goals.commands.admin.doing import organisation
from goals.commands.migrate import database_url
from goals.spoken import say
from goals.store import migrate
from goals.store.database import Database

T = TypeVar("T")


def finished(parser: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]) -> None:
    """Add what every verb takes, and what runs it."""
    parser.add_argument("--database", metavar="URL", help="sqlite:///goals.db, postgres://…")
    parser.add_argument(
        "--json", action="store_true", help=say("für Programme", "for other programs")
    )
    organisation(parser)
    parser.set_defaults(run=run)


def in_database(given: argparse.Namespace, work: Callable[[Database], Awaitable[T]]) -> T:
    """Do some work in the database that is given."""

    async def run() -> T:
        async with await Database.open(database_url(given.database)) as database:
            await migrate.check(database)
            return await work(database)

    return asyncio.run(run())
