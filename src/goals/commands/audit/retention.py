"""`goals audit retention`: erase the texts whose time is over, or only tell which those are."""

import argparse
import json
from datetime import UTC, datetime
from typing import Any

from goals.commands.admin.asked import organisation_of
from goals.commands.audit.reading import finished, in_database
from goals.services import retention
from goals.services.retention import Due
from goals.spoken import say
from goals.store.database import Database

SHOWN = 20


def declare(verbs: Any) -> None:
    """Add the verb."""
    words = say("Texte nach Ablauf löschen", "erase texts whose time is over")
    parser = verbs.add_parser("retention", help=words)
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help=say("nur sagen, was gelöscht würde", "only tell what would be erased"),
    )
    finished(parser, run)


def run(given: argparse.Namespace) -> int:
    """Tell what is due, and erase it unless it is only to be told."""

    async def work(database: Database) -> Due:
        org_id, now = await organisation_of(database, given), datetime.now(UTC)
        found = await retention.due(database, org_id, now)
        if not given.dry_run:
            await retention.apply(database, org_id, now)
        return found

    found = in_database(given, work)
    if given.json:
        keys = [each.key for each in found.commissions]
        print(json.dumps({"years": found.years, "dryRun": given.dry_run, "commissions": keys}))
        return 0
    if found.years is None:
        print(
            say(
                "Texte werden unbegrenzt aufgehoben (organisationConfigure, retentionYears).",
                "Texts are kept for ever (organisationConfigure, retentionYears).",
            )
        )
        return 0
    count = len(found.commissions)
    if given.dry_run:
        print(
            say(
                f"Zu löschen: Texte von {count} Aufträgen.",
                f"To erase: texts of {count} commissions.",
            )
        )
    else:
        print(
            say(f"Gelöscht: Texte von {count} Aufträgen.", f"Erased: texts of {count} commissions.")
        )
    for each in found.commissions[:SHOWN]:
        print(f"  {each.key}  {each.closed_at:%Y-%m-%d}")
    if count > SHOWN:
        print(f"  … {count - SHOWN}")
    return 0
