"""`goals admin rollups`: count the cells of the statistics anew, to compare or to replace them."""

import argparse
from datetime import UTC, datetime
from typing import Any

from goals.commands.admin.asked import organisation_of
from goals.commands.admin.doing import Done, finished, organisation
from goals.spoken import say
from goals.store import rebuilding
from goals.store.database import Database

MOST_SHOWN = 1_000


def declare(things: Any) -> None:
    """Add the group."""
    words = say("Statistik nachzählen", "recount the statistics")
    made = finished(things.add_parser("rollups", help=words, description=words), recount)
    wanted = made.add_mutually_exclusive_group(required=True)
    wanted.add_argument(
        "--check",
        action="store_true",
        help=say(
            "alles nachzählen und jede Abweichung nennen; 1, wenn es eine gibt",
            "count everything and name each difference; 1 if there is one",
        ),
    )
    wanted.add_argument(
        "--rebuild",
        action="store_true",
        help=say(
            "alles nachzählen und ersetzen; solange warten alle Handlungen",
            "count everything and replace it; all acts wait meanwhile",
        ),
    )
    organisation(made)


async def recount(database: Database, given: argparse.Namespace) -> Done:
    """Compare or replace, whichever was asked for."""
    org_id = await organisation_of(database, given)
    if given.rebuild:
        count = await rebuilding.rebuild(database, org_id, datetime.now(UTC))
        said = say("Neu gezählt aus {} Aufträgen.", "Counted anew from {} commissions.")
        return Done(said.format(count), {"commissions": str(count)})
    found = [each async for each in rebuilding.check(database, org_id)]
    if not found:
        return Done(say("Alles stimmt überein.", "Everything agrees."), {"differences": "0"})
    said = say("{} {}: gespeichert {}, gezählt {}", "{} {}: stored {}, counted {}")
    lines = [said.format(each.where, each.what, each.stored, each.counted) for each in found]
    if len(lines) > MOST_SHOWN:
        more = say("… und {} weitere", "… and {} more").format(len(lines) - MOST_SHOWN)
        lines[MOST_SHOWN:] = [more]
    return Done(
        "\n".join(lines),
        {"differences": str(len(found)), "first": lines[0]},
        "goals admin rollups --rebuild",
        code=1,
    )
