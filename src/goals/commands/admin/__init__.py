"""`goals admin`: found organisations, add teams and people, make and end tokens.

Works on the database itself, so that the first admin can come to be; everything after that can
also be done through the API. One group a file.
"""

import argparse
from typing import Any

from goals.commands.admin import (
    export_person,
    organisations,
    people,
    rollups,
    rosters,
    service_accounts,
    teams,
    tokens,
)
from goals.spoken import say

GROUPS = (
    organisations,
    teams,
    people,
    rosters,
    service_accounts,
    tokens,
    rollups,
    export_person,
)


def declare(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command with its parts."""
    made = commands.add_parser(
        "admin", help=say("Organisation, Teams, Personen, Token", "organisation, people, tokens")
    )
    things = made.add_subparsers(dest="thing", required=True, metavar=say("BEREICH", "THING"))
    for group in GROUPS:
        group.declare(things)
