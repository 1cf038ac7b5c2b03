"""Canaries: a world in which every text of a commission is marked with whose it is.

``Owner`` names what a value belongs to: a commission by its tag, its sealed part, the one
organisation or the other. ``sees`` is the plain telling of who may see what, and the only oracle
of this room. Owners of rows are found in the database itself, so that a new table is in at once.
"""

import re
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from stories import Story, tell
from worlds import World, found_world

from goals.domain.enums import Language, Role
from goals.domain.identity import global_id, uuid_of
from goals.reads.viewer import Represented, Viewer
from goals.services import organisations, people, teams
from goals.services.requests import CreatePersonRequest, CreateTeamRequest
from goals.store.tables import ALL
from goals.store.tables.base import column_kinds, table_name

PUBLIC = {"organisation", "team", "person", "membership", "factor"}
PARENTS = ("revision_id", "delivery_id", "review_id", "assessment_id")
TAG = re.compile(r"Q([a-z]+)\d{3}z")
UUIDS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
SIDES = {"anna", "ben", "dora"}
OFFICERS = {"mia", "ada"}
SEES = {
    "draft": {"anna", "dora"} | OFFICERS,
    "asked": SIDES | OFFICERS,
    "amended": SIDES | OFFICERS,
    "main": SIDES | OFFICERS | {"rita"},
    "mainseal": {"ben"},
    "closed": SIDES | OFFICERS | {"rita"},
    "closedseal": SIDES | OFFICERS | {"rita"},
    "cancelled": SIDES | OFFICERS,
    "theirs": {"otto"} | OFFICERS,
    "theirsseal": {"otto"} | OFFICERS,
    "foreign": {"zoe", "zack"},
    "foreignseal": {"zoe", "zack"},
    "here": {"anna", "ben", "otto", "mia", "ada", "rita", "dora"},
    "there": {"zoe", "zack"},
    "officers": OFFICERS,
    "officersthere": {"zoe"},
    "tokenofben": {"ben", "ada"},
    "tokenthere": {"zoe"},
    "deputies": {"anna", "dora"} | OFFICERS,
}
"""Who sees what; ``here`` and ``there`` are what is public in one organisation."""


@dataclass
class Canaries:
    """The two organisations, who looks, and whose every row and value is."""

    world: World
    abroad: World
    viewers: dict[str, Viewer] = field(default_factory=dict)
    commissions: dict[str, str] = field(default_factory=dict)
    """The global ids of the commissions by tag."""
    rows: dict[str, list[tuple[Any, str]]] = field(default_factory=dict)
    """Of each table the address of every row, and its owner."""
    acted: dict[str, set[Any]] = field(default_factory=dict)
    """The addresses of the events by who acted: they are that person's own data."""
    ids: dict[str, dict[UUID, str]] = field(default_factory=dict)
    """Of each table the owners by id."""
    marks: dict[str, str] = field(default_factory=dict)
    """The owner of every value that belongs to one owner alone and is not public."""

    def hidden_from(self, who: str) -> set[str]:
        """The owners whose things this viewer may not see."""
        return {owner for owner, seeing in SEES.items() if who not in seeing}

    def leaks(self, who: str, answer: Any) -> set[str]:
        """What in an answer belongs to somebody this viewer may not see."""
        hidden = self.hidden_from(who)
        return {
            f"{owner}: {text[:80]}"
            for text in texts(answer)
            for owner in self.owners_in(text)
            if owner in hidden
        }

    def owners_in(self, text: str) -> set[str]:
        """Whose marks are in a text, or in what it is the base64 of."""
        found = set()
        for each in (text, *decoded(text)):
            found |= set(TAG.findall(each))
            found |= {self.marks[one] for one in UUIDS.findall(each) if one in self.marks}
            found |= {self.marks[each]} if each in self.marks else set()
        return found


def texts(answer: Any) -> Iterator[str]:
    """Every text in an answer, and the names of its parts."""
    if isinstance(answer, dict):
        for part in answer.values():
            yield from texts(part)
    elif isinstance(answer, list):
        for part in answer:
            yield from texts(part)
    elif isinstance(answer, str):
        yield answer


def decoded(text: str) -> Iterator[str]:
    """What an id or a cursor says inside."""
    if len(text) < 20 or not re.fullmatch(r"[\w-]+", text):
        return
    try:
        yield urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
    except ValueError:
        return


async def populate(database: Any) -> Canaries:
    """Make the world: eight commissions in two organisations, shares, a deputy, tokens."""
    world, abroad = await found_world(database), await found_world(database)
    made = Canaries(world, abroad)
    await _more_people(world)
    pair = ("anna", "ben", ("Sales", "Operations"))
    made.commissions["draft"] = await tell(Story(world, "draft", *pair), "draft")
    made.commissions["asked"] = await tell(Story(world, "asked", *pair), "asked")
    made.commissions["amended"] = await tell(Story(world, "amended", *pair), "amended")
    links = {
        "contributesToId": made.commissions["asked"],
        "dependsOnIds": [made.commissions["amended"]],
    }
    made.commissions["main"] = await tell(Story(world, "main", *pair), "sealed", **links)
    made.commissions["closed"] = await tell(Story(world, "closed", *pair), "closed")
    made.commissions["cancelled"] = await tell(Story(world, "cancelled", *pair), "cancelled")
    theirs = Story(world, "theirs", "otto", "fred", ("Elsewhere", "Far"))
    made.commissions["theirs"] = await tell(theirs, "closed")
    made.commissions["foreign"] = await tell(Story(abroad, "foreign", *pair), "closed")
    await _share_and_appoint(made)
    await _find_owners(made)
    return made


async def _more_people(world: World) -> None:
    context = organisations.operator(world.database, world.org_id, world.now)
    for name in ("Far", "Reading", "Desk"):
        team = await teams.create_team(context, CreateTeamRequest(name))
        assert team.subject_id is not None
        world.teams[name] = team.subject_id
    for name, team_name in (("fred", "Far"), ("rita", "Reading"), ("dora", "Desk")):
        own = (world.teams[team_name],)
        made = await people.create_person(
            context,
            CreatePersonRequest(
                name.capitalize(), f"{name}@example.org", Language.EN, Role.MEMBER, own, own
            ),
        )
        world.people[name] = replace(
            world.people["anna"],
            person_id=str(made.subject_id),
            team_ids=tuple(str(team) for team in own),
        )


async def _share_and_appoint(made: Canaries) -> None:
    world = made.world
    team = world.id("Team", "Reading")
    for tag in ("draft", "main", "closed"):
        shared = {"commissionId": made.commissions[tag], "teamId": team}
        await world.act("anna", "commissionShare", shared)
    until = (world.now + timedelta(days=30)).isoformat()
    appointed = {"deputyId": world.id("Person", "dora"), "endsAt": until}
    await world.act("anna", "deputyAppoint", appointed)
    anna = world.people["anna"]
    represented = Represented(anna.person_id, anna.team_ids)
    world.people["dora"] = replace(world.people["dora"], deputy_for=(represented,))
    for each in (world, made.abroad):
        token = {"personId": each.id("Person", "ben"), "name": "Laptop of Ben"}
        await each.act("ada", "tokenCreate", token)
    here = ("anna", "ben", "otto", "mia", "ada", "rita", "dora")
    made.viewers = {who: world.viewer(who) for who in here}
    made.viewers |= {"zoe": made.abroad.viewer("ada"), "zack": made.abroad.viewer("anna")}


async def _find_owners(made: Canaries) -> None:
    """Read every table, parents first, and say of each row whose it is."""
    address = "rowid" if made.world.database.dialect == "sqlite" else "ctid::text"
    tags = {str(uuid_of(id_, "Commission")): tag for tag, id_ in made.commissions.items()}
    by_id: dict[str, str] = {}
    values: dict[str, set[str]] = {}
    told: set[str] = set()
    members = {one.person_id for one in made.viewers.values() if one.role == Role.MEMBER}
    for table in ALL:
        kinds = column_kinds(table)
        name = table_name(table)
        sql = f"SELECT {address}, {', '.join(kinds)} FROM {name}"
        for place, *found in await made.world.database.read_rows(sql, []):
            row = {
                column: str(value)
                for column, value in zip(kinds, found, strict=True)
                if value is not None
            }
            owner = _owner(name, row, tags, by_id, made)
            if "seq" in row:  # what hangs on an event belongs to whom the event belongs
                owner = by_id.setdefault(f"{row['org_id']}:{row['seq']}", owner)
            made.rows.setdefault(name, []).append((place, owner))
            if "id" in row:
                by_id[row["id"]] = owner
                made.ids.setdefault(name, {})[UUID(row["id"])] = owner
            if name == "event":
                told.add(row["subject_id"])
                made.acted.setdefault(row.get("actor_id", ""), set()).add(place)
            if name == "event" and owner == "officers" and row.get("actor_id") in members:
                continue  # an act of one's own: shown in one's personal data, in no history
            for column, value in row.items():
                if _is_mark(kinds[column], column, value, name):
                    values.setdefault(value, set()).add(owner)
    made.marks = {
        value: next(iter(owners))
        for value, owners in values.items()
        if len(owners) == 1 and not owners & {"here", "there"}
    }
    for value in told:  # history says that a side has assessed, and the id of what it made
        if by_id.get(value, "").endswith("seal") or by_id.get(value) == "tokenofben":
            made.marks.pop(value, None)
    everywhere = {value for value, owners in values.items() if owners & {"here"}}
    made.marks |= {value: "here" for value in everywhere if UUIDS.fullmatch(value)}
    foreign = {value for value, owners in values.items() if owners == {"there"}}
    made.marks |= {value: "there" for value in foreign if UUIDS.fullmatch(value)}


def _owner(
    table: str,
    row: dict[str, str],
    tags: dict[str, str],
    by_id: dict[str, str],
    made: Canaries,
) -> str:
    foreign = row.get("org_id", row.get("id")) == str(made.abroad.org_id)
    public = "there" if foreign else "here"
    commission = row.get("id" if table == "commission" else "commission_id")
    if table == "revision":
        commission = row["commission_id"]
    if commission in tags:
        tag = tags[commission]
        sealed = table in {"assessment", "factor_observation"} and "unsealed_at" not in row
        return f"{tag}seal" if sealed else tag
    for parent in PARENTS:
        if row.get(parent) in by_id:
            return by_id[row[parent]]
    if table in {"event", "event_body", "outbox", "organisation_head"}:
        return "officersthere" if foreign else "officers"
    if table == "token":
        return "tokenthere" if foreign else "tokenofben"
    if table == "deputy":
        return "deputies"
    return public


def _is_mark(kind: str, column: str, value: str, table: str) -> bool:
    if kind == "uuid":
        return column == "id"
    if kind == "decimal":
        return len(value) >= 6
    return kind == "text" and len(value) >= 24 and table not in PUBLIC


def ids_of(made: Canaries, type_name: str, table: str) -> dict[str, str]:
    """The global ids of all rows of a type, each with its owner."""
    return {global_id(type_name, key): owner for key, owner in made.ids.get(table, {}).items()}
