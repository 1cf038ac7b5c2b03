"""`goals admin token`: issue one, or end one."""

import argparse
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from goals.commands.admin.asked import organisation_of, person_of
from goals.commands.admin.doing import Done, finished, organisation, several
from goals.commands.refusal import Refusal
from goals.domain.enums import Scope
from goals.domain.errors import NotFound
from goals.services import tokens
from goals.services.organisations import operator
from goals.services.requests import CreateTokenRequest, RevokeTokenRequest
from goals.spoken import say
from goals.store.database import Database


def declare(things: Any) -> None:
    """Add the group."""
    words = say("Token ausgeben oder beenden", "issue a token, or end one")
    verbs = several(things, "token", words)
    words = say("ein Token ausgeben", "issue a token")
    create = finished(verbs.add_parser("create", help=words), create_token)
    create.add_argument("email", help=say("wessen Token", "whose token"))
    create.add_argument("--name", default="cli", help=say("wofür es ist", "what it is for"))
    create.add_argument(
        "--scope",
        action="append",
        type=str.upper,
        choices=[str(scope) for scope in Scope],
        help=say(
            "wofür es benutzt werden darf (mehrfach möglich; ohne: alles)",
            "what it may be used for (repeatable; without: everything)",
        ),
    )
    create.add_argument(
        "--expires",
        type=_moment,
        metavar="TIME",
        help=say("wann es endet: 2027-01-31T12:00+01:00", "when it ends: 2027-01-31T12:00+01:00"),
    )
    organisation(create)
    words = say("ein Token sofort beenden", "end a token at once")
    revoke = finished(verbs.add_parser("revoke", help=words), revoke_token)
    revoke.add_argument(
        "token",
        type=_token_id,
        metavar="ID",
        help=say("die Nummer, die beim Ausgeben dabeistand", "the id shown when it was issued"),
    )
    organisation(revoke)


def _moment(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r}: 2027-01-31T12:00:00+01:00") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _token_id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            say(
                f"{text!r} ist keine Nummer eines Tokens wie 01a20071-a141-7056-8990-ebbe8c5d01ba",
                f"{text!r} is no id of a token like 01a20071-a141-7056-8990-ebbe8c5d01ba",
            )
        ) from None


async def create_token(database: Database, given: argparse.Namespace) -> Done:
    """Make a token for the person with this e-mail."""
    org_id = await organisation_of(database, given)
    person = await person_of(database, org_id, given.email)
    scopes = None if given.scope is None else tuple(Scope(scope) for scope in given.scope)
    request = CreateTokenRequest(person, given.name, given.expires, scopes)
    made = await tokens.create_token(operator(database, org_id, datetime.now(UTC)), request)
    said = say(
        "Jetzt sicher verwahren: das Token wird nie wieder gezeigt. Widerrufen wird es mit",
        "Keep it safe now: the token is never shown again. It is revoked by",
    )
    return Done(
        f"{made.secret}\n{said}\n  goals admin token revoke {made.subject_id}",
        {"token": str(made.subject_id), "secret": made.secret or ""},
        "goals login --url http://127.0.0.1:8000/graphql",
    )


async def revoke_token(database: Database, given: argparse.Namespace) -> Done:
    """End a token."""
    org_id = await organisation_of(database, given)
    context = operator(database, org_id, datetime.now(UTC))
    try:
        await tokens.revoke_token(context, RevokeTokenRequest(given.token))
    except NotFound:
        raise Refusal(
            say(
                f"Es gibt kein Token {given.token}, das noch gilt.",
                f"There is no token {given.token} that is still valid.",
            )
        ) from None
    said = say("Das Token gilt nicht mehr.", "The token is no longer valid.")
    return Done(said, {"revoked": str(given.token)})
