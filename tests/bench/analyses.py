"""Benchmark of analyses: what managers ask besides rates, as the clients ask it.

Run it as ``python tests/bench/analyses.py --commissions 10000 1000000``. Every answer is the
client's own operation, executed whole; the median of some rounds, after a first one that is not
counted. The exit code is 1 where an answer takes longer than a second.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any
from uuid import UUID

import dataset
from many_lives import prepare
from many_rates import NOW

from goals.api.context import Context
from goals.api.execute import Engine
from goals.domain.identity import global_id
from goals.reads.viewer import Viewer
from goals.store.database import Database
from goals.web.server import run_loop

OPERATIONS = Path(__file__).parents[2] / "graphql" / "operations"
SLOW, QUICK = 1000, 50  # milliseconds
YEAR, ROLLING = {"text": "2025"}, {"text": "last-12-months"}
DAYS = {"text": "2025-01-10..2025-12-20"}
OLDEST = [{"field": "DEADLINE"}]


@dataclass(frozen=True)
class Question:
    """An operation with its variables, and who asks; ``refused`` is the code of what is refused."""

    name: str
    operation: str
    variables: dict[str, Any] = field(default_factory=dict)
    member: bool = False


def questions(teams: list[str], commission: str) -> Iterator[Question]:
    """All of them."""
    team, other = teams
    narrowed = {
        "supplier": {"supplierTeam": team},
        "pair": {"customerTeam": other, "supplierTeam": team},
        "team": {"team": team},
        "tag": {"tag": "tag 3"},
    }
    for operation in (
        *("factor_effects", "satisfaction", "self_other_difference", "smart_effect"),
        *("calibration", "stage_times", "benefits_realised", "action_effects", "network"),
        "rate_trend",
    ):
        yield Question(operation, operation, {"period": YEAR})
        yield Question(f"{operation}, last 12 months", operation, {"period": ROLLING})
        yield Question(f"{operation}, to the day", operation, {"period": DAYS})
        for by, condition in narrowed.items():
            asked = {"period": YEAR, "filter": condition}
            yield Question(f"{operation}, of a {by}", operation, asked)
        yield Question(f"{operation}, as a member", operation, {"period": YEAR}, member=True)
    both = ({"supplierTeam": each, "period": YEAR} for each in teams)
    yield Question("compare_rates", "compare_rates", dict(zip("ab", both, strict=True)))
    yield Question("reference_class", "reference_class", {"of": {"commission": commission}})
    draft = {"supplierTeam": team, "tags": ["tag 4"], "deadline": "2027-02-01"}
    yield Question("reference_class, draft", "reference_class", {"of": {"draft": draft}})
    for name in ("overdue", "stale"):
        asked = {"filter": {name: {"eq": True}}, "orderBy": OLDEST, "first": 50}
        yield Question(name, "overdue_commissions", asked)
        yield Question(f"{name}, as a member", "overdue_commissions", asked, member=True)
        asked = {**asked, "filter": {**asked["filter"], "supplierTeam": {"id": {"eq": team}}}}
        yield Question(f"{name}, of a supplier", "overdue_commissions", asked)


@dataclass
class Bench:
    """One data set and its viewers."""

    database: Database
    engine: Engine
    manager: Viewer
    member: Viewer

    async def ask(self, question: Question) -> str | None:
        """Execute an operation; the code of its first error."""
        text = (OPERATIONS / f"{question.operation}.graphql").read_text("utf-8")
        viewer = self.member if question.member else self.manager
        context = Context(self.database, viewer, now=viewer.now)
        result = await self.engine.execute(text, question.variables, None, context)
        result.body()
        return result.code

    async def time(self, question: Question, rounds: int) -> tuple[float, float, str | None]:
        """The median time and processor time in milliseconds, and what went wrong."""
        code = await self.ask(question)
        taken, worked = [], []
        for _ in range(rounds):
            began, busy = time.perf_counter(), time.process_time()
            await self.ask(question)
            taken.append((time.perf_counter() - began) * 1000)
            worked.append((time.process_time() - busy) * 1000)
        return median(taken), median(worked), code


async def measure(
    database: Database, org_id: str, given: argparse.Namespace
) -> dict[str, tuple[float, float, str | None]]:
    """Time all questions on one data set."""
    ((commission, customer, supplier, person),) = await database.look_up(
        "SELECT CAST(id AS TEXT), CAST(customer_team_id AS TEXT), CAST(supplier_team_id AS TEXT), "
        "CAST(supplier_id AS TEXT) FROM commission WHERE number = 1",
        [],
    )
    bench = Bench(
        database,
        Engine(database.dialect),
        Viewer(org_id, str(UUID(int=1)), "MANAGER", now=NOW),
        Viewer(org_id, person, "MEMBER", (supplier,), now=NOW),
    )
    asked = questions(
        [global_id("Team", UUID(each)) for each in (supplier, customer)],
        global_id("Commission", UUID(commission)),
    )
    return {
        each.name: await bench.time(each, given.rounds) for each in asked if given.only in each.name
    }


async def main(given: argparse.Namespace) -> int:
    """Run everything on the engines and sizes asked for."""
    good = True
    for engine in ("sqlite", "postgres") if given.database == "both" else (given.database,):
        first: dict[str, tuple[float, float, str | None]] = {}
        for count in given.commissions:
            began = time.perf_counter()
            database, org_id = await prepare(engine, count)
            print(f"{engine}, {count} commissions, ready in {time.perf_counter() - began:.0f} s")
            try:
                found = await measure(database, org_id, given)
            finally:
                await database.close()
                if not given.keep:
                    await dataset.discard(engine, f"lives_{count}")
            first = first or found
            for name, (taken, worked, code) in found.items():
                told = "over a second" if taken > SLOW else "" if taken > QUICK else "quick"
                ratio = taken / first[name][0]
                print(
                    f"  {name:40} {taken:8.1f} ms ({worked:8.1f} of this process)"
                    f" {ratio:6.1f} times {code or ''} {told}"
                )
            quick = sum(taken <= QUICK for taken, _, _ in found.values())
            print(f"  {quick} of {len(found)} within {QUICK} ms", flush=True)
            good = good and all(taken <= SLOW for taken, _, _ in found.values())
    return 0 if good else 1


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    sizes = [10_000, 100_000, 1_000_000]
    parser.add_argument("--commissions", type=int, nargs="+", default=sizes)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="", help="questions with this in their name")
    parser.add_argument("--database", choices=("sqlite", "postgres", "both"), default="both")
    parser.add_argument("--keep", action="store_true", help="keep the data set for the next run")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(run_loop(main(arguments())))
