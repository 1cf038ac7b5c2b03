"""`goals admin import`: teams and people from a CSV file, tried first with ``--dry-run``."""

import argparse
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from goals.commands.admin.asked import organisation_of, quoted
from goals.commands.admin.doing import Done, finished, organisation
from goals.domain.rosters import decoded
from goals.services import rosters
from goals.services.organisations import operator
from goals.services.requests import ImportPeopleRequest
from goals.spoken import say
from goals.store.database import Database


def declare(things: Any) -> None:
    """Add the command."""
    words = say("Teams und Personen aus CSV übernehmen", "import teams and people from CSV")
    columns = say(
        "Spalten: Team, Oberteam, Name, E-Mail, Rolle, Sprache, Leitung",
        "columns: team, parent team, name, email, role, language, lead",
    )
    made = finished(things.add_parser("import", help=words, epilog=columns), import_people)
    made.add_argument(
        "file",
        metavar=say("DATEI", "FILE"),
        help=say("die Datei, - für die Eingabe", "the file, - for stdin"),
    )
    made.add_argument(
        "--dry-run",
        action="store_true",
        help=say("nur sagen, was geschähe", "only say what would happen"),
    )
    organisation(made)


async def import_people(database: Database, given: argparse.Namespace) -> Done:
    """Import all of a file, or none of it."""
    request = ImportPeopleRequest(decoded(_data(given.file)))
    org_id = await organisation_of(database, given)
    context = operator(database, org_id, datetime.now(UTC))
    result = await rosters.import_people(replace(context, dry_run=given.dry_run), request)
    report = result.report or {}
    return Done(
        "\n".join(_said(report, dry_run=given.dry_run)),
        {**report, "dryRun": given.dry_run},
        f"goals admin import {quoted(given.file)}" if given.dry_run else "",
    )


def _data(file: str) -> bytes:
    return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()


def _said(report: dict[str, Any], *, dry_run: bool) -> list[str]:
    names = {
        "teams": say("Teams", "Teams"),
        "people": say("Personen", "People"),
        "memberships": say("Zugehörigkeiten", "Memberships"),
    }
    first = say("Übernommen:", "Imported:")
    if dry_run:
        first = say("Nur geprüft, nichts geändert:", "Only tried, nothing changed:")
    return [first, *(f"  {names[kind]}: {_tally(tally)}" for kind, tally in report.items())]


def _tally(tally: dict[str, int]) -> str:
    return ", ".join(
        (
            say(f"{tally['created']} neu", f"{tally['created']} new"),
            say(f"{tally['updated']} geändert", f"{tally['updated']} changed"),
            say(f"{tally['unchanged']} unverändert", f"{tally['unchanged']} unchanged"),
        )
    )
