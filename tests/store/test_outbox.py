"""The outbox: every event is passed on, by one of several workers at a time."""

import asyncio
import datetime as dt

import pytest

from goals.store import events, outbox


@pytest.fixture
async def waiting(database, world):
    """Six events that wait."""
    async with database.transaction() as tx:
        for _ in range(6):
            await events.append(tx, await events.lock(tx, world.org_id), world.event())
    return world


async def claim(database, now, limit=100):
    async with database.transaction() as tx:
        return [row.seq for row in await outbox.claim(tx, now, limit)]


async def test_the_oldest_are_claimed_first(database, waiting):
    assert await claim(database, waiting.now, 4) == [1, 2, 3, 4]


async def test_no_two_workers_get_the_same_event(database, waiting):
    claimed = await asyncio.gather(*(claim(database, waiting.now, 2) for _ in range(6)))

    assert sorted(seq for some in claimed for seq in some) == [1, 2, 3, 4, 5, 6]


async def test_a_worker_passes_over_what_another_one_holds(postgres_database, world_on_postgres):
    async with postgres_database.transaction() as tx:
        for _ in range(4):
            head = await events.lock(tx, world_on_postgres.org_id)
            await events.append(tx, head, world_on_postgres.event())
    holding = asyncio.Event()
    done = asyncio.Event()

    async def hold():
        async with postgres_database.transaction() as tx:
            await outbox.claim(tx, world_on_postgres.now, 2)
            holding.set()
            await done.wait()

    holder = asyncio.create_task(hold())
    await holding.wait()
    async with asyncio.timeout(1):
        claimed = await claim(postgres_database, world_on_postgres.now)
    done.set()
    await holder

    assert claimed == [3, 4]


async def test_what_was_claimed_and_not_delivered_is_free_again_later(database, waiting):
    await claim(database, waiting.now)

    soon = await claim(database, waiting.now + dt.timedelta(minutes=4))
    later = await claim(database, waiting.now + dt.timedelta(minutes=5))

    assert (soon, later) == ([], [1, 2, 3, 4, 5, 6])


async def test_what_was_delivered_never_comes_again(database, waiting):
    await claim(database, waiting.now)
    async with database.transaction() as tx:
        count = await outbox.delivered(tx, waiting.org_id, [1, 2, 3], waiting.now)
        again = await outbox.delivered(tx, waiting.org_id, [3], waiting.now)

    later = await claim(database, waiting.now + dt.timedelta(days=1))

    assert (count, again, later) == (3, 0, [4, 5, 6])


async def test_attempts_are_counted(database, waiting):
    await claim(database, waiting.now, 1)

    async with database.transaction() as tx:
        (row,) = await outbox.claim(tx, waiting.now + dt.timedelta(hours=1), 1)

    assert row.attempts == 2


async def test_what_is_old_and_nobody_claimed_is_dropped(database, waiting):
    late = waiting.now + outbox.KEPT + dt.timedelta(days=1)
    await claim(database, waiting.now, 2)
    async with database.transaction() as tx:
        await outbox.delivered(tx, waiting.org_id, [1], waiting.now)

    async with database.transaction() as tx:
        assert await outbox.drop_old(tx, waiting.now) == 0
        dropped = await outbox.drop_old(tx, late)

    assert dropped == 5
    assert await claim(database, late) == [2]
