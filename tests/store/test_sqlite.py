"""What only SQLite can get wrong: threads, locks between processes, files that are not ours."""

import asyncio
import sqlite3
import subprocess
import sys
import textwrap
import threading
import time
from contextlib import closing
from itertools import pairwise

import pytest

from goals.domain.errors import DatabaseDamaged, DatabaseUnavailable, DiskFull, ReadOnlyDatabase
from goals.store import records, sqlite_connection
from goals.store import sqlite as engine_module
from goals.store.database import Database
from goals.store.faults import RowRefusedError

ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


def our_threads():
    return [thread for thread in threading.enumerate() if thread.name == "goals-sqlite"]


async def test_every_connection_is_set_up_to_keep_what_was_acknowledged(sqlite_database):
    settings = ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers")

    async with sqlite_database.transaction() as tx:
        found = [await tx.value(f"PRAGMA {name}") for name in settings]

    assert found == ["wal", 2, 1, 1]


async def test_the_number_of_threads_does_not_grow_with_the_work(sqlite_database):
    async def work(number):
        await sqlite_database.read_value("SELECT ?1", [number])
        async with sqlite_database.transaction() as tx:
            await tx.value("SELECT 1")

    await asyncio.gather(*(work(number) for number in range(50)))

    assert len(our_threads()) <= 1 + engine_module.READERS


async def test_closing_ends_every_thread(sqlite_place):
    database = await Database.open(sqlite_place)
    async with database.transaction() as tx:
        await tx.execute("CREATE TABLE t (a INTEGER)")
    await database.read_value("SELECT 1", ())

    await database.close()
    await asyncio.sleep(0.05)

    assert our_threads() == []


async def test_a_failed_begin_gives_the_turn_back(sqlite_database, monkeypatch):
    monkeypatch.setattr(sqlite_connection, "BUSY_TIMEOUT_MS", 50)
    monkeypatch.setattr(sqlite_connection.connect, "__kwdefaults__", {"busy_timeout_ms": 50})
    path = sqlite_database.engine.file
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(DatabaseUnavailable) as refused:
            async with sqlite_database.transaction():
                pass

    async with sqlite_database.transaction() as tx:
        assert await tx.value("SELECT 1") == 1
    assert refused.value.reason == "locked"


def test_a_process_whose_commit_was_cancelled_exits(tmp_path):
    script = f"""
        import asyncio
        from goals.store.database import Database

        async def main():
            database = await Database.open("sqlite:///{tmp_path}/x.db")
            async def work():
                async with database.transaction() as tx:
                    await tx.execute("CREATE TABLE t (a INTEGER)")
                    asyncio.get_running_loop().call_soon(task.cancel)
            task = asyncio.create_task(work())
            try:
                await task
            except asyncio.CancelledError:
                print("cancelled")

        asyncio.run(main())
    """
    ended = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, timeout=20
    )

    assert (ended.stdout.strip(), ended.stderr, ended.returncode) == ("cancelled", "", 0)


async def test_a_read_that_takes_too_long_is_stopped(sqlite_database, monkeypatch):
    monkeypatch.setattr(engine_module, "READ_LIMIT", 0.1)

    with pytest.raises(DatabaseUnavailable) as refused:
        await sqlite_database.read_value(ENDLESS, ())

    assert refused.value.reason == "took too long"
    assert await sqlite_database.read_value("SELECT 5", ()) == 5


async def test_a_quick_read_that_is_not_quick_moves_to_a_thread(sqlite_database, monkeypatch):
    monkeypatch.setattr(engine_module, "READ_LIMIT", 1.0)
    beats = []

    async def beat():
        while True:
            beats.append(time.monotonic())
            await asyncio.sleep(0.01)

    heart = asyncio.create_task(beat())
    with pytest.raises(DatabaseUnavailable):
        await sqlite_database.read_value(ENDLESS, (), quick=True)
    heart.cancel()

    assert max(later - sooner for sooner, later in pairwise(beats)) < 0.5


async def test_a_cancelled_read_frees_its_reader_soon(sqlite_database):
    readings = [
        asyncio.create_task(sqlite_database.read_value(ENDLESS, ()))
        for _ in range(engine_module.READERS)
    ]
    await asyncio.sleep(0.05)
    for reading in readings:
        reading.cancel()
    await asyncio.gather(*readings, return_exceptions=True)

    async with asyncio.timeout(2):
        assert await sqlite_database.read_value("SELECT 1", ()) == 1


async def test_readers_see_the_last_commit_and_do_not_wait_for_the_writer(
    sqlite_database, world_on_sqlite
):
    async with sqlite_database.transaction() as tx:
        await tx.execute("UPDATE team SET name = 'Research' WHERE name = 'IT'")
        before = await sqlite_database.read_value("SELECT count(*) FROM team WHERE name = 'IT'", ())
    after = await sqlite_database.read_value("SELECT count(*) FROM team WHERE name = 'IT'", ())

    assert (before, after) == (1, 0)


async def test_a_reader_cannot_write(sqlite_database, world_on_sqlite):
    with pytest.raises(ReadOnlyDatabase):
        await sqlite_database.read_rows("DELETE FROM membership", ())


async def test_replacing_a_row_does_not_go_around_the_guard(sqlite_database, world_on_sqlite):
    world = world_on_sqlite
    commission, wording = world.commission()
    async with sqlite_database.transaction() as tx:
        await records.insert(tx, commission, *wording.rows())

    with pytest.raises(RowRefusedError) as refused:
        async with sqlite_database.transaction() as tx:
            await tx.execute(
                "INSERT OR REPLACE INTO revision SELECT * FROM revision WHERE id = $1",
                [wording.revision.id],
            )

    assert refused.value.kind == "GUARD"


async def test_a_database_that_can_only_be_read_says_so(
    sqlite_database, world_on_sqlite, monkeypatch
):
    await sqlite_database.engine.writer.close()
    monkeypatch.setattr(sqlite_database.engine.writer, "_writer", False)

    with pytest.raises(ReadOnlyDatabase):
        async with sqlite_database.transaction() as tx:
            await tx.execute("DELETE FROM membership")

    assert await sqlite_database.read_value("SELECT count(*) FROM team", ()) == 2


async def test_a_file_that_is_no_database_is_called_damaged(tmp_path):
    path = tmp_path / "goals.db"
    path.write_bytes(b"this is no database, but long enough to look like a file" * 100)

    async with await Database.open(f"sqlite:///{path}") as database:
        with pytest.raises(DatabaseDamaged):
            await database.ping()
        with pytest.raises(DatabaseDamaged):
            async with database.transaction():
                pass


async def test_a_folder_that_is_not_there_is_said_so(tmp_path):
    async with await Database.open(f"sqlite:///{tmp_path}/no/goals.db") as database:
        with pytest.raises(DatabaseUnavailable) as refused:
            async with database.transaction():
                pass

    assert refused.value.reason == "cannot open the file"


async def test_reading_never_creates_a_file(tmp_path):
    path = tmp_path / "goals.db"

    async with await Database.open(f"sqlite:///{path}") as database:
        with pytest.raises(DatabaseUnavailable):
            await database.read_value("SELECT 1", (), quick=True)

    assert list(tmp_path.iterdir()) == []


async def test_texts_are_encoded_for_the_api_without_padding(sqlite_database):
    value = await sqlite_database.read_value("SELECT goals_b64(?1)", ["Team:ä?>"], quick=True)

    assert value == "VGVhbTrDpD8-"


async def test_a_full_disk_is_called_that_and_nothing_is_stored(sqlite_database, world_on_sqlite):
    world = world_on_sqlite
    with pytest.raises(DiskFull):  # noqa: PT012
        async with sqlite_database.transaction() as tx:
            await tx.execute("PRAGMA max_page_count = 1")  # no smaller than the file is now
            await records.insert(tx, *(world.team("x" * 4000 + str(n)) for n in range(50)))

    async with sqlite_database.transaction() as tx:
        await records.insert(tx, world.team("Research"))
        assert await tx.value("SELECT count(*) FROM team") == 3


async def test_a_statement_that_was_slow_is_not_tried_in_the_event_loop_again(
    sqlite_database, monkeypatch
):
    monkeypatch.setattr(engine_module, "SLOW", -1.0)
    tried = []
    quick = sqlite_database.engine.read

    async def in_a_thread(sql, args):
        tried.append(sql)
        return await quick(sql, args)

    monkeypatch.setattr(sqlite_database.engine, "read", in_a_thread)

    values = [await sqlite_database.read_value("SELECT 7", (), quick=True) for _ in range(8)]

    assert values == [7] * 8
    assert tried == ["SELECT 7"] * (8 - engine_module.STRIKES)
