"""Fixtures of the reads: the toy world on both engines, and its helper modules.

The helpers (toy_*.py, oracle.py, documents.py, engines.py) lie beside the tests.
"""

import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

sys.path.insert(0, str(Path(__file__).parent))

from asking import Toy
from engines import ToyPostgres, ToySQLite
from toy_world import World, make_world


@pytest.fixture(scope="session")
def world() -> World:
    return make_world()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def postgres(world: World) -> AsyncIterator[ToyPostgres]:
    database = await ToyPostgres.make(world)
    yield database
    await database.close()


@pytest.fixture(scope="session")
def sqlite(world: World) -> ToySQLite:
    return ToySQLite(world)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def toy(world: World, sqlite: ToySQLite, postgres: ToyPostgres) -> Any:
    return Toy(world, [sqlite, postgres])
