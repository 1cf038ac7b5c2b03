"""Benchmark of permission: a page with the member's predicate against the same page without it.

Run it as ``python tests/bench/permission.py``. Both answer the page of reads.py from the same
data set, request by request in turn. One member sees little of a large organisation, others half
of it and all of it. The exit code is 1 where the predicate costs more than a tenth.
"""

import argparse
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from statistics import median, quantiles

import dataset
from asked import questions

from goals.api.context import Context
from goals.reads.viewer import Viewer
from goals.web.server import run_loop
from reads import Bench, open_bench

MOST_COST = 0.10
SAME_PAGE = "every team"
"""Sees the very page that is answered without the predicate; others pass over what they miss."""
WARMING = 50
Ask = Callable[[int], Awaitable[bytes]]


def page(bench: Bench, viewer: Viewer) -> Ask:
    """Ask for the page as this viewer."""
    question = next(one for one in questions(bench.ids, "2026-01-01") if one.name == "page")

    async def ask(number: int) -> bytes:
        variables = question.variables[number % len(question.variables)]
        context = Context(bench.database, viewer, now=viewer.now)
        result = await bench.engine.execute(question.text, variables, None, context)
        assert result.errors == []
        return result.body()

    return ask


async def viewers(bench: Bench) -> dict[str, Viewer]:
    """The manager, for whom nothing is checked, and members who see little, much, and all."""
    found = await bench.database.read_rows("SELECT id FROM team ORDER BY name", [])
    teams = tuple(str(team) for (team,) in found)
    return {
        "without": bench.manager,
        "one team": bench.member,
        "half of the teams": replace(bench.member, team_ids=teams[::2]),
        SAME_PAGE: replace(bench.member, team_ids=teams),
    }


async def compare(bench: Bench, given: argparse.Namespace) -> bool:
    """Ask in turn, one request at a time; whether the predicate costs no more than it may.

    The lower quartile of the latencies is compared: what else runs on the machine is not in it.
    """
    asks = {name: page(bench, viewer) for name, viewer in (await viewers(bench)).items()}
    took: dict[str, list[float]] = {name: [] for name in asks}
    names = list(asks)
    for number in range(given.requests + WARMING):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            begin = time.perf_counter()
            await asks[name](number)
            if number >= WARMING:
                took[name].append(time.perf_counter() - begin)
    quartile = {name: quantiles(found, n=4)[0] for name, found in took.items()}
    good = True
    for name, found in took.items():
        share = quartile["without"] / quartile[name]
        good = good and (name != SAME_PAGE or share >= 1 - MOST_COST)
        print(
            f"  {name:18} lower quartile {1000 * quartile[name]:6.2f} ms   median"
            f" {1000 * median(found):6.2f} ms   {share:4.0%} of the throughput without"
        )
    return good


async def main(given: argparse.Namespace) -> int:
    """Compare on the engines asked for."""
    good = True
    for engine in ("sqlite", "postgres") if given.database == "both" else (given.database,):
        bench = await open_bench(engine, given.commissions)
        print(f"{engine}: {given.commissions} commissions")
        try:
            good = await compare(bench, given) and good
        finally:
            await bench.database.close()
        if not given.keep:
            await dataset.discard(engine, given.commissions)
    return 0 if good else 1


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--commissions", type=int, default=20_000)
    parser.add_argument("--requests", type=int, default=2_000, help="of each viewer")
    parser.add_argument("--database", choices=("sqlite", "postgres", "both"), default="both")
    parser.add_argument("--keep", action="store_true", help="keep the data set for the next run")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(run_loop(main(arguments())))
