"""`goals admin`: found organisations, add teams and people, make and end tokens.

Works on the database itself, so that the first admin can come to be; everything after that can
also be done through the API.
"""

import argparse
import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from goals.commands.migrate import database_url
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

Done = dict[str, str]
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
    create = _verb(things, "organisation", "create", create_organisation)
    create.add_argument("name")
    create.add_argument("--time-zone", default="Europe/Berlin")


def _declare_team(things: Any) -> None:
    create = _verb(things, "team", "create", create_team)
    create.add_argument("name")
    create.add_argument("--parent", metavar="TEAM")
    _organisation(create)


def _declare_person(things: Any) -> None:
    create = _verb(things, "person", "create", create_person)
    create.add_argument("name")
    create.add_argument("email")
    create.add_argument("--team", action="append", default=[], metavar="TEAM")
    create.add_argument("--lead", action="append", default=[], metavar="TEAM")
    create.add_argument("--role", type=str.upper, choices=[str(role) for role in Role])
    create.add_argument("--speaks", choices=["de", "en"], default="de" if german() else "en")
    _organisation(create)


def _declare_token(things: Any) -> None:
    verbs = things.add_parser("token").add_subparsers(dest="verb", required=True, metavar="VERB")
    create = _finished(verbs.add_parser("create"), create_token)
    create.add_argument("email")
    create.add_argument("--name", default="cli")
    create.add_argument("--expires", type=_moment, metavar="TIME")
    _organisation(create)
    revoke = _finished(verbs.add_parser("revoke"), revoke_token)
    revoke.add_argument("token", type=UUID, metavar="ID")
    _organisation(revoke)


def _verb(things: Any, thing: str, verb: str, work: Work) -> argparse.ArgumentParser:
    verbs = things.add_parser(thing).add_subparsers(dest="verb", required=True, metavar="VERB")
    return _finished(verbs.add_parser(verb), work)


def _finished(parser: argparse.ArgumentParser, work: Work) -> argparse.ArgumentParser:
    parser.add_argument("--database", metavar="URL", help="sqlite:///goals.db, postgres://…")
    parser.add_argument("--json", action="store_true")
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


def run(given: argparse.Namespace) -> int:
    """Do one thing and print what came of it; a token's secret is printed this once."""
    done = asyncio.run(_run(given))
    if given.json:
        print(json.dumps(done, ensure_ascii=False))
    else:
        for name, value in done.items():
            print(f"{name}: {value}")
        if "secret" in done:
            print(
                say(
                    "Jetzt sicher verwahren: das Geheimnis wird nie wieder gezeigt.",
                    "Keep it safe now: the secret is never shown again.",
                )
            )
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
    made = await organisations.found(
        database,
        name=given.name,
        language=Language.DE if german() else Language.EN,
        now=datetime.now(UTC),
        time_zone=given.time_zone,
    )
    return {"organisation": str(made)}


async def create_team(database: Database, given: argparse.Namespace) -> Done:
    """Add a team."""
    org_id = await _org(database, given)
    parent = None if given.parent is None else await _team(database, org_id, given.parent)
    request = CreateTeamRequest(given.name, parent, has_parent=parent is not None)
    made = await teams.create_team(operator(database, org_id, datetime.now(UTC)), request)
    return {"team": str(made.subject_id)}


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
    return {"person": str(made.subject_id)}


async def create_token(database: Database, given: argparse.Namespace) -> Done:
    """Make a token for the person with this e-mail."""
    org_id = await _org(database, given)
    person = await lookups.person_by_email(database, org_id, given.email.strip().lower())
    if person is None:
        raise NotFound("Person", "email", ("email",))
    request = CreateTokenRequest(person, given.name, given.expires)
    made = await tokens.create_token(operator(database, org_id, datetime.now(UTC)), request)
    return {"token": str(made.subject_id), "secret": made.secret or ""}


async def revoke_token(database: Database, given: argparse.Namespace) -> Done:
    """End a token."""
    org_id = await _org(database, given)
    context = operator(database, org_id, datetime.now(UTC))
    await tokens.revoke_token(context, RevokeTokenRequest(given.token))
    return {"revoked": str(given.token)}


async def _org(database: Database, given: argparse.Namespace) -> UUID:
    """The organisation named, or the only one there is."""
    found = await lookups.organisations(database, given.organisation)
    if len(found) != 1:
        raise NotFound("Organisation", "name", ("organisation",))
    return found[0]


async def _team(database: Database, org_id: UUID, name: str) -> UUID:
    found = await lookups.team_by_name(database, org_id, name)
    if found is None:
        raise NotFound("Team", "name", ("team",))
    return found
