"""Deadlines: whoever stops waiting stops the statement too, so that nothing piles up behind it."""

import asyncio
import time

import pytest

ENDLESS = {
    "sqlite": "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
    " SELECT count(*) FROM n",
    "postgres": "SELECT count(pg_sleep(0.1)) FROM generate_series(1, 600)",
}
RUNNING = (
    "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND datname = current_database()"
    " AND query LIKE '%pg_sleep(0.1)%' AND pid <> pg_backend_pid()"
)


async def test_reads_that_nobody_waits_for_are_stopped(database):
    async def give_up():
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.3):
                await database.read_value(ENDLESS[database.dialect], ())

    await asyncio.gather(*[give_up() for _ in range(12)])

    started = time.monotonic()
    assert await database.read_value("SELECT 1", ()) == 1
    assert time.monotonic() - started < 2
    assert await nothing_runs(database)


async def test_a_write_that_nobody_waits_for_is_stopped_and_makes_room(database):
    async def work(tx):
        await tx.execute(ENDLESS[database.dialect], [])

    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.3):
            await database.write(work)

    async with asyncio.timeout(3), database.transaction() as tx:
        await tx.execute("SELECT 1", [])
    assert await nothing_runs(database)


async def nothing_runs(database):
    """Whether the server is rid of the statements within two seconds."""
    if database.dialect == "sqlite":
        return True  # a reader still at work would not have answered
    for _ in range(20):
        if await database.read_value(RUNNING, ()) == 0:
            return True
        await asyncio.sleep(0.1)
    return False
