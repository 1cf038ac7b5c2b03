"""`goals schema`: print the contract, or write it to a file."""

import argparse
import sys
from pathlib import Path
from typing import Any

from goals.spoken import say


def declare(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command."""
    made = commands.add_parser(
        "schema", help=say("GraphQL-Schema ausgeben", "print the GraphQL schema")
    )
    made.add_argument("--output", type=Path, metavar=say("DATEI", "FILE"))
    made.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Print or write the schema definition, sorted."""
    from goals.api.export import sdl

    if given.output is None:
        sys.stdout.write(sdl())
    else:
        given.output.write_text(sdl(), encoding="utf-8")
    return 0
