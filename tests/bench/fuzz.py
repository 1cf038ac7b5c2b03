"""Thousands of random requests over the whole contract, in one process, on one engine.

``python tests/bench/fuzz.py [--requests 10000] [--seed 1] [--database sqlite:///x.db]`` wants an
empty database, prints every answer that should not be, and ends with 1 if there was one.
"""

import argparse
import asyncio
import collections
import logging
import sys
import tempfile
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "api"))

from attacking import WHO, check_history, learn_ids, populate, send
from hostile import Attacker
from worlds import drafted, found_world

from goals.store.database import Database
from goals.store.migrate import migrate

MOST_SHOWN = 25


async def run(url: str, requests: int, seed: int) -> int:
    """Attack the database at this address; return how many answers should not have been."""
    async with await Database.open(url) as database:
        await migrate(database)
        world = await found_world(database)
        await populate(world, lambda: drafted(world))
        attacker = Attacker(world.engine.contract.graphql, seed)
        kinds: collections.Counter[str] = collections.Counter()
        faults: collections.Counter[str] = collections.Counter()
        started = time.perf_counter()
        for number, (name, text, variables) in enumerate(attacker.requests(requests)):
            if number % 200 == 0:
                await learn_ids(world, attacker)
            who = attacker.dice.choice(WHO)
            try:
                kinds[await send(world, who, text, variables)] += 1
            except AssertionError as fault:
                where = traceback.extract_tb(fault.__traceback__)[-1].line
                faults[f"{name}: {where}"] += 1
                if faults[f"{name}: {where}"] == 1 and len(faults) <= MOST_SHOWN:
                    print(f"\n{number} {who} {str(fault)[:600]}\n  {text[:200]}")
                    print(f"  {variables!r:.900}")
        took = time.perf_counter() - started
        print(f"\n{requests} requests in {took:.0f} s: {dict(kinds.most_common())}")
        print(f"{faults.total()} should not have been: {dict(faults.most_common())}", flush=True)
        await check_history(world)
    return faults.total()


def main() -> int:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database")
    given = parser.parse_args()
    logging.basicConfig(level=logging.ERROR)
    with tempfile.TemporaryDirectory() as folder:
        url = given.database or f"sqlite:///{folder}/fuzz.db"
        return min(1, asyncio.run(run(url, given.requests, given.seed)))


if __name__ == "__main__":
    sys.exit(main())
