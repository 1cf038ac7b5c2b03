"""Databases for the tests: every test that asks for ``database`` runs on both engines.

The schema is made once: SQLite gets a copy of a migrated file for each test, PostgreSQL one
migrated database for the run, emptied after each test. ``GOALS_TEST_POSTGRES`` names another
server. Where none answers, its runs are left out and the end of the output says so; with
``CI`` set that is a failure.
"""

import asyncio
import os
import secrets
import shutil
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from goals.settings import DatabaseURL
from goals.store.database import Database, PostgresDatabase, SQLiteDatabase
from goals.store.migrate import migrate
from goals.store.tables import ALL
from goals.store.tables.base import table_name

SERVER = os.environ.get("GOALS_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
ON_SERVER = {"postgres", "postgres_place", "postgres_database", "migrated_server"}
LEFT_OUT = pytest.StashKey[str]()


def pytest_configure(config: pytest.Config) -> None:
    """Look once, before anything is distributed to workers, whether PostgreSQL is there."""
    if hasattr(config, "workerinput") or server_answers():
        return
    place = f"No PostgreSQL server answers at {SERVER.rpartition('@')[2]} (GOALS_TEST_POSTGRES)"
    if os.environ.get("CI", "").lower() not in {"", "0", "false"}:
        raise pytest.UsageError(f"{place}; with CI set, every test has to run on it.")
    config.stash[LEFT_OUT] = f"{place}: its tests were left out, SQLite is tested alone."


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs PostgreSQL where no server answers."""
    left_out = {item for item in items if needs_server(item)}
    if not left_out or server_answers():
        return
    config.hook.pytest_deselected(items=list(left_out))
    items[:] = [item for item in items if item not in left_out]


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say loudly what was left out."""
    if LEFT_OUT in config.stash:
        terminalreporter.write_sep("!", "NOT TESTED ON POSTGRESQL", yellow=True, bold=True)
        terminalreporter.write_line(config.stash[LEFT_OUT], yellow=True)


def needs_server(item: pytest.Item) -> bool:
    """Whether the test runs on the PostgreSQL server."""
    params = item.callspec.params if hasattr(item, "callspec") else {}
    chosen = {params.get("engine_name"), params.get("empty_place")}
    return "postgres" in chosen or not ON_SERVER.isdisjoint(getattr(item, "fixturenames", ()))


def server_answers() -> bool:
    """Whether somebody listens there; whether we are let in, the tests will tell."""
    try:
        elsewhere(on_server("SELECT 1"))
    except OSError:
        return False
    return True


def elsewhere(work: Coroutine[Any, Any, None]) -> None:
    """Run a coroutine to its end in a loop of its own, whatever loop is running here."""
    failure: list[BaseException] = []

    def run() -> None:
        try:
            asyncio.run(work)
        except BaseException as error:
            failure.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if failure:
        raise failure[0]


async def on_server(statement: str) -> None:
    """Run one statement on the test server's own database."""
    connection = await asyncpg.connect(SERVER, timeout=10)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


async def migrate_once(url: str) -> None:
    """Bring the database at this address to the newest schema."""
    async with await Database.open(url) as database:
        await migrate(database)


def beside(name: str) -> str:
    """Return the address of another database on the test server."""
    return SERVER.rpartition("/")[0] + "/" + name


@pytest.fixture
def postgres_place() -> Iterator[str]:
    """The address of an empty PostgreSQL database of this test's own."""
    name = f"goals_test_{os.getpid()}_{secrets.token_hex(4)}"
    elsewhere(on_server(f"CREATE DATABASE {name}"))
    yield beside(name)
    elsewhere(on_server(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(scope="session")
def postgres_places() -> Iterator[Callable[[str | None], str]]:
    """Makes PostgreSQL databases that live as long as the run: empty ones, or copies of one."""
    made: list[str] = []

    def make(template: str | None = None) -> str:
        name = f"goals_test_{os.getpid()}_{secrets.token_hex(4)}"
        copied = f" TEMPLATE {template.rpartition('/')[2]}" if template else ""
        elsewhere(on_server(f"CREATE DATABASE {name}{copied}"))
        made.append(name)
        return beside(name)

    yield make
    for name in made:
        elsewhere(on_server(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def sqlite_place(tmp_path: Path) -> str:
    """The address of a SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path / 'goals.db'}"


@pytest.fixture(params=["sqlite", "postgres"])
def empty_place(request: pytest.FixtureRequest) -> str:
    """The address of an empty database of this test's own, on either engine."""
    place: str = request.getfixturevalue(f"{request.param}_place")
    return place


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the newest schema, to be copied."""
    path = tmp_path_factory.mktemp("template") / "goals.db"
    elsewhere(migrate_once(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def migrated_server() -> Iterator[str]:
    """The address of a PostgreSQL database with the newest schema, shared by the run."""
    name = f"goals_test_{os.getpid()}_{secrets.token_hex(4)}_shared"
    elsewhere(on_server(f"CREATE DATABASE {name}"))
    elsewhere(migrate_once(beside(name)))
    yield beside(name)
    elsewhere(on_server(f"DROP DATABASE {name} WITH (FORCE)"))


async def empty(url: str) -> None:
    """Delete every row; the guards of the history are off for this session alone."""
    connection = await asyncpg.connect(url, timeout=10)
    try:
        deletions = ";".join(f"DELETE FROM {table_name(table)}" for table in ALL)
        await connection.execute(
            "SET lock_timeout = '10s'; SET session_replication_role = replica;" + deletions
        )
    finally:
        await connection.close()


@pytest.fixture
async def sqlite_database(migrated_file: Path, tmp_path: Path) -> AsyncIterator[SQLiteDatabase]:
    """A migrated, empty SQLite database."""
    path = tmp_path / "goals.db"
    shutil.copyfile(migrated_file, path)
    async with await Database.open(DatabaseURL.parse(f"sqlite:///{path}")) as database:
        assert isinstance(database, SQLiteDatabase)
        yield database


@pytest.fixture
async def postgres_database(migrated_server: str) -> AsyncIterator[PostgresDatabase]:
    """A migrated, empty PostgreSQL database."""
    async with await Database.open(migrated_server) as database:
        assert isinstance(database, PostgresDatabase)
        yield database
    await empty(migrated_server)


@pytest.fixture
def behind_the_application() -> Callable[[str, str], None]:
    """Does to the database at an address what somebody with full access to it could do."""

    def change(place: str, statement: str) -> None:
        if place.startswith("sqlite"):
            _without_guards(place.removeprefix("sqlite:///"), statement)
        else:
            elsewhere(_as_replica(place, statement))

    return change


def _without_guards(path: str, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in found.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        connection.commit()


async def _as_replica(place: str, statement: str) -> None:
    connection = await asyncpg.connect(place, timeout=10)
    try:
        await connection.execute(f"SET session_replication_role = replica; {statement}")
    finally:
        await connection.close()


@pytest.fixture(params=["sqlite", "postgres"])
def engine_name(request: pytest.FixtureRequest) -> str:
    """The engine of this run of the test."""
    name: str = request.param
    return name


@pytest.fixture
async def database(
    request: pytest.FixtureRequest, engine_name: str, migrated_file: Path, tmp_path: Path
) -> AsyncIterator[Database]:
    """A migrated, empty database; the test runs once on each engine."""
    if engine_name == "sqlite":  # asks nothing of the server, which need not be there
        path = tmp_path / "goals.db"
        shutil.copyfile(migrated_file, path)
        async with await Database.open(f"sqlite:///{path}") as opened:
            yield opened
        return
    server: str = request.getfixturevalue("migrated_server")
    async with await Database.open(server) as opened:
        yield opened
    await empty(server)
