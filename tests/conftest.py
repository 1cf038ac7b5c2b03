"""Databases for the tests: every test that asks for ``database`` runs on both engines.

The schema is made once: SQLite gets a copy of a migrated file for each test, PostgreSQL one
migrated database for the run, emptied after each test. A server that does not answer is a
failure, never a skip. ``GOALS_TEST_POSTGRES`` names another server.
"""

import asyncio
import os
import secrets
import shutil
import threading
from collections.abc import AsyncIterator, Coroutine, Iterator
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


@pytest.fixture(params=["sqlite", "postgres"])
def engine_name(request: pytest.FixtureRequest) -> str:
    """The engine of this run of the test."""
    name: str = request.param
    return name


@pytest.fixture
async def database(
    engine_name: str, migrated_file: Path, migrated_server: str, tmp_path: Path
) -> AsyncIterator[Database]:
    """A migrated, empty database; the test runs once on each engine."""
    if engine_name == "sqlite":
        path = tmp_path / "goals.db"
        shutil.copyfile(migrated_file, path)
        async with await Database.open(f"sqlite:///{path}") as opened:
            yield opened
        return
    async with await Database.open(migrated_server) as opened:
        yield opened
    await empty(migrated_server)
