"""`goals audit checkpoint`: sign where the history stands, to be kept elsewhere."""

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from goals.commands.admin.asked import organisation_of
from goals.commands.audit.key import configured
from goals.commands.audit.reading import finished, in_database
from goals.commands.refusal import Refusal
from goals.services import checkpoints
from goals.spoken import say
from goals.store.database import Database


def declare(verbs: Any) -> None:
    """Add the verb."""
    checkpoint = verbs.add_parser(
        "checkpoint", help=say("Stand unterschreiben", "sign where the history stands")
    )
    checkpoint.add_argument(
        "--output",
        type=Path,
        metavar=say("DATEI", "FILE"),
        help=say("wohin; sonst auf die Ausgabe", "where to write it; else to stdout"),
    )
    finished(checkpoint, run)


def run(given: argparse.Namespace) -> int:
    """Sign the head of the chain, and write the checkpoint to a file or to stdout."""
    key = configured()

    async def work(database: Database) -> dict[str, Any]:
        org_id = await organisation_of(database, given)
        taken = await checkpoints.take(database, org_id, key, datetime.now(UTC))
        if taken is None:
            raise Refusal(say("Die Historie ist noch leer.", "The history is still empty."))
        return checkpoints.document(taken)

    written = json.dumps(in_database(given, work), ensure_ascii=False) + "\n"
    if given.output is None:
        sys.stdout.write(written)
    else:
        given.output.write_text(written, encoding="utf-8")
        print(say(f"Geschrieben: {given.output}", f"Written: {given.output}"))
    return 0
