"""Data set of the benchmarks: one organisation with very many commissions, on either engine.

The one rule: it is made by ``goals.demo``, so it looks like what the acts write. It may be kept
between runs, outside the repository, and is made again when its size or the code's schema differ.
"""

import os
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import asyncpg

from goals.demo.cast import assemble
from goals.demo.many import YEARS_IN_DAYS, add
from goals.store import migrate
from goals.store.database import Database

NOW = datetime(2026, 11, 20, 18, tzinfo=UTC)
SERVER = os.environ.get("GOALS_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
FOLDER = Path(tempfile.gettempdir()) / "goals-bench"


def place(engine: str, count: int | str) -> str:
    """The address of the data set of this size."""
    name = f"goals_bench_{count}"
    if engine == "sqlite":
        return f"sqlite:///{FOLDER / name}.db"
    return SERVER.rpartition("/")[0] + "/" + name


async def prepare(engine: str, count: int) -> Database:
    """Open the data set, made now unless it was kept."""
    address = place(engine, count)
    if await _is_complete(engine, address, count):
        return await Database.open(address)
    await discard(engine, count)
    if engine == "sqlite":
        FOLDER.mkdir(exist_ok=True)
    else:
        await _on_server(f"CREATE DATABASE {address.rpartition('/')[2]}")
    database = await Database.open(address)
    await migrate.migrate(database)
    cast = await assemble(database, NOW - timedelta(days=YEARS_IN_DAYS))
    await add(cast, count, NOW, in_full=count)
    await _settle(database)
    return database


async def discard(engine: str, count: int | str) -> None:
    """Delete the data set, where there is one."""
    address = place(engine, count)
    if engine == "postgres":
        name = address.rpartition("/")[2]
        await _on_server(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        return
    for file in _files(address):
        file.unlink(missing_ok=True)


def _files(address: str) -> list[Path]:
    return [Path(address.removeprefix("sqlite:///") + end) for end in ("", "-wal", "-shm")]


async def _is_complete(engine: str, address: str, count: int) -> bool:
    if engine == "sqlite":
        if not _files(address)[0].exists():
            return False
    elif not await _on_server(
        f"SELECT 1 FROM pg_database WHERE datname = '{address.rpartition('/')[2]}'"
    ):
        return False
    async with await Database.open(address) as database:
        if await migrate.migrate(database):  # it was made by an older schema
            return False
        sql = "SELECT max(last_commission) FROM organisation_head"
        return await database.read_value(sql, ()) == count


async def _settle(database: Database) -> None:
    """Let PostgreSQL's planner know at once what autovacuum would tell it in a minute."""
    if database.dialect == "sqlite":
        return
    connection = await asyncpg.connect(database.url.text)
    try:
        await connection.execute("VACUUM ANALYZE")
    finally:
        await connection.close()


async def _on_server(statement: str) -> object:
    connection = await asyncpg.connect(SERVER, timeout=10)
    try:
        return await connection.fetchval(statement)
    finally:
        await connection.close()
