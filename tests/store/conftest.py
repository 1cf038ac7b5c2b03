"""Rows to start from: an organisation with two teams, two people and one commission."""

import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import pytest

from goals.domain.chain import GENESIS
from goals.domain.identity import uuid7
from goals.store import organisations, records
from goals.store.commissions import CommissionRow
from goals.store.database import Database
from goals.store.events import NewEvent
from goals.store.organisations import OrganisationRow
from goals.store.people import PersonRow
from goals.store.revisions import CriterionRow, RevisionRow, Wording
from goals.store.teams import TeamRow

NOW = dt.datetime(2026, 11, 21, 8, 30, 15, 123456, tzinfo=dt.UTC)


def new_id() -> UUID:
    """Return an id nobody has."""
    return uuid7(NOW)


@dataclass(frozen=True)
class World:
    """Ids of one organisation: two teams, Anna of the customer's and Ben of the supplier's."""

    org_id: UUID
    customer_team_id: UUID
    supplier_team_id: UUID
    anna_id: UUID
    ben_id: UUID
    now: dt.datetime = NOW

    def new_id(self) -> UUID:
        """An id nobody has."""
        return new_id()

    def team(self, name: str) -> TeamRow:
        """Another team."""
        return TeamRow(org_id=self.org_id, id=new_id(), name=name, created_at=NOW, updated_at=NOW)

    def rows(self) -> list[Any]:
        """The rows of teams and people."""
        both = {"org_id": self.org_id, "created_at": NOW, "updated_at": NOW}
        person = {**both, "language": "de", "role": "MEMBER", "active": True}
        return [
            TeamRow(id=self.customer_team_id, name="Sales", **both),
            TeamRow(id=self.supplier_team_id, name="IT", **both),
            PersonRow(id=self.anna_id, name="Anna", email="anna@example.org", **person),
            PersonRow(id=self.ben_id, name="Ben", email="ben@example.org", **person),
        ]

    def commission(self, number: int = 1, **changes: Any) -> tuple[CommissionRow, Wording]:
        """A draft and its first revision with one criterion."""
        commission_id, revision_id = new_id(), new_id()
        row = CommissionRow(
            org_id=self.org_id,
            id=commission_id,
            number=number,
            key=f"C-{number}",
            title="Faster answers",
            customer_team_id=self.customer_team_id,
            customer_id=self.anna_id,
            supplier_team_id=self.supplier_team_id,
            supplier_id=self.ben_id,
            commitment="COMMITTED",
            state="DRAFT",
            initiator="CUSTOMER",
            self_commission=False,
            version=1,
            current_revision_id=revision_id,
            created_by_id=self.anna_id,
            created_at=NOW,
            updated_at=NOW,
            lapsed=False,
        )
        revision = RevisionRow(
            org_id=self.org_id,
            id=revision_id,
            commission_id=commission_id,
            number=1,
            content_hash="0" * 64,
            author_id=self.anna_id,
            author_side="CUSTOMER",
            created_at=NOW,
            goal="Answer within four hours",
            deadline=dt.date(2027, 3, 31),
            deadline_time_zone="Europe/Berlin",
        )
        criterion_id = new_id()
        criterion = CriterionRow(
            org_id=self.org_id,
            id=criterion_id,
            revision_id=revision_id,
            lineage_id=criterion_id,
            position=1,
            text="Answered within four hours",
            kind="BINARY",
            weight=1,
            priority="MUST",
            origin="CUSTOMER",
        )
        return replace(row, **changes), Wording(revision, (criterion,))

    def event(self, kind: str = "commission.drafted", **changes: Any) -> NewEvent:
        """An act of Anna's."""
        given = {
            "id": new_id(),
            "kind": kind,
            "subject": ("Commission", new_id()),
            "at": NOW,
            "channel": "API",
            "body": {"title": "Schnellere Antworten – für alle"},
            "actor_id": self.anna_id,
            "side": "CUSTOMER",
        }
        return NewEvent(**{**given, **changes})


async def store_world(database: Database) -> World:
    """Store another organisation of this shape."""
    world = World(new_id(), new_id(), new_id(), new_id(), new_id())
    organisation = OrganisationRow(
        id=world.org_id,
        name="Example",
        language="de",
        time_zone="Europe/Berlin",
        settings={},
        created_at=NOW,
        updated_at=NOW,
    )
    async with database.transaction() as tx:
        await organisations.found(tx, organisation, GENESIS)
        await records.insert(tx, *world.rows())
    return world


@pytest.fixture
def make_world() -> Callable[[Database], Awaitable[World]]:
    """Store an organisation in a database of the test's own."""
    return store_world


@pytest.fixture
async def world(database: Database) -> World:
    """An organisation in the database of this test."""
    return await store_world(database)


@pytest.fixture
async def other_world(database: Database, world: World) -> World:
    """Another organisation in the same database."""
    return await store_world(database)


@pytest.fixture
async def world_on_sqlite(sqlite_database: Database) -> World:
    """An organisation in the SQLite database of this test."""
    return await store_world(sqlite_database)


@pytest.fixture
async def world_on_postgres(postgres_database: Database) -> World:
    """An organisation in the PostgreSQL database of this test."""
    return await store_world(postgres_database)
