"""A moment: several statements that see the same, while others go on writing."""

import asyncio
from datetime import UTC, datetime

import pytest

from goals.domain.enums import Language
from goals.domain.errors import ReadOnlyDatabase
from goals.services import organisations
from goals.store.moments import moment

NAMES = "SELECT DISTINCT name FROM organisation"
NOW = datetime(2026, 11, 20, tzinfo=UTC)


@pytest.fixture
async def organised(database):
    await organisations.found(database, name="Before", language=Language.EN, now=NOW)
    return database


async def rename(database, name):
    async with database.transaction() as tx:
        await tx.execute("UPDATE organisation SET name = $1", [name])


async def test_what_is_read_in_a_moment_sees_no_write_that_ends_meanwhile(organised):
    async with moment(organised) as seen:
        before = await seen.look_up(NAMES)
        await rename(organised, "Other")
        async with moment(seen) as same:
            assert await same.look_up(NAMES) == before

    async with moment(organised) as seen:
        assert [tuple(row) for row in await seen.look_up(NAMES)] == [("Other",)]


async def test_nothing_is_written_in_a_moment(organised):
    with pytest.raises(ReadOnlyDatabase):
        async with moment(organised) as seen:
            await seen.look_up("UPDATE organisation SET name = 'x'")

    assert await organised.look_up("SELECT 1 FROM organisation WHERE name = 'x'") == []


async def test_moments_that_fail_or_are_cancelled_leave_their_connections_to_others(organised):
    async def broken():
        async with moment(organised) as seen:
            await seen.look_up(NAMES)
            await seen.look_up("SELECT 1 FROM nowhere")

    async def waiting(here):
        async with moment(organised) as seen:
            await seen.look_up(NAMES)
            here.set()
            await asyncio.Event().wait()

    for _ in range(12):  # more often than there are connections
        with pytest.raises(Exception, match="nowhere"):
            await broken()
        here = asyncio.Event()
        task = asyncio.create_task(waiting(here))
        await here.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    async with asyncio.timeout(5), moment(organised) as seen:
        assert len(await seen.look_up(NAMES)) == 1
