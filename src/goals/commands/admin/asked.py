"""Asked for: organisations, teams, people and commissions by the names people type."""

import argparse
import shlex
from uuid import UUID

from goals.commands.refusal import Refusal
from goals.spoken import say
from goals.store import lookups
from goals.store.database import Database


async def organisation_of(database: Database, given: argparse.Namespace) -> UUID:
    """The organisation named, or the only one there is."""
    found = await lookups.organisations(database, given.organisation)
    if len(found) == 1:
        return found[0]
    names = await lookups.organisation_names(database)
    if not names:
        raise Refusal(
            say("Es gibt noch keine Organisation.", "There is no organisation yet.")
            + "\n  → goals admin organisation create NAME"
        )
    listed = ", ".join(names)
    if given.organisation is None:
        raise Refusal(
            say(
                f"Es gibt mehrere Organisationen, mit --organisation eine nennen: {listed}",
                f"There are several organisations, name one by --organisation: {listed}",
            )
        )
    raise Refusal(
        say(
            f"Es gibt keine Organisation „{given.organisation}“, aber: {listed}",
            f"There is no organisation “{given.organisation}”, but: {listed}",
        )
    )


async def team_of(database: Database, org_id: UUID, name: str) -> UUID:
    """The team with this name."""
    found = await lookups.team_by_name(database, org_id, name)
    if found is not None:
        return found
    names = ", ".join(await lookups.team_names(database, org_id))
    if not names:
        raise Refusal(
            say("Es gibt noch keine Teams.", "There are no teams yet.")
            + f"\n  → goals admin team create {quoted(name)}"
        )
    raise Refusal(
        say(
            f"Es gibt kein Team „{name}“, aber: {names}",
            f"There is no team “{name}”, but: {names}",
        )
    )


async def person_of(database: Database, org_id: UUID, email: str) -> UUID:
    """The person with this e-mail."""
    found = await lookups.person_by_email(database, org_id, email.strip().lower())
    if found is None:
        raise Refusal(
            say(
                f"Niemand hat die E-Mail {email}. Aufnehmen: goals admin person create",
                f"Nobody has the e-mail {email}. Add them: goals admin person create",
            )
        )
    return found


async def commission_of(database: Database, org_id: UUID, key: str) -> UUID:
    """The commission with this key."""
    found = await lookups.commission_by_key(database, org_id, key.strip().upper())
    if found is None:
        raise Refusal(say(f"Es gibt keinen Auftrag {key}.", f"There is no commission {key}."))
    return found


def quoted(text: str) -> str:
    """The text as a shell takes it."""
    return shlex.quote(text)
