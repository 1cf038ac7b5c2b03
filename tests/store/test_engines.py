"""Transactions on both engines: nothing lost, nothing shared, nothing left behind."""

import asyncio

import pytest

COUNTER = "CREATE TABLE counter (id INTEGER PRIMARY KEY, value INTEGER NOT NULL)"


@pytest.fixture
async def counter(database):
    async with database.transaction() as tx:
        await tx.execute(
            f"{COUNTER}" if tx.dialect == "sqlite" else COUNTER.replace("CREATE", "CREATE")
        )
        await tx.execute("INSERT INTO counter VALUES (1, 0)")
    yield database
    async with database.transaction() as tx:
        await tx.execute("DROP TABLE counter")


async def read(database):
    return await database.read_value("SELECT value FROM counter", ())


async def test_twenty_writers_who_read_first_lose_no_write(counter):
    async def add_ten():
        for _ in range(10):
            async with counter.transaction() as tx:
                lock = " FOR UPDATE" if tx.dialect == "postgres" else ""
                value = await tx.value("SELECT value FROM counter" + lock)
                await tx.execute("UPDATE counter SET value = $1", [value + 1])

    await asyncio.gather(*(add_ten() for _ in range(20)))

    assert await read(counter) == 200
