"""A process that is killed while it writes: what it acknowledged is there, and nothing is half."""

import json
import os
import signal
import subprocess
import sys
import textwrap
import time

import pytest

from goals.domain.chain import verify_chain
from goals.store import events
from goals.store.database import Database
from goals.store.migrate import migrate

ROUNDS = 3
WRITER = """
    import asyncio, sys
    from datetime import UTC, datetime
    from uuid import UUID
    from goals.domain.identity import uuid7
    from goals.store import events
    from goals.store.database import Database

    async def write(database, org_id):
        while True:
            now = datetime.now(UTC)
            new = events.NewEvent(
                id=uuid7(now), kind="commission.drafted", subject=("Commission", uuid7(now)),
                at=now, channel="API", body={"n": 1},
            )
            async with database.transaction() as tx:
                event = await events.append(tx, await events.lock(tx, org_id), new)
            print(event.seq, flush=True)

    async def main():
        database = await Database.open(sys.argv[1])
        await asyncio.gather(*(write(database, UUID(sys.argv[2])) for _ in range(4)))

    asyncio.run(main())
"""


def acknowledged_until_killed(place, org_id):
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(WRITER), place, str(org_id)],
        stdout=subprocess.PIPE,
        text=True,
    )
    lines = [process.stdout.readline()]
    time.sleep(0.3)
    os.kill(process.pid, signal.SIGKILL)
    lines += process.stdout.readlines()
    process.wait()
    process.stdout.close()
    return {json.loads(line) for line in lines if line.endswith("\n")}


@pytest.fixture
async def place(empty_place):
    """The address of a migrated database that no other test uses."""
    async with await Database.open(empty_place) as database:
        await migrate(database)
    return empty_place


async def test_a_kill_during_writes_loses_nothing_that_was_acknowledged(place, make_world):
    async with await Database.open(place) as database:
        world = await make_world(database)
    acknowledged = set()

    for _ in range(ROUNDS):
        acknowledged |= acknowledged_until_killed(place, world.org_id)

    async with await Database.open(place) as database, database.transaction() as tx:
        chain = await events.links(tx, world.org_id, limit=1_000_000)
        waiting = await tx.value("SELECT count(*) FROM outbox")
        bodies = await tx.value("SELECT count(*) FROM event_body")
    assert len(acknowledged) > ROUNDS
    assert acknowledged <= {link.seq for link in chain}
    assert verify_chain(chain).holds
    assert waiting == bodies == len(chain)
