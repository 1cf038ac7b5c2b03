"""`goals migrate`: bring the database to the schema of this program."""

import argparse
import asyncio
from datetime import UTC, datetime
from typing import Any

from goals.settings import DatabaseURL, Settings
from goals.spoken import say
from goals.store import migrate, rebuilding
from goals.store.database import Database


def declare(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command."""
    made = commands.add_parser(
        "migrate", help=say("Datenbank einrichten oder erneuern", "prepare or renew the database")
    )
    made.add_argument("--database", metavar="URL", help="sqlite:///goals.db, postgres://…")
    made.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Apply what is missing and say what was done."""
    url = database_url(given.database)
    applied = asyncio.run(_migrate(url))
    if applied:
        print(say("Angewendet: ", "Applied: ") + ", ".join(applied))
    else:
        print(say("Die Datenbank ist auf dem Stand.", "The database is up to date."))
    return 0


def database_url(told: str | None) -> DatabaseURL:
    """The address from the option, else from GOALS_DATABASE_URL. Raises SettingsError."""
    return DatabaseURL.parse(told) if told else Settings.from_environment().database


async def _migrate(url: DatabaseURL) -> list[str]:
    async with await Database.open(url) as database:
        applied = await migrate.migrate(database)
        await rebuilding.ensure(database, datetime.now(UTC))
        return applied
