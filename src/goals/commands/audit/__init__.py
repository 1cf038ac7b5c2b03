"""`goals audit`: verify the history, take it out of the house, and sign where it stands.

Verifying a file needs no server and no database: what is hashed and signed is all in it. One verb
a file.
"""

import argparse
from typing import Any

from goals.commands.audit import checkpoint, export, key, retention, verify
from goals.spoken import say

VERBS = (verify, export, checkpoint, key, retention)


def declare(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command with its parts."""
    made = commands.add_parser(
        "audit", help=say("Historie prüfen und ausgeben", "verify and export the history")
    )
    verbs = made.add_subparsers(dest="verb", required=True, metavar=say("BEFEHL", "VERB"))
    for verb in VERBS:
        verb.declare(verbs)
