"""A small organisation on both engines; its helper modules lie beside the tests."""

import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from pasts import Past
from worlds import World, drafted, found_world

from goals.domain.enums import Language, Role
from goals.reads.viewer import Viewer
from goals.services import organisations, people
from goals.services.requests import CreatePersonRequest
from goals.store.database import Database

OPERATIONS = Path(__file__).parents[2] / "graphql" / "operations"


@pytest.fixture
async def world(database: Database) -> World:
    """The organisation on either engine."""
    return await found_world(database)


Draft = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
def draft(world: World) -> Draft:
    """Drafts a commission by Anna for Sales, to be done by Operations."""

    async def make(**changes: Any) -> dict[str, Any]:
        return await drafted(world, **changes)

    return make


@pytest.fixture
async def stranger(world) -> str:
    """Zoe, who administers another organisation on the same database."""
    org_id = await organisations.found(
        world.database, name="Other", language=Language.EN, now=world.now
    )
    context = organisations.operator(world.database, org_id, world.now)
    made = await people.create_person(
        context, CreatePersonRequest("Zoe", "anna@example.org", Language.EN, Role.ADMIN)
    )
    world.people["zoe"] = Viewer(str(org_id), str(made.subject_id), Role.ADMIN, (), "en", world.now)
    return "zoe"


@pytest.fixture
async def past(world: World) -> Past:
    """Writes commissions that are over; nothing is there before ``stored``."""
    return await Past(world).ready()


@pytest.fixture
def asked(world: World) -> Callable[..., Awaitable[Any]]:
    """Sends an operation of the clients as Mia, who manages, or as somebody else."""

    async def send(name: str, who: str = "mia", **variables: Any) -> Any:
        text = (OPERATIONS / f"{name}.graphql").read_text(encoding="utf-8")
        (answer,) = (await world.data(who, text, {"period": {"year": 2026}} | variables)).values()
        return answer

    return send
