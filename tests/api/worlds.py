"""A small organisation, and a way to ask the engine as one of its people."""

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from acting import CONTENT

from goals.api.context import Context
from goals.api.execute import Engine, Force, Result
from goals.domain.enums import Language, Role
from goals.domain.identity import global_id
from goals.reads.viewer import Viewer
from goals.services import organisations, people, teams
from goals.services.requests import CreatePersonRequest, CreateTeamRequest
from goals.store.database import Database

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass
class World:
    """An organisation with two teams, a stranger's team, a manager and an admin."""

    database: Database
    engine: Engine
    org_id: UUID
    teams: dict[str, UUID] = field(default_factory=dict)
    people: dict[str, Viewer] = field(default_factory=dict)
    now: datetime = NOW

    def id(self, kind: str, name: str) -> str:
        """The global id of a team or person by name."""
        found = self.teams[name] if kind == "Team" else UUID(self.people[name].person_id)
        return global_id(kind, found)

    async def ask(
        self,
        who: str | None,
        text: str,
        variables: dict[str, Any] | None = None,
        *,
        force: Force | None = None,
        operation: str | None = None,
        **options: Any,
    ) -> Result:
        """Execute a document as one of the people."""
        viewer = None if who is None else self.viewer(who)
        context = Context(self.database, viewer, request_id="r-1", now=self.now, **options)
        return await self.engine.execute(text, variables, operation, context, force=force)

    def viewer(self, who: str) -> Viewer:
        """The viewer of this name, now."""
        return replace(self.people[who], now=self.now)

    async def data(
        self, who: str, text: str, variables: dict[str, Any] | None = None, **options: Any
    ) -> Any:
        """Execute a document that has no errors; return its data."""
        result = await self.ask(who, text, variables, **options)
        assert result.errors == [], result.errors
        assert result.data is not None
        return json.loads(result.data)

    async def act(self, who: str, name: str, given: dict[str, Any], wanted: str = "") -> Any:
        """Do one act; return its payload."""
        type_name = name[0].upper() + name[1:] + "Input"
        text = (
            f"mutation Act($input: {type_name}!) {{ {name}(input: $input) {{"
            f" errors {{ __typename code message path }} {wanted} }} }}"
        )
        return (await self.data(who, text, {"input": given}))[name]


async def found_world(database: Database) -> World:
    """Found the organisation and its people through the services."""
    org_id = await organisations.found(
        database, name="Example", language=Language.EN, now=NOW, time_zone="Europe/Berlin"
    )
    world = World(database, Engine(database.dialect), org_id)
    context = organisations.operator(database, org_id, NOW)
    for name in ("Sales", "Operations", "Elsewhere"):
        made = await teams.create_team(context, CreateTeamRequest(name))
        assert made.subject_id is not None
        world.teams[name] = made.subject_id
    for name, team, role, language in (
        ("anna", "Sales", Role.MEMBER, Language.EN),
        ("ben", "Operations", Role.MEMBER, Language.DE),
        ("otto", "Elsewhere", Role.MEMBER, Language.EN),
        ("mia", None, Role.MANAGER, Language.EN),
        ("ada", None, Role.ADMIN, Language.EN),
    ):
        own = () if team is None else (world.teams[team],)
        made = await people.create_person(
            context,
            CreatePersonRequest(name.capitalize(), f"{name}@example.org", language, role, own, own),
        )
        world.people[name] = Viewer(
            str(org_id),
            str(made.subject_id),
            role,
            tuple(str(team_id) for team_id in own),
            language.lower(),
            NOW,
        )
    return world


async def drafted(world: World, **changes: Any) -> dict[str, Any]:
    """Draft a commission by Anna for Sales, to be done by Operations."""
    given = {
        "initiator": "CUSTOMER",
        "title": "Parcels on the same day",
        "customerTeamId": world.id("Team", "Sales"),
        "supplierTeamId": world.id("Team", "Operations"),
        "tags": ["shipping"],
        "content": CONTENT,
    } | changes
    payload = await world.act(
        "anna", "commissionDraft", given, "commission { id key state allowedActions mySides }"
    )
    assert payload["errors"] == []
    commission: dict[str, Any] = payload["commission"]
    return commission
