"""Doing: what all groups of `goals admin` share: a database, one act, what came of it."""

import argparse
import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from goals.commands.migrate import database_url
from goals.spoken import say
from goals.store import migrate
from goals.store.database import Database


@dataclass(frozen=True)
class Done:
    """What came of a command: a sentence and the next step for people, the facts for ``--json``.

    ``code`` is what to exit with: 1 where something is found to be wrong.
    """

    said: str
    facts: Mapping[str, object]
    then: str = ""
    code: int = 0


Work = Callable[[Database, argparse.Namespace], Awaitable[Done]]


def verb(things: Any, thing: str, name: str, work: Work, words: str) -> argparse.ArgumentParser:
    """Declare a thing with one verb."""
    return finished(several(things, thing, words).add_parser(name, help=words), work)


def several(things: Any, thing: str, words: str) -> Any:
    """Declare a thing to which verbs are added."""
    return things.add_parser(thing, help=words).add_subparsers(
        dest="verb", required=True, metavar=say("BEFEHL", "VERB")
    )


def finished(parser: argparse.ArgumentParser, work: Work) -> argparse.ArgumentParser:
    """Add what every verb takes, and the work it does."""
    parser.add_argument("--database", metavar="URL", help="sqlite:///goals.db, postgres://…")
    parser.add_argument(
        "--json", action="store_true", help=say("für Programme", "for other programs")
    )
    parser.set_defaults(run=run, work=work)
    return parser


def organisation(parser: argparse.ArgumentParser) -> None:
    """Let the organisation be named."""
    parser.add_argument(
        "--organisation", metavar="NAME", help=say("falls es mehrere gibt", "if there are several")
    )


def run(given: argparse.Namespace) -> int:
    """Do one thing and print what came of it; a token's secret is printed this once."""
    done = asyncio.run(_run(given))
    if given.json:
        print(json.dumps(done.facts, ensure_ascii=False))
        return done.code
    print(done.said)
    if done.then:
        print(f"  → {done.then}")
    return done.code


async def _run(given: argparse.Namespace) -> Done:
    async with await Database.open(database_url(given.database)) as database:
        if database.dialect == "sqlite":
            await migrate.migrate(database)
        else:
            await migrate.check(database)
        work: Work = given.work
        return await work(database, given)
