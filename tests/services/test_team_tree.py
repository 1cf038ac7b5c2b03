"""The tree of teams through the services: whatever is moved and archived, it stays a tree."""

import asyncio
import random
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from goals.domain.enums import Language
from goals.domain.errors import GoalsError
from goals.services import organisations, teams
from goals.services.requests import ArchiveTeamRequest, CreateTeamRequest, MoveTeamRequest
from goals.store.database import Database

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
ANY = st.integers(0, 7)


class Tree(RuleBasedStateMachine):
    """Teams are added, moved and archived at random; refusals are part of it."""

    template: Path

    @initialize()
    def found(self):
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "goals.db"
        shutil.copyfile(self.template, path)
        self.runner.run(self._open(f"sqlite:///{path}"))
        self.teams, self.parents, self.archived = [], {}, set()

    async def _open(self, url):
        self.database = await Database.open(url)
        org_id = await organisations.found(
            self.database, name="Example", language=Language.EN, now=NOW
        )
        self.context = organisations.operator(self.database, org_id, NOW)

    def pick(self, number):
        return self.teams[number % len(self.teams)] if self.teams else None

    def does(self, work):
        try:
            return self.runner.run(work)
        except GoalsError:
            return None

    @rule(below=st.none() | ANY)
    def add(self, below):
        parent = None if below is None else self.pick(below)
        request = CreateTeamRequest(f"T{len(self.teams)}", parent, has_parent=parent is not None)
        made = self.does(teams.create_team(self.context, request))
        assert (made is None) is (parent in self.archived)
        if made is not None:
            self.teams.append(made.subject_id)
            self.parents[made.subject_id] = parent

    @rule(which=ANY, below=st.none() | ANY)
    def move(self, which, below):
        team, parent = self.pick(which), None if below is None else self.pick(below)
        if team is None:
            return
        request = MoveTeamRequest(team, parent, has_parent=parent is not None)
        moved = self.does(teams.move_team(self.context, request))
        impossible = parent in self.archived or team in self.above(parent)
        assert (moved is None) is impossible
        if moved is not None:
            self.parents[team] = parent

    @rule(which=ANY)
    def archive(self, which):
        team = self.pick(which)
        if team is None:
            return
        archived = self.does(teams.archive_team(self.context, ArchiveTeamRequest(team)))
        holds = any(
            parent == team and child not in self.archived for child, parent in self.parents.items()
        )
        assert (archived is None) is (holds or team in self.archived)
        if archived is not None:
            self.archived.add(team)

    def above(self, team):
        found = []
        while team is not None:
            found.append(team)
            assert len(found) <= len(self.teams)
            team = self.parents[team]
        return found

    @invariant()
    def the_stored_tree_is_that_of_the_model(self):
        if not hasattr(self, "parents"):
            return
        rows = self.runner.run(self.database.read_rows("SELECT id, parent_id FROM team", []))
        assert {(str(a), str(b)) for a, b in rows} == {
            (str(team), str(parent)) for team, parent in self.parents.items()
        }

    def teardown(self):
        if hasattr(self, "runner"):
            self.runner.run(self.database.close())
            self.runner.close()
            self.folder.cleanup()


class TestTree(Tree.TestCase):
    """The walk, over copies of one migrated file."""

    settings = settings(max_examples=15, stateful_step_count=25, deadline=None)

    @pytest.fixture(autouse=True)
    def _template(self, migrated_file: Path) -> None:
        Tree.template = migrated_file


async def test_two_moves_at_once_never_make_a_circle(world):
    context = organisations.operator(world.database, world.org_id, NOW)
    names = list(world.teams.values())
    chance = random.Random(7)
    pairs = [tuple(chance.sample(names, 2)) for _ in range(12)]

    await asyncio.gather(
        *(
            teams.move_team(context, MoveTeamRequest(team, parent, has_parent=True))
            for team, parent in pairs
        ),
        return_exceptions=True,
    )

    rows = await world.database.read_rows("SELECT id, parent_id FROM team", [])
    parents = {str(team): None if parent is None else str(parent) for team, parent in rows}
    assert any(parents.values())
    for start in parents:
        team, steps = start, 0
        while team is not None:
            team, steps = parents[team], steps + 1
            assert steps <= len(parents)
