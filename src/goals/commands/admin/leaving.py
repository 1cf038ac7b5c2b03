"""`goals admin person deactivate` and `reactivate`: nobody leaves anything open behind."""

import argparse
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from goals.commands.admin.asked import commission_of, organisation_of, person_of, quoted
from goals.commands.admin.doing import Done, finished, organisation
from goals.services import deactivations
from goals.services.organisations import operator
from goals.services.requests import (
    DeactivatePersonRequest,
    HandOverPart,
    ReactivatePersonRequest,
)
from goals.spoken import say
from goals.store.database import Database


def declare(verbs: Any) -> None:
    """Add the verbs."""
    words = say("jemanden verabschieden", "let somebody take part no longer")
    leave = finished(verbs.add_parser("deactivate", help=words), deactivate)
    leave.add_argument("email", help=say("wer geht", "who leaves"))
    leave.add_argument(
        "--successor",
        metavar="EMAIL",
        help=say("wer alles Offene übernimmt", "who takes over what is open"),
    )
    leave.add_argument(
        "--hand-over",
        action="append",
        default=[],
        type=_part,
        metavar="C-12=EMAIL",
        help=say(
            "wer einen einzelnen Auftrag übernimmt (mehrfach möglich)",
            "who takes over one commission (repeatable)",
        ),
    )
    leave.add_argument(
        "--dry-run",
        action="store_true",
        help=say("nur sagen, was geschähe", "only tell what would happen"),
    )
    organisation(leave)
    words = say("jemanden wieder aufnehmen", "let somebody take part again")
    come = finished(verbs.add_parser("reactivate", help=words), reactivate)
    come.add_argument("email", help=say("wer zurückkommt", "who comes back"))
    organisation(come)


def _part(text: str) -> tuple[str, str]:
    key, equals, email = text.partition("=")
    if not (key and equals and email):
        raise argparse.ArgumentTypeError(f"{text!r}: C-12=anna@example.org")
    return key, email


async def deactivate(database: Database, given: argparse.Namespace) -> Done:
    """Hand over what is open and let the person with this e-mail take part no longer."""
    org_id = await organisation_of(database, given)
    person = await person_of(database, org_id, given.email)
    successor = given.successor and await person_of(database, org_id, given.successor)
    parts = [await _handed(database, org_id, *part) for part in given.hand_over]
    request = DeactivatePersonRequest(
        person, tuple(parts), successor or None, has_successor=successor is not None
    )
    context = operator(database, org_id, datetime.now(UTC))
    await deactivations.deactivate_person(replace(context, dry_run=given.dry_run), request)
    facts = {"person": str(person), "dryRun": given.dry_run}
    if given.dry_run:
        said = say("Nichts steht dem entgegen.", "Nothing stands in the way.")
        return Done(said, facts, f"goals admin person deactivate {quoted(given.email)} …")
    said = say(
        f"{given.email} nimmt nicht mehr teil; Token und Vertretungen sind beendet.",
        f"{given.email} takes part no longer; tokens and deputies are ended.",
    )
    return Done(said, facts, f"goals admin person reactivate {quoted(given.email)}")


async def _handed(database: Database, org_id: UUID, key: str, email: str) -> HandOverPart:
    return HandOverPart(
        await commission_of(database, org_id, key), await person_of(database, org_id, email)
    )


async def reactivate(database: Database, given: argparse.Namespace) -> Done:
    """Let the person with this e-mail take part again."""
    org_id = await organisation_of(database, given)
    person = await person_of(database, org_id, given.email)
    context = operator(database, org_id, datetime.now(UTC))
    await deactivations.reactivate_person(context, ReactivatePersonRequest(person))
    said = say(f"{given.email} nimmt wieder teil.", f"{given.email} takes part again.")
    return Done(said, {"person": str(person)}, f"goals admin token create {quoted(given.email)}")
