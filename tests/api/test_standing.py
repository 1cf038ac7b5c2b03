"""Standing: reads, writes and a plain telling of the rule agree, whoever stands where."""

import asyncio
from dataclasses import dataclass, replace
from uuid import UUID

import pytest
from acting import assess, evaluating
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from worlds import drafted, found_world

from goals.domain.enums import Role, Side, State
from goals.domain.identity import uuid7, uuid_of
from goals.reads.viewer import Represented
from goals.services.context import standing_of
from goals.store import acting
from goals.store.database import Database
from goals.store.migrate import migrate

TEAMS = ("Sales", "Operations", "Elsewhere")
PEOPLE = ("anna", "ben", "otto", "mia")
READ = """query R($id: ID!) {
  commission(by: {id: $id}) { mySides assessments { side } } node(id: $id) { id }
  commissions { totalCount nodes { mySides } }
  mine: commissions(filter: {mine: {eq: true}}) { totalCount } }"""


@dataclass(frozen=True)
class Place:
    """Who stands where: ``anna`` looks, as a member of ``teams`` and a deputy of ``people``."""

    teams: frozenset[str]
    people: dict[str, frozenset[str]]
    customer_team: str
    supplier_team: str
    customer: str
    supplier: str
    state: State
    initiator: Side
    shared: str | None
    role: Role

    def own(self, side: Side) -> bool:
        return getattr(self, side.lower()) == "anna" or self.team(side) in self.teams

    def represents(self, side: Side) -> bool:
        return any(
            who == getattr(self, side.lower()) or self.team(side) in teams
            for who, teams in self.people.items()
        )

    def team(self, side: Side) -> str:
        return getattr(self, f"{side.lower()}_team")

    def acts(self, side: Side) -> bool:
        if self.own(side):
            return True
        if not self.represents(side) or self.own(side.other):
            return False
        alone = self.customer == self.supplier and self.customer in self.people
        return not self.represents(side.other) or alone

    def sees(self) -> bool:
        if self.role is not Role.MEMBER:
            return True
        there = {side for side in Side if self.own(side) or self.represents(side)}
        if self.state is State.DRAFT:
            return self.acts(self.initiator)
        return bool(there) or self.shared == "anna" or self.shared in self.teams


subsets = st.frozensets(st.sampled_from(TEAMS), max_size=2)
places = st.builds(
    Place,
    teams=subsets,
    people=st.dictionaries(st.sampled_from(PEOPLE[1:]), subsets, max_size=2),
    customer_team=st.sampled_from(TEAMS),
    supplier_team=st.sampled_from(TEAMS),
    customer=st.sampled_from(PEOPLE),
    supplier=st.sampled_from(PEOPLE),
    state=st.sampled_from([State.DRAFT, State.EVALUATING]),
    initiator=st.sampled_from(Side),
    shared=st.sampled_from([None, "anna", "otto", *TEAMS]),
    role=st.sampled_from([Role.MEMBER, Role.MEMBER, Role.MANAGER]),
)


class Stage:
    """One commission whose sides are moved about."""

    async def found(self, database):
        self.world = await found_world(database)
        made = await drafted(self.world)
        await evaluating(self.world, made)
        await assess(self.world, "anna", made)
        await database.write(lambda tx: self._other_assessment(tx))
        self.id = made["id"]
        self.key = uuid_of(self.id, "Commission")

    async def _other_assessment(self, tx):
        await tx.execute(
            "INSERT INTO assessment (org_id, id, commission_id, side, person_id, submitted_at)"
            " SELECT org_id, $1, commission_id, 'SUPPLIER', person_id, submitted_at"
            " FROM assessment WHERE side = 'CUSTOMER'",
            [uuid7(self.world.now)],
        )

    def person(self, who):
        return UUID(self.world.people[who].person_id)

    async def set(self, place):
        """Bring the commission where the place says, and make Anna the viewer it says."""
        own = {name: str(key) for name, key in self.world.teams.items()}
        people = [
            Represented(str(self.person(who)), tuple(own[name] for name in teams))
            for who, teams in place.people.items()
        ]
        self.viewer = self.world.people["anna"] = replace(
            self.world.people["anna"],
            role=place.role,
            team_ids=tuple(own[name] for name in place.teams),
            deputy_for=tuple(people),
        )

        async def write(tx):
            await tx.execute(
                "UPDATE commission SET customer_team_id = $1, supplier_team_id = $2,"
                " customer_id = $3, supplier_id = $4, state = $5, initiator = $6",
                [
                    self.world.teams[place.customer_team],
                    self.world.teams[place.supplier_team],
                    self.person(place.customer),
                    self.person(place.supplier),
                    place.state,
                    place.initiator,
                ],
            )
            await tx.execute("DELETE FROM commission_share")
            if place.shared is None:
                return
            by_team = place.shared in TEAMS
            await tx.execute(
                "INSERT INTO commission_share (org_id, id, commission_id, person_id, team_id,"
                " side, shared_by_id, shared_at) VALUES ($1, $2, $3, $4, $5, 'CUSTOMER', $6, $7)",
                [
                    self.world.org_id,
                    uuid7(self.world.now),
                    self.key,
                    None if by_team else self.person(place.shared),
                    self.world.teams[place.shared] if by_team else None,
                    self.person("ben"),
                    self.world.now,
                ],
            )

        await self.world.database.write(write)

    async def read(self):
        data = await self.world.data("anna", READ, {"id": self.id})
        seen = data["commission"] is not None
        assert (data["node"] is not None) is seen
        assert data["commissions"]["totalCount"] == len(data["commissions"]["nodes"]) == seen
        sides = data["commission"]["mySides"] if seen else []
        sealed = [one["side"] for one in data["commission"]["assessments"]] if seen else []
        assert sealed == sides
        assert data["mine"]["totalCount"] == (seen and sides != [])
        return seen, sides

    async def load(self):
        standing = standing_of(self.viewer)
        loaded = await self.world.database.write(
            lambda tx: acting.load(tx, self.world.org_id, self.key, standing)
        )
        return loaded.seen, [side for side in Side if side in loaded.sides]


async def opened(place):
    database = await Database.open(place)
    await migrate(database)
    return database


@pytest.fixture
def stage(empty_place):
    """A stage on either engine, for many examples."""
    with asyncio.Runner() as runner:
        made = Stage()
        database = runner.run(opened(empty_place))
        runner.run(made.found(database))
        made.run = runner.run
        yield made
        runner.run(database.close())


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(place=places)
def test_reads_and_writes_agree_with_the_rule_wherever_one_stands(stage, place):
    stage.run(stage.set(place))

    seen, sides = stage.run(stage.read())
    loaded_seen, loaded_sides = stage.run(stage.load())

    expected = [side for side in Side if place.acts(side)]
    assert (seen, loaded_seen) == (place.sees(), place.sees())
    assert loaded_sides == expected
    assert sides == (expected if seen else [])
