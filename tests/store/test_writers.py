"""Fifty writers at once, in several processes: one chain, no gap, nothing acknowledged is lost."""

import json
import subprocess
import sys
import textwrap

import pytest

from goals.domain.chain import verify_chain
from goals.store import events
from goals.store.database import Database
from goals.store.migrate import migrate

PROCESSES, WRITERS, TIMES = 5, 10, 3
WRITER = """
    import asyncio, json, sys
    from datetime import UTC, datetime
    from uuid import UUID
    from goals.domain.identity import uuid7
    from goals.store import events
    from goals.store.database import Database

    async def write(database, org_id, times):
        done = []
        for number in range(times):
            now = datetime.now(UTC)
            new = events.NewEvent(
                id=uuid7(now), kind="commission.checked_in", subject=("Commission", uuid7(now)),
                at=now, channel="API", body={"n": number},
            )
            async def work(tx):
                return await events.append(tx, await events.lock(tx, org_id), new)
            event = await database.write(work)
            done.append([event.seq, event.hash])
        return done

    async def main(place, org_id, writers, times):
        async with await Database.open(place, pool_size=int(writers)) as database:
            found = await asyncio.gather(
                *(write(database, UUID(org_id), int(times)) for _ in range(int(writers)))
            )
        print(json.dumps([each for part in found for each in part]))

    asyncio.run(main(*sys.argv[1:]))
"""


@pytest.fixture
async def place(empty_place):
    """The address of a migrated database that no other test uses."""
    async with await Database.open(empty_place) as database:
        await migrate(database)
    return empty_place


def written_at_once(place, org_id):
    """Let all processes write; what each of them was told of its events."""
    command = [sys.executable, "-c", textwrap.dedent(WRITER), place, str(org_id)]
    running = [
        subprocess.Popen([*command, str(WRITERS), str(TIMES)], stdout=subprocess.PIPE, text=True)
        for _ in range(PROCESSES)
    ]
    answers = [one.communicate()[0] for one in running]
    assert [one.returncode for one in running] == [0] * PROCESSES
    return [tuple(each) for answer in answers for each in json.loads(answer)]


async def test_fifty_writers_in_five_processes_make_one_chain(place, make_world):
    async with await Database.open(place) as database:
        world = await make_world(database)

    acknowledged = written_at_once(place, world.org_id)

    async with await Database.open(place) as database:
        chain = [link async for link in events.all_links(database, world.org_id)]
        head = await events.head(database, world.org_id)
    count = PROCESSES * WRITERS * TIMES
    assert [link.seq for link in chain] == list(range(1, count + 1))
    assert verify_chain(chain, known=head).holds
    assert sorted(acknowledged) == [(link.seq, link.hash) for link in chain]
