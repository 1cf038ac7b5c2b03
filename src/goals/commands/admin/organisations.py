"""`goals admin organisation`: found one, and change its settings."""

import argparse
from datetime import UTC, datetime
from typing import Any

from goals.commands.admin.asked import organisation_of
from goals.commands.admin.doing import Done, finished, organisation, several
from goals.commands.refusal import Refusal
from goals.domain.enums import Language
from goals.services import organisations
from goals.services.organisations import operator
from goals.services.requests import KEPT, ConfigureOrganisationRequest
from goals.spoken import german, say
from goals.store import lookups
from goals.store.database import Database


def declare(things: Any) -> None:
    """Add the group."""
    words = say("Organisationen gründen und einstellen", "found and configure organisations")
    verbs = several(things, "organisation", words)
    words = say("eine Organisation gründen", "found an organisation")
    create = finished(verbs.add_parser("create", help=words), create_organisation)
    create.add_argument("name", help=say("wie sie heißt", "what it is called"))
    create.add_argument(
        "--time-zone",
        default="Europe/Berlin",
        metavar="ZONE",
        help=say("in der ihre Fristen enden (%(default)s)", "its deadlines end in (%(default)s)"),
    )
    words = say("Einstellungen ändern", "change settings")
    change = finished(verbs.add_parser("configure", help=words), configure)
    change.add_argument(
        "--time-zone", metavar="ZONE", help=say("in der ihre Fristen enden", "its deadlines end in")
    )
    change.add_argument(
        "--speaks",
        choices=["de", "en"],
        help=say("Sprache, wo niemand eine gewählt hat", "the language where nobody chose one"),
    )
    change.add_argument(
        "--person-statistics",
        choices=["on", "off"],
        help=say("ob es Quoten je Person geben darf", "whether there may be rates by person"),
    )
    change.add_argument(
        "--retention-years",
        type=_years,
        default=KEPT,
        metavar="N",
        help=say(
            "wie lange Texte beendeter Aufträge bleiben; forever: immer",
            "how long texts of ended commissions are kept; or: forever",
        ),
    )
    organisation(change)


def _years(text: str) -> int | None:
    if text == "forever":
        return None
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r}: 10, forever") from None


async def create_organisation(database: Database, given: argparse.Namespace) -> Done:
    """Found an organisation in the language of whoever types."""
    if await lookups.organisations(database, given.name.strip()):
        raise Refusal(
            say(
                f"Eine Organisation „{given.name.strip()}“ gibt es schon.",
                f"There is an organisation “{given.name.strip()}” already.",
            )
        )
    made = await organisations.found(
        database,
        name=given.name,
        language=Language.DE if german() else Language.EN,
        now=datetime.now(UTC),
        time_zone=given.time_zone,
    )
    return Done(
        say(f"Organisation „{given.name}“ gegründet.", f"Founded organisation “{given.name}”."),
        {"organisation": str(made)},
        "goals admin team create NAME",
    )


async def configure(database: Database, given: argparse.Namespace) -> Done:
    """Change the settings given; the others stay."""
    request = ConfigureOrganisationRequest(
        time_zone=given.time_zone,
        language=Language(given.speaks) if given.speaks else None,
        person_statistics=given.person_statistics and given.person_statistics == "on",
        retention_years=given.retention_years,
    )
    if request == ConfigureOrganisationRequest():
        raise Refusal(
            say("Es ist nichts zu ändern angegeben.", "Nothing to change is given.")
            + "\n  → goals admin organisation configure --help"
        )
    org_id = await organisation_of(database, given)
    await organisations.configure(operator(database, org_id, datetime.now(UTC)), request)
    return Done(say("Geändert.", "Changed."), {"organisation": str(org_id)})
