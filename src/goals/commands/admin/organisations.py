"""`goals admin organisation`: found one."""

import argparse
from datetime import UTC, datetime
from typing import Any

from goals.commands.admin.doing import Done, verb
from goals.commands.refusal import Refusal
from goals.domain.enums import Language
from goals.services import organisations
from goals.spoken import german, say
from goals.store import lookups
from goals.store.database import Database


def declare(things: Any) -> None:
    """Add the group."""
    words = say("eine Organisation gründen", "found an organisation")
    create = verb(things, "organisation", "create", create_organisation, words)
    create.add_argument("name", help=say("wie sie heißt", "what it is called"))
    create.add_argument(
        "--time-zone",
        default="Europe/Berlin",
        metavar="ZONE",
        help=say("in der ihre Fristen enden (%(default)s)", "its deadlines end in (%(default)s)"),
    )


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
