"""Migrations: all or nothing, once, in order, and never on a database that is newer."""

import asyncio
import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from contextlib import closing

import pytest

from goals.domain.errors import (
    DatabaseUnavailable,
    SchemaChanged,
    SchemaTooNew,
    SchemaTooOld,
)
from goals.store import sqlite_connection
from goals.store.database import Database
from goals.store.migrate import Step, check, migrate, steps

ONE = Step(1, "one", ("CREATE TABLE one (a TEXT NOT NULL)", "INSERT INTO one VALUES ('kept')"))
TWO = Step(2, "two", ("CREATE TABLE two (b TEXT)", "INSERT INTO two SELECT a FROM one"))
BROKEN = Step(2, "broken", ("CREATE TABLE two (b TEXT)", "CREATE TABLE two (b TEXT)"))


@pytest.fixture
async def empty_database(empty_place):
    """A database without any table."""
    async with await Database.open(empty_place) as database:
        yield database


async def tables(database):
    return {
        name
        for (name,) in await database.read_rows(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
            if database.dialect == "sqlite"
            else "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'",
            (),
        )
    }


async def test_missing_steps_are_applied_in_order_and_once(empty_database):
    first = await migrate(empty_database, [ONE])
    second = await migrate(empty_database, [ONE, TWO])
    third = await migrate(empty_database, [ONE, TWO])

    assert (first, second, third) == (["one"], ["two"], [])
    assert await empty_database.read_value("SELECT b FROM two", ()) == "kept"


async def test_a_step_that_fails_takes_all_of_them_back(empty_database):
    with pytest.raises(Exception, match="two"):
        await migrate(empty_database, [ONE, BROKEN])

    assert await tables(empty_database) <= {"schema_step"}
    assert await migrate(empty_database, [ONE, TWO]) == ["one", "two"]


async def test_a_newer_database_is_refused(empty_database):
    await migrate(empty_database, [ONE, TWO])

    for refused in (migrate, check):
        with pytest.raises(SchemaTooNew) as failure:
            await refused(empty_database, [ONE])
        assert (failure.value.actual, failure.value.known) == (2, 1)


async def test_a_step_that_was_applied_in_another_form_is_refused(empty_database):
    await migrate(empty_database, [ONE])
    other = Step(1, "one", ("CREATE TABLE one (a TEXT)",))

    for refused in (migrate, check):
        with pytest.raises(SchemaChanged):
            await refused(empty_database, [other])


async def test_an_older_database_is_refused_where_nobody_may_migrate(empty_database):
    with pytest.raises(SchemaTooOld) as failure:
        await check(empty_database, [ONE])

    assert (failure.value.actual, failure.value.known) == (0, 1)


async def test_a_current_database_passes_the_check(database):
    await check(database)

    assert await migrate(database) == []


def start_in(place, gate, results):
    async def start():
        async with await Database.open(place) as database:
            return await migrate(database)

    gate.wait()
    try:
        results.put(asyncio.run(start()))
    except Exception as error:
        results.put(repr(error))


def test_of_four_first_starts_at_once_one_migrates_and_none_fails(empty_place):
    context = multiprocessing.get_context("spawn")
    gate, results = context.Barrier(4), context.Queue()
    starters = [
        context.Process(target=start_in, args=(empty_place, gate, results)) for _ in range(4)
    ]
    for starter in starters:
        starter.start()
    ended = [results.get(timeout=60) for _ in starters]
    for starter in starters:
        starter.join()

    names = [step.name for step in steps("sqlite")]
    assert sorted(map(str, ended)) == sorted(["[]", "[]", "[]", str(names)])


SLOW = """
    import asyncio, sys
    from goals.store.database import Database
    from goals.store.migrate import Step, migrate

    async def main():
        async with await Database.open(sys.argv[1]) as database:
            wait = "SELECT pg_sleep(30)" if database.dialect == "postgres" else ENDLESS
            step = Step(1, "one", ("CREATE TABLE one (a TEXT NOT NULL)", wait))
            print("started", flush=True)
            await migrate(database, [step])

    ENDLESS = (
        "CREATE TABLE x AS WITH RECURSIVE n (i) AS "
        "(SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    )
    asyncio.run(main())
"""


def killed_while_migrating(place):
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(SLOW), place], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "started\n"
    time.sleep(0.3)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()


async def test_a_kill_in_between_leaves_nothing_and_the_next_start_works(empty_place):
    await asyncio.to_thread(killed_while_migrating, empty_place)

    async with await Database.open(empty_place) as database:
        if database.dialect == "postgres":  # the server notices a dead client only when it answers
            await end_other_sessions(database)
        assert await tables(database) == set()
        assert await migrate(database, [ONE]) == ["one"]


async def end_other_sessions(database):
    connection = await database.engine.connect()
    others = "FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%sleep(30)%'"
    others += " AND pid <> pg_backend_pid()"
    while await connection.fetchval(  # noqa: ASYNC110
        f"SELECT count(pg_terminate_backend(pid)) {others}"
    ):
        await asyncio.sleep(0.02)
    await connection.close()


async def test_a_copy_of_the_file_is_kept_before_it_is_changed(sqlite_place):
    async with await Database.open(sqlite_place) as database:
        await migrate(database, [ONE])
        await migrate(database, [ONE, TWO])
        copy = database.engine.file.with_name("goals.db.before-0002")

    with closing(sqlite3.connect(copy)) as connection:
        found = connection.execute(
            "SELECT group_concat(name) FROM (SELECT name FROM sqlite_master ORDER BY name)"
        ).fetchone()
        assert connection.execute("SELECT a FROM one").fetchone() == ("kept",)
    assert "two" not in found[0]
    assert [path.name for path in copy.parent.glob("*.part")] == []


async def test_the_first_start_keeps_no_copy(sqlite_place, tmp_path):
    async with await Database.open(sqlite_place) as database:
        await migrate(database, [ONE])

    assert [path.name for path in tmp_path.glob("*before*")] == []


async def test_a_rebuilt_table_that_breaks_a_link_is_refused(sqlite_place):
    parent = Step(
        1,
        "parent",
        (
            "CREATE TABLE parent (id INTEGER PRIMARY KEY)",
            "CREATE TABLE child (id INTEGER REFERENCES parent (id))",
            "INSERT INTO parent VALUES (1)",
            "INSERT INTO child VALUES (1)",
        ),
    )
    careless = Step(2, "careless", ("DELETE FROM parent",))
    async with await Database.open(sqlite_place) as database:
        await migrate(database, [parent])
        with pytest.raises(RuntimeError, match="LINK"):
            await migrate(database, [parent, careless])

        assert await database.read_value("SELECT count(*) FROM parent", ()) == 1


async def test_a_locked_file_is_said_to_be_locked(sqlite_place, monkeypatch):
    async with await Database.open(sqlite_place) as database:
        await migrate(database, [ONE])
        monkeypatch.setattr(sqlite_connection.connect, "__kwdefaults__", {"busy_timeout_ms": 50})
        with closing(sqlite3.connect(database.engine.file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(DatabaseUnavailable):
                await migrate(database, [ONE, TWO])


@pytest.mark.parametrize("dialect", ["sqlite", "postgres"])
def test_the_steps_of_this_program_have_no_gap(dialect):
    known = steps(dialect)

    assert [step.number for step in known] == list(range(1, len(known) + 1))
    assert all(len(step.checksum) == 64 for step in known)
