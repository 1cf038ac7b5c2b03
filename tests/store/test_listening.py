"""Listening: hints come from every process, and whoever misses them looks by himself."""

import asyncio

import asyncpg
import pytest

from goals.store import events, feed, listening
from goals.store.database import Database
from goals.store.listening import listen


async def act(database, world):
    async with database.transaction() as tx:
        return await events.append(tx, await events.lock(tx, world.org_id), world.event())


class Hints:
    """What was hinted."""

    def __init__(self):
        self.queue = asyncio.Queue()

    def __call__(self, org_id):
        self.queue.put_nowait(org_id)

    async def next(self, seconds=5):
        return await asyncio.wait_for(self.queue.get(), seconds)


async def test_a_commit_of_this_process_is_hinted(database, world):
    hints = Hints()
    listener = listen(database, hints)
    if database.dialect == "postgres":
        assert await hints.next() is None  # it hears from now on
        assert listener.pause == listening.LOOK_ANYWAY

    await act(database, world)

    assert await hints.next() in {None, world.org_id}
    await listener.close()
    await listener.close()


async def test_an_act_that_is_taken_back_is_no_news(sqlite_database, world_on_sqlite):
    hints = Hints()
    listener = listen(sqlite_database, hints)

    with pytest.raises(KeyError):  # noqa: PT012
        async with sqlite_database.transaction() as tx:
            head = await events.lock(tx, world_on_sqlite.org_id)
            await events.append(tx, head, world_on_sqlite.event())
            raise KeyError

    assert hints.queue.empty()
    await listener.close()


async def test_another_process_is_heard_on_postgres(postgres_database, world_on_postgres):
    hints = Hints()
    listener = listen(postgres_database, hints)
    await hints.next()

    async with await Database.open(postgres_database.url) as other:
        await act(other, world_on_postgres)

    assert await hints.next() == world_on_postgres.org_id
    await listener.close()


async def test_a_lost_connection_is_made_again(postgres_database, world_on_postgres, monkeypatch):
    monkeypatch.setattr(listening, "LOOK", 0.05)
    hints = Hints()
    listener = listen(postgres_database, hints)
    await hints.next()

    await cut(postgres_database)
    assert await hints.next() is None  # again it hears from now on
    await act(postgres_database, world_on_postgres)

    assert await hints.next() == world_on_postgres.org_id
    await listener.close()


async def test_a_database_that_is_away_is_awaited(monkeypatch, caplog):
    monkeypatch.setattr(listening, "LOOK", 0.05)
    monkeypatch.setattr("goals.store.postgres.PAUSES", ())
    async with await Database.open("postgres://nobody@127.0.0.1:9/nothing") as database:
        hints = Hints()
        listener = listen(database, hints)
        await asyncio.sleep(0.2)

        assert listener.pause == listening.LOOK
        assert hints.queue.empty()
        await listener.close()


async def test_events_are_read_after_a_number_and_in_order(database, world):
    made = [await act(database, world) for _ in range(5)]

    found = await feed.after(database, world.org_id, 2, 2)

    assert [(one.seq, one.id, one.hash) for one in found] == [
        (one.seq, one.id, one.hash) for one in made[2:4]
    ]
    assert await feed.end(database, world.org_id) == feed.End(5, made[-1].hash)
    assert await feed.ends(database, [world.org_id]) == {world.org_id: 5}
    assert await feed.hash_of(database, world.org_id, 6) is None


async def cut(database):
    """Let the server end every connection that listens."""
    connection = await asyncpg.connect(database.url.text)
    try:
        await connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND query LIKE 'LISTEN%'"
        )
    finally:
        await connection.close()
