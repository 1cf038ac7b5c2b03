"""`goals admin`: found organisations, add teams and people, make and end tokens.

Works on the database itself, so that the first admin can come to be; everything after that can
also be done through the API.
"""

import argparse
import asyncio
import json
import shlex
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from goals.commands.migrate import database_url
from goals.commands.refusal import Refusal
from goals.domain.enums import Language, Role
from goals.domain.errors import NotFound
from goals.services import organisations, people, teams, tokens
from goals.services.organisations import operator
from goals.services.requests import (
    CreatePersonRequest,
    CreateTeamRequest,
    CreateTokenRequest,
    RevokeTokenRequest,
)
from goals.spoken import german, say
from goals.store import lookups, migrate
from goals.store.database import Database


@dataclass(frozen=True)
class Done:
    """What came of a command: a sentence and the next step for people, the facts for ``--json``."""

    said: str
    facts: dict[str, str]
    then: str = ""


Work = Callable[[Database, argparse.Namespace], Awaitable[Done]]


def declare(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command with its parts."""
    made = commands.add_parser(
        "admin", help=say("Organisation, Teams, Personen, Token", "organisation, people, tokens")
    )
    things = made.add_subparsers(dest="thing", required=True, metavar="THING")
    _declare_organisation(things)
    _declare_team(things)
    _declare_person(things)
    _declare_token(things)


def _declare_organisation(things: Any) -> None:
    words = say("eine Organisation gründen", "found an organisation")
    create = _verb(things, "organisation", "create", create_organisation, words)
    create.add_argument("name", help=say("wie sie heißt", "what it is called"))
    create.add_argument(
        "--time-zone",
        default="Europe/Berlin",
        metavar="ZONE",
        help=say("in der ihre Fristen enden (%(default)s)", "its deadlines end in (%(default)s)"),
    )


def _declare_team(things: Any) -> None:
    words = say("ein Team anlegen", "add a team")
    create = _verb(things, "team", "create", create_team, words)
    create.add_argument("name", help=say("wie es heißt", "what it is called"))
    create.add_argument(
        "--parent", metavar="TEAM", help=say("das Team darüber", "the team above it")
    )
    _organisation(create)


def _declare_person(things: Any) -> None:
    words = say("eine Person aufnehmen", "add a person")
    create = _verb(things, "person", "create", create_person, words)
    create.add_argument("name", help=say("wie sie heißt", "what they are called"))
    create.add_argument("email", help=say("ihre E-Mail", "their e-mail"))
    create.add_argument(
        "--team",
        action="append",
        default=[],
        metavar="TEAM",
        help=say("ein Team, in dem sie ist (mehrfach möglich)", "a team they are in (repeatable)"),
    )
    create.add_argument(
        "--lead",
        action="append",
        default=[],
        metavar="TEAM",
        help=say("ein Team, das sie leitet (mehrfach möglich)", "a team they lead (repeatable)"),
    )
    create.add_argument(
        "--role",
        type=str.upper,
        choices=[str(role) for role in Role],
        help=say("was sie darf, wenn nicht MEMBER", "what they may do, if not MEMBER"),
    )
    create.add_argument(
        "--speaks",
        choices=["de", "en"],
        default="de" if german() else "en",
        help=say("ihre Sprache", "their language"),
    )
    _organisation(create)


def _declare_token(things: Any) -> None:
    words = say("Token ausgeben oder beenden", "issue a token, or end one")
    verbs = things.add_parser("token", help=words).add_subparsers(
        dest="verb", required=True, metavar="VERB"
    )
    words = say("ein Token ausgeben", "issue a token")
    create = _finished(verbs.add_parser("create", help=words), create_token)
    create.add_argument("email", help=say("wessen Token", "whose token"))
    create.add_argument("--name", default="cli", help=say("wofür es ist", "what it is for"))
    create.add_argument(
        "--expires",
        type=_moment,
        metavar="TIME",
        help=say("wann es endet: 2027-01-31T12:00+01:00", "when it ends: 2027-01-31T12:00+01:00"),
    )
    _organisation(create)
    words = say("ein Token sofort beenden", "end a token at once")
    revoke = _finished(verbs.add_parser("revoke", help=words), revoke_token)
    revoke.add_argument(
        "token",
        type=_token_id,
        metavar="ID",
        help=say("die Nummer, die beim Ausgeben dabeistand", "the id shown when it was issued"),
    )
    _organisation(revoke)


def _verb(things: Any, thing: str, verb: str, work: Work, words: str) -> argparse.ArgumentParser:
    verbs = things.add_parser(thing, help=words).add_subparsers(
        dest="verb", required=True, metavar="VERB"
    )
    return _finished(verbs.add_parser(verb, help=words), work)


def _finished(parser: argparse.ArgumentParser, work: Work) -> argparse.ArgumentParser:
    parser.add_argument("--database", metavar="URL", help="sqlite:///goals.db, postgres://…")
    parser.add_argument(
        "--json", action="store_true", help=say("für Programme", "for other programs")
    )
    parser.set_defaults(run=run, work=work)
    return parser


def _organisation(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--organisation", metavar="NAME", help=say("falls es mehrere gibt", "if there are several")
    )


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


def run(given: argparse.Namespace) -> int:
    """Do one thing and print what came of it; a token's secret is printed this once."""
    done = asyncio.run(_run(given))
    if given.json:
        print(json.dumps(done.facts, ensure_ascii=False))
        return 0
    print(done.said)
    if done.then:
        print(f"  → {done.then}")
    return 0


async def _run(given: argparse.Namespace) -> Done:
    async with await Database.open(database_url(given.database)) as database:
        if database.dialect == "sqlite":
            await migrate.migrate(database)
        else:
            await migrate.check(database)
        work: Work = given.work
        return await work(database, given)


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


async def create_team(database: Database, given: argparse.Namespace) -> Done:
    """Add a team."""
    org_id = await _org(database, given)
    parent = None if given.parent is None else await _team(database, org_id, given.parent)
    request = CreateTeamRequest(given.name, parent, has_parent=parent is not None)
    made = await teams.create_team(operator(database, org_id, datetime.now(UTC)), request)
    return Done(
        say(f"Team „{given.name}“ angelegt.", f"Added team “{given.name}”."),
        {"team": str(made.subject_id)},
        f"goals admin person create NAME EMAIL --team {_quoted(given.name)}",
    )


async def create_person(database: Database, given: argparse.Namespace) -> Done:
    """Add a person to teams."""
    org_id = await _org(database, given)
    request = CreatePersonRequest(
        name=given.name,
        email=given.email,
        language=Language(given.speaks),
        role=Role(given.role or Role.MEMBER),
        team_ids=tuple([await _team(database, org_id, name) for name in given.team]),
        lead_of_team_ids=tuple([await _team(database, org_id, name) for name in given.lead]),
    )
    made = await people.create_person(operator(database, org_id, datetime.now(UTC)), request)
    return Done(
        say(f"{given.name} aufgenommen.", f"Added {given.name}."),
        {"person": str(made.subject_id)},
        f"goals admin token create {_quoted(given.email)}",
    )


async def create_token(database: Database, given: argparse.Namespace) -> Done:
    """Make a token for the person with this e-mail."""
    org_id = await _org(database, given)
    person = await lookups.person_by_email(database, org_id, given.email.strip().lower())
    if person is None:
        raise Refusal(
            say(
                f"Niemand hat die E-Mail {given.email}. Aufnehmen: goals admin person create",
                f"Nobody has the e-mail {given.email}. Add them: goals admin person create",
            )
        )
    request = CreateTokenRequest(person, given.name, given.expires)
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
    org_id = await _org(database, given)
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


async def _org(database: Database, given: argparse.Namespace) -> UUID:
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


async def _team(database: Database, org_id: UUID, name: str) -> UUID:
    found = await lookups.team_by_name(database, org_id, name)
    if found is not None:
        return found
    names = ", ".join(await lookups.team_names(database, org_id))
    if not names:
        raise Refusal(
            say("Es gibt noch keine Teams.", "There are no teams yet.")
            + f"\n  → goals admin team create {_quoted(name)}"
        )
    raise Refusal(
        say(
            f"Es gibt kein Team „{name}“, aber: {names}",
            f"There is no team “{name}”, but: {names}",
        )
    )


def _quoted(text: str) -> str:
    return shlex.quote(text)
