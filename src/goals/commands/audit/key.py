"""`goals audit key`: the key that signs checkpoints and receipts."""

import argparse
from pathlib import Path
from typing import Any

from goals.commands.refusal import Refusal
from goals.services import signing
from goals.spoken import say


def declare(verbs: Any) -> None:
    """Add the verb."""
    things = verbs.add_parser(
        "key", help=say("Schlüssel des Servers", "the key of the server")
    ).add_subparsers(dest="thing", required=True, metavar=say("BEFEHL", "VERB"))
    create = things.add_parser("create", help=say("einen anlegen", "make one"))
    create.add_argument("file", type=Path, metavar=say("DATEI", "FILE"))
    create.set_defaults(run=run_create, database=None)
    show = things.add_parser("show", help=say("den öffentlichen zeigen", "show the public one"))
    show.set_defaults(run=run_show, database=None)


def run_create(given: argparse.Namespace) -> int:
    """Make a key in a new file."""
    key = signing.create(given.file)
    print(say(f"Schlüssel angelegt: {given.file}", f"Made a key: {given.file}"))
    print(say("Öffentlich: ", "Public: ") + key.public.text)
    print(f"  → export GOALS_SIGNING_KEY={given.file}")
    return 0


def run_show(given: argparse.Namespace) -> int:
    """Show the public key of the server."""
    del given
    print(configured().public.text)
    return 0


def configured() -> signing.SigningKey:
    """The key this machine was told of. Raises Refusal where there is none."""
    key = signing.configured()
    if key is None:
        raise Refusal(
            say(
                "Es ist kein Schlüssel eingestellt (GOALS_SIGNING_KEY).",
                "No key is configured (GOALS_SIGNING_KEY).",
            )
            + "\n  → goals audit key create FILE"
        )
    return key
