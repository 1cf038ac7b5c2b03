"""Two sides of one organisation, and a commission brought to any state through the services."""

import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # its helper module lies beside the tests

from plain_counting import vary

from goals.domain.enums import (
    Channel,
    CheckInHealth,
    CriterionKind,
    Direction,
    Language,
    Locus,
    Polarity,
    Priority,
    ReviewDecision,
    Role,
    Side,
)
from goals.reads.viewer import Viewer
from goals.services import (
    assessments,
    check_ins,
    commissions,
    deliveries,
    organisations,
    people,
    signatures,
    teams,
)
from goals.services.context import ActContext, IdempotencyKey
from goals.services.requests import (
    AcceptRequest,
    AssessRequest,
    AttainmentPart,
    CheckInRequest,
    ClaimPart,
    CreatePersonRequest,
    CreateTeamRequest,
    CriterionPart,
    DeliverRequest,
    DraftRequest,
    FactorPart,
    JudgementPart,
    ProposeRequest,
    ReviewRequest,
    RevisionContent,
)
from goals.store import lookups
from goals.store.database import Database

sys.path.insert(0, str(Path(__file__).parent))  # helper modules lie beside the tests

NONE = UUID(int=0)
NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
CONTENT = RevisionContent(
    goal="Cut the time from request to quote from 9 to 4 working days for spare parts",
    benefit="Customers decide before competitors answer; about 9 more orders a year",
    deadline=date(2027, 3, 31),
    criteria=(
        CriterionPart(
            "Median days from request to quote, read from the ERP each month",
            CriterionKind.METRIC,
            Direction.DECREASE,
            Decimal(9),
            Decimal(4),
            unit="days",
        ),
        CriterionPart("All 14 sales people are trained", priority=Priority.SHOULD),
    ),
)
FACTOR = FactorPart("time", Polarity.HINDERED, Locus.SHARED)


@dataclass
class World:
    """People by name: anna (customer), ben (supplier), otto (a stranger), eve abroad."""

    database: Database
    org_id: UUID
    viewers: dict[str, Viewer] = field(default_factory=dict)
    teams: dict[str, UUID] = field(default_factory=dict)
    commission: UUID = NONE
    criteria: tuple[UUID, ...] = ()
    content: RevisionContent = CONTENT

    def act(self, who: str, **changes: Any) -> ActContext:
        """The context of one act of somebody."""
        viewer = self.viewers[who]
        context = ActContext(self.database, viewer, Channel.API, None, NOW)
        return replace(context, **changes)

    def keyed(self, who: str, key: str, request_hash: str = "h") -> ActContext:
        """The same with an idempotency key, of a token that is the person's id."""
        token = UUID(self.viewers[who].person_id)
        return self.act(who, idempotency=IdempotencyKey(token, key, request_hash))

    async def count(self, table: str) -> int:
        """How many rows a table has."""
        found = await self.database.read_value(f"SELECT count(*) FROM {table}", [])
        assert isinstance(found, int)
        return found

    async def draft(self, content: RevisionContent = CONTENT) -> None:
        """Anna drafts a commission for Ben's team; it becomes the world's commission."""
        request = DraftRequest(
            Side.CUSTOMER, "Faster quotes", self.teams["Sales"], self.teams["IT"], content
        )
        made = await commissions.draft(self.act("anna"), request)
        assert made.commission_id is not None
        self.commission = made.commission_id
        self.criteria = tuple(await lookups.criteria(self.database, self.org_id, self.commission))

    async def propose(self) -> None:
        """Bring it to CLARIFYING."""
        await self.draft()
        await commissions.propose(self.act("anna"), ProposeRequest(self.commission, 1))

    async def agree(self) -> None:
        """Bring it to AGREED."""
        await self.propose()
        for who, note in (("ben", "Clear, we do that."), ("anna", None)):
            await signatures.accept(self.act(who), AcceptRequest(self.commission, 1, 80, note))

    async def deliver(self) -> None:
        """Bring it to DELIVERED."""
        await self.agree()
        claims = (ClaimPart(self.criteria[0], "4 days in March"),)
        await deliveries.deliver(self.act("ben"), DeliverRequest(self.commission, claims))

    async def review(self) -> None:
        """Bring it to EVALUATING."""
        await self.deliver()
        judged = (JudgementPart(self.criteria[0], met=True),)
        await deliveries.review(
            self.act("anna"), ReviewRequest(self.commission, ReviewDecision.ACCEPTED, judged)
        )

    async def check_in_as(self, who: str) -> None:
        """Somebody reports."""
        await check_ins.check_in(
            self.act(who), CheckInRequest(self.commission, CheckInHealth.ON_TRACK, 70)
        )

    def assessment(self, percent: int = 100) -> AssessRequest:
        """An assessment of the first criterion, with one factor."""
        return AssessRequest(
            self.commission, (AttainmentPart(self.criteria[0], percent),), (), (FACTOR,)
        )

    async def assess(self, who: str, percent: int = 100) -> None:
        """One side assesses."""
        await assessments.assess(self.act(who), self.assessment(percent))


@pytest.fixture
async def world(database: Database) -> World:
    """The organisation, and another one with eve in it."""
    return await found_world(database)


@pytest.fixture
def new_world(database: Database) -> Callable[[], Awaitable[World]]:
    """A way to found such organisations, beside whatever is there."""
    return lambda: found_world(database)


async def found_world(database: Database) -> World:
    """Found both organisations."""
    made = World(database, await _found(database, "Example"))
    context = organisations.operator(database, made.org_id, NOW)
    for name in ("Sales", "IT", "Elsewhere"):
        team = await teams.create_team(context, CreateTeamRequest(name))
        assert team.subject_id is not None
        made.teams[name] = team.subject_id
    for name, team_name, role in (
        ("anna", "Sales", Role.MEMBER),
        ("ben", "IT", Role.MEMBER),
        ("otto", "Elsewhere", Role.MEMBER),
        ("mia", None, Role.MANAGER),
        ("ada", None, Role.ADMIN),
    ):
        own = () if team_name is None else (made.teams[team_name],)
        made.viewers[name] = await _person(context, name, role, own)
    abroad = await _found(database, "Abroad")
    foreign = organisations.operator(database, abroad, NOW)
    made.viewers["eve"] = await _person(foreign, "eve", Role.ADMIN, ())
    return made


async def _found(database: Database, name: str) -> UUID:
    return await organisations.found(database, name=name, language=Language.EN, now=NOW)


async def _person(context: ActContext, name: str, role: Role, own: tuple[UUID, ...]) -> Viewer:
    request = CreatePersonRequest(
        name.capitalize(), f"{name}@example.org", Language.EN, role, own, own
    )
    made = await people.create_person(context, request)
    return Viewer(
        org_id=str(context.org_id),
        person_id=str(made.subject_id),
        role=role,
        team_ids=tuple(str(team) for team in own),
        language="en",
        now=NOW,
    )


@pytest.fixture
async def varied(world: World) -> World:
    """Some two hundred commissions of all kinds."""
    await vary(world)
    return world
