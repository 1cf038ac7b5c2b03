"""`goals audit export`: the whole history as a file that can be verified anywhere."""

import argparse
import json
import os
from contextlib import aclosing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from goals.commands.admin.asked import organisation_of
from goals.commands.audit.reading import finished, in_database
from goals.services import chains, checkpoints, signing
from goals.spoken import say
from goals.store import lookups
from goals.store.database import Database


def declare(verbs: Any) -> None:
    """Add the verb."""
    export = verbs.add_parser(
        "export", help=say("ganze Historie ausgeben", "write the whole history out")
    )
    export.add_argument(
        "--output",
        type=Path,
        metavar=say("DATEI", "FILE"),
        required=True,
        help=say("wohin", "where to write it"),
    )
    finished(export, run)


def run(given: argparse.Namespace) -> int:
    """Write the history to a file; it appears under its name once it is whole."""
    key = signing.configured()

    async def work(database: Database) -> int:
        org_id = await organisation_of(database, given)
        name = await lookups.organisation_name(database, org_id)
        now, count = datetime.now(UTC), 0
        if key is not None:
            await checkpoints.take(database, org_id, key, now)
        unfinished = given.output.with_name(f"{given.output.name}.{os.getpid()}.part")
        lines = chains.export(database, org_id, name, now, None if key is None else key.public)
        try:
            with unfinished.open("w", encoding="utf-8", newline="\n") as file:
                async with aclosing(lines):  # type: ignore[type-var]
                    async for line in lines:
                        file.write(line + "\n")
                        count += 1
            unfinished.replace(given.output)
        finally:
            unfinished.unlink(missing_ok=True)
        return count

    count = in_database(given, work)
    if given.json:
        print(json.dumps({"file": str(given.output), "lines": count}))
        return 0
    print(say(f"{count} Zeilen: {given.output}", f"{count} lines: {given.output}"))
    print(f"  → goals audit verify {given.output}")
    return 0
