"""`goals admin export-person`: everything that is held about somebody, in a file for them."""

import argparse
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from goals.commands.admin.asked import organisation_of, person_of
from goals.commands.admin.doing import Done, finished, organisation
from goals.services import personal_data
from goals.spoken import say
from goals.store.database import Database


def declare(things: Any) -> None:
    """Add the verb."""
    words = say(
        "alles ausgeben, was über jemanden da ist", "write out all that is held of somebody"
    )
    parser = finished(things.add_parser("export-person", help=words), export_person)
    parser.add_argument("email", help=say("ihre E-Mail", "their e-mail"))
    parser.add_argument(
        "--output",
        type=Path,
        metavar=say("DATEI", "FILE"),
        required=True,
        help=say("wohin", "where to write it"),
    )
    organisation(parser)


async def export_person(database: Database, given: argparse.Namespace) -> Done:
    """Write the personal data of the person with this e-mail; only its owner can read the file."""
    from goals.api.personal_data import text_of

    org_id = await organisation_of(database, given)
    person = await person_of(database, org_id, given.email)
    gathered = await personal_data.gathered(database, org_id, person, datetime.now(UTC))
    opened = os.open(given.output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(opened, "w", encoding="utf-8") as file:
        file.write(text_of(gathered) + "\n")
    rows = sum(len(each["rows"]) for each in gathered["tables"])
    said = say(f"{rows} Einträge in {given.output}.", f"{rows} rows in {given.output}.")
    return Done(said, {"file": str(given.output), "rows": str(rows)})
