"""How long it takes to verify a history: in the database with every text signed, and a file of it.

Run as ``python tests/bench/chain.py``; the target is 100,000 events in under 5 s. The history is
that of the data set: one event in ten brings a revision, which is hashed again too.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from typing import TextIO

import dataset

from goals.domain.chain_file import verify_file
from goals.services import chains
from goals.store.database import Database
from goals.store.rows import read_uuid

MOST_SECONDS = 5 / 100_000
"""For an event, by the clock: a busy machine misses it, so the processor's time is told too."""


def _clock() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def _told(what: str, count: int, start: tuple[float, float]) -> bool:
    """Print what one thing took; whether it was quick enough."""
    wall, own = (now - then for now, then in zip(_clock(), start, strict=True))
    good = wall <= count * MOST_SECONDS
    print(
        f"  {what:12} {wall:6.2f} s ({own:.2f} s of this process's processor),"
        f" {100_000 * wall / count:.2f} s for 100,000: {'reached' if good else 'MISSED'}"
    )
    return good


async def measure(database: Database, file: TextIO) -> bool:
    """Verify in the database and from a file; whether both were quick enough."""
    ((found, count, revisions),) = await database.look_up(
        "SELECT id, (SELECT count(*) FROM event), (SELECT count(*) FROM revision) FROM organisation"
    )
    org_id = read_uuid(found)
    print(f"{database.dialect}: {count} events, {revisions} revisions, load {os.getloadavg()[0]}")
    start = _clock()
    inside = await chains.verify(database, org_id)
    good = _told("in place", count, start)
    async for line in chains.export(database, org_id, "Bench", dataset.NOW, None):
        file.write(line + "\n")
    file.seek(0)
    start = _clock()
    outside = verify_file(file).chain
    good = _told("from a file", count, start) and good
    assert (inside.holds, inside.count) == (outside.holds, outside.count) == (True, count)
    return good


async def main(given: argparse.Namespace) -> int:
    """Measure on the engines asked for."""
    good = True
    for engine in ("sqlite", "postgres") if given.database == "both" else (given.database,):
        database = await dataset.prepare(engine, given.commissions)
        with tempfile.TemporaryFile("w+", encoding="utf-8") as file:
            good = await measure(database, file) and good
        await database.close()
        if not given.keep:
            await dataset.discard(engine, given.commissions)
    return 0 if good else 1


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--commissions", type=int, default=10_400)
    parser.add_argument("--database", choices=("sqlite", "postgres", "both"), default="both")
    parser.add_argument("--keep", action="store_true", help="keep the data set for the next run")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(asyncio.run(main(arguments())))
