"""One world on each engine, made once and only read; dry runs leave no trace."""

import asyncio
import sys
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

sys.path += [str(Path(__file__).parent), str(Path(__file__).parents[1] / "api")]

from asker import Asker
from canaries import Canaries, populate
from papers import Papers
from reduced import REDUCED_FOR, doomed, on_postgres, on_sqlite

from goals.api.schema import contract
from goals.store.database import Database
from goals.store.migrate import migrate


@dataclass
class Stage:
    """The world of this room on one engine, and the loop it lives in."""

    canaries: Canaries
    run: Callable[[Coroutine[Any, Any, Any]], Any]
    asker: Asker
    reduced: dict[str, Asker]


async def _populated(place: str) -> Canaries:
    async with await Database.open(place) as database:
        await migrate(database)
        return await populate(database)


async def _opened(canaries: Canaries, place: str, copies: dict[str, str]) -> dict[str, Asker]:
    canaries.world.database = canaries.abroad.database = await Database.open(place)
    return {who: Asker(canaries, await Database.open(copy)) for who, copy in copies.items()}


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def engine_name(request: pytest.FixtureRequest) -> str:
    """The engine of this run of the test."""
    name: str = request.param
    return name


@pytest.fixture(scope="session")
def stage(
    engine_name: str, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Stage]:
    """The world on either engine, and what is left of it for some of its people."""
    folder = tmp_path_factory.mktemp("matrix")
    copies = {}
    with asyncio.Runner() as runner:
        if engine_name == "sqlite":
            place = f"sqlite:///{folder / 'goals.db'}"
            canaries = runner.run(_populated(place))
            for who in REDUCED_FOR:
                target = folder / f"{who}.db"
                on_sqlite(folder / "goals.db", target, doomed(canaries, who))
                copies[who] = f"sqlite:///{target}"
        else:
            make = request.getfixturevalue("postgres_places")
            place = make(None)
            canaries = runner.run(_populated(place))
            for who in REDUCED_FOR:
                copies[who] = make(place)
                runner.run(on_postgres(copies[who], doomed(canaries, who)))
        reduced = runner.run(_opened(canaries, place, copies))
        yield Stage(canaries, runner.run, Asker(canaries), reduced)
        for database in (canaries.world.database, *(each.database for each in reduced.values())):
            runner.run(database.close())


@pytest.fixture(scope="session")
def papers() -> Papers:
    """Documents over the contract; all tests of the room together touch its every field."""
    return Papers(contract().graphql)
