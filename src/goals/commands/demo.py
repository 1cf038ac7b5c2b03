"""`goals demo`: see it all at work once, or keep a filled server running."""

import argparse
from typing import Any

from goals.commands.serve import port
from goals.spoken import say


def declare(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command."""
    made = commands.add_parser("demo", help=say("Alles einmal vorführen", "see it all at work"))
    made.add_argument(
        "--database",
        metavar="URL",
        help=say("statt einer vorübergehenden", "instead of a temporary one"),
    )
    made.add_argument("--commissions", type=_count, default=200, metavar="N")
    made.add_argument("--port", type=port, default=0, metavar="N")
    made.add_argument("--keep-running", action="store_true")
    made.add_argument("--json", action="store_true")
    made.set_defaults(run=run)


def _count(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) < 9:
        return int(text)
    raise argparse.ArgumentTypeError(say("eine ganze Zahl, bitte", "a whole number, please"))


def run(given: argparse.Namespace) -> int:
    """Show the story, or serve until stopped."""
    from goals import demo

    return demo.run(
        database=given.database,
        commissions=given.commissions,
        port=given.port,
        keep_running=given.keep_running,
        as_json=given.json,
    )
