"""Benchmark of rates: cells against a plain GROUP BY and a materialised view; and what acts pay.

Run it as ``python tests/bench/rates.py --commissions 10000 100000``. All contenders answer the same
question in turn, round by round, on the same data; the counts must be equal. Then whole lives of
commissions are acted and counted, in turn. The exit code is 1 where a figure
that is wanted is not reached.
"""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Any
from uuid import UUID

import asyncpg
import plain_rates
from dataset import discard
from many_rates import NOW, prepare
from writes import write_cost

from goals.domain.periods import Period
from goals.reads.viewer import Viewer
from goals.services.rates import RateQuestion, achievement_rate
from goals.settings import Dialect
from goals.store.catching_up import up_to_date
from goals.store.database import Database, Reading
from goals.store.slices import CUSTOMER, GRADE, SUPPLIER, TAG
from goals.store.snapshots import Snapshot, snapshot
from goals.web.server import run_loop

PERIOD = Period(date(2025, 1, 1), date(2025, 12, 31))
QUARTERS = Period(date(2025, 4, 1), date(2026, 3, 31))
MONTHS = Period(date(2025, 2, 1), date(2026, 1, 31))
DAYS = Period(date(2025, 1, 10), date(2025, 12, 20))
OVERDUE = NOW.date() - timedelta(days=7)
FASTER, SLOWER, LONGEST = 50, 1.5, 1000
QUESTIONS: dict[str, tuple[dict[str, Any], plain_rates.GroupBy]] = {
    "by supplier team": ({"by": (SUPPLIER,)}, "supplier_team"),
    "by month": ({"span": 1}, "month"),
    "by tag": ({"by": (TAG,)}, "tag"),
}
ALSO: dict[str, dict[str, Any]] = {
    "by pair": {"by": (CUSTOMER, SUPPLIER)},
    "by pair, of four quarters": {"by": (CUSTOMER, SUPPLIER), "period": QUARTERS},
    "by pair, of twelve months": {"by": (CUSTOMER, SUPPLIER), "period": MONTHS},
    "by quarter": {"span": 3},
    "by grade": {"by": (GRADE,)},
    "of one team by month": {"span": 1, "team": True},
    "of one team by grade": {"by": (GRADE,), "team": True},
    "of one grade by pair": {"by": (CUSTOMER, SUPPLIER), "grade": ""},
    "of one team and tag (ad hoc)": {"team": True, "tag": "tag 3"},
    "of one tag by supplier team (ad hoc)": {"by": (SUPPLIER,), "tag": "tag 3"},
    "to the day, by month": {"span": 1, "period": DAYS},
    "to the day, by supplier team": {"by": (SUPPLIER,), "period": DAYS},
    "as a member: by supplier team": {"by": (SUPPLIER,), "member": True},
    "as a member: by month": {"span": 1, "member": True},
    "as a member: by pair": {"by": (CUSTOMER, SUPPLIER), "member": True},
    "as a member: by grade": {"by": (GRADE,), "member": True},
    "as a member: by tag": {"by": (TAG,), "member": True},
    "as a member: to the day, by month": {"span": 1, "period": DAYS, "member": True},
}
_VIEW = (
    "SELECT c.org_id, c.supplier_team_id, {month} AS month, c.commitment, count(*) AS due, "
    "sum(CASE WHEN c.outcome IN ('ACHIEVED', 'EXCEEDED') THEN 1 ELSE 0 END) AS achieved "
    "FROM commission c WHERE c.self_commission = {false} GROUP BY 1, 2, 3, 4"
)


async def timed(work: Callable[[], Awaitable[Any]], rounds: int) -> float:
    """The median time of one answer in milliseconds."""
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        await work()
        taken.append((time.perf_counter() - began) * 1000)
    return median(taken)


def manager(org_id: str) -> Viewer:
    return Viewer(org_id, str(UUID(int=1)), "MANAGER", now=NOW)


@dataclass(frozen=True)
class Patient(Reading):
    """Reads without a time limit: what is compared with may take longer than an answer ever may."""

    dialect: Dialect
    seen: Snapshot

    async def look_up(
        self, sql: str, args: Sequence[object] = (), *, quick: bool = False
    ) -> list[tuple[Any, ...]]:
        return await self.seen.rows(sql, args)


async def plain(database: Patient, org_id: str, by: plain_rates.GroupBy) -> dict[str, int]:
    """Answer as it was before there were cells: two statements; due per group."""
    cohort = plain_rates.Cohort(UUID(org_id), PERIOD.first, PERIOD.last, "COMMITTED", OVERDUE)
    await plain_rates.count(database, cohort, None)
    return {each.key: _due(each) for each in await plain_rates.count(database, cohort, by)}


def _due(count: plain_rates.Count) -> int:
    settled = count.achieved + count.not_achieved + count.not_assessable
    return settled + count.pending + count.overdue + count.cancelled


async def make_view(database: Database) -> float:
    """Make the view (a table on SQLite, which has none); the seconds it took."""
    began = time.perf_counter()
    if database.dialect == "postgres":
        server = await asyncpg.connect(database.url.text)
        month = "to_char(c.first_agreed_deadline, 'YYYY-MM')"
        text = _VIEW.format(month=month, false="false")
        await server.execute(f"CREATE MATERIALIZED VIEW bench_view AS {text}")
        await server.execute("CREATE INDEX ON bench_view (org_id, month); ANALYZE bench_view")
        await server.close()
    else:
        text = _VIEW.format(month="substr(c.first_agreed_deadline, 1, 7)", false="0")
        async with database.transaction() as tx:
            await tx.execute(f"CREATE TABLE bench_view AS {text}")
            await tx.execute("CREATE INDEX bench_view_month ON bench_view (org_id, month)")
    return time.perf_counter() - began


async def view(database: Database, org_id: str, key: str) -> dict[str, int]:
    """Answer from the view, as old as it is."""
    found = await database.look_up(
        f"SELECT CAST({key} AS TEXT), sum(due), sum(achieved) FROM bench_view "
        "WHERE org_id = $1 AND month BETWEEN '2025-01' AND '2025-12' AND commitment = 'COMMITTED' "
        "GROUP BY 1",
        [UUID(org_id)],
    )
    return {key: int(due) for key, due, _ in found}


async def compare(database: Database, org_id: str, given: argparse.Namespace) -> dict[str, float]:
    """Time the questions every contender answers; return the cells' times."""
    print(f"  view made in {await make_view(database):.1f} s")
    async with snapshot(database) as seen:
        return await _compare(database, Patient(database.dialect, seen), org_id, given)


async def _compare(
    database: Database, patient: Patient, org_id: str, given: argparse.Namespace
) -> dict[str, float]:
    mine: dict[str, float] = {}
    for name, (asked, by) in QUESTIONS.items():
        question = RateQuestion(PERIOD, **asked)

        async def cells(question: RateQuestion = question) -> dict[str, int]:
            counted = await up_to_date(database, UUID(org_id))
            answer = await achievement_rate(counted, manager(org_id), question)
            return {group.key[0]: group.estimate.due for group in answer.groups}

        expected = await plain(patient, org_id, by)
        assert await cells() == expected, name
        times: dict[str, list[float]] = defaultdict(list)
        for _ in range(given.rounds):
            times["cells"].append(await timed(cells, 5))
            times["plain"].append(await timed(lambda by=by: plain(patient, org_id, by), 1))
            if by != "tag":
                key = "supplier_team_id" if by == "supplier_team" else "month"
                times["view"].append(await timed(lambda key=key: view(database, org_id, key), 5))
        told = {who: median(each) for who, each in times.items()}
        mine[name] = told["cells"]
        print(
            f"  {name}: "
            + ", ".join(f"{who} {each:.1f} ms" for who, each in told.items())
            + f"; {told['plain'] / told['cells']:.0f} times faster than plain"
        )
        mine[f"{name}, times faster"] = told["plain"] / told["cells"]
    return mine


async def others(database: Database, org_id: str, given: argparse.Namespace) -> float:
    """Time questions that only cells and facts answer; the longest."""
    longest = 0.0
    ((team, person),) = await database.look_up(
        "SELECT CAST(supplier_team_id AS TEXT), CAST(supplier_id AS TEXT) FROM commission "
        "WHERE number = 1"
    )
    for name, asked in ALSO.items():
        asked = dict(asked)
        viewer, period = manager(org_id), asked.pop("period", PERIOD)
        if asked.pop("member", False):
            viewer = Viewer(org_id, person, "MEMBER", (team,), now=NOW)
        if asked.pop("team", False):
            asked["supplier_team_id"] = UUID(team)
        question = RateQuestion(period, **asked)
        counted = await up_to_date(database, UUID(org_id))
        taken = await timed(
            lambda q=question, v=viewer, d=counted: achievement_rate(d, v, q), given.rounds
        )
        print(f"  {name}: {taken:.1f} ms", flush=True)
        longest = max(longest, taken)
    return longest


async def main(given: argparse.Namespace) -> int:
    """Run everything on the engines and sizes asked for."""
    good = True
    for engine in ("sqlite", "postgres") if given.database == "both" else (given.database,):
        first: dict[str, float] = {}
        for count in given.commissions:
            print(f"{engine}, {count} commissions")
            database, org_id = await prepare(engine, count)
            try:
                mine = await compare(database, org_id, given)
                good = await others(database, org_id, given) < LONGEST and good
                if given.lives:
                    good = await write_cost(database, given.lives) and good
            finally:
                await database.close()
                if not given.keep:
                    await discard(engine, count)
            first = first or mine
            for name in ("by supplier team", "by month"):
                ratio = mine[name] / first[name]
                print(f"  {name}: {ratio:.2f} times the time of {given.commissions[0]}")
                if count >= 1_000_000:
                    good = good and ratio < SLOWER and mine[f"{name}, times faster"] >= FASTER
    return 0 if good else 1


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    sizes = [10_000, 100_000, 1_000_000]
    parser.add_argument("--commissions", type=int, nargs="+", default=sizes)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--lives", type=int, default=40, help="lives acted; 0 for none")
    parser.add_argument("--database", choices=("sqlite", "postgres", "both"), default="both")
    parser.add_argument("--keep", action="store_true", help="keep the data set afterwards")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(run_loop(main(arguments())))
