"""Benchmark of reads: the compiler against the ordinary way and against SQL written by hand.

Run it as ``python tests/bench/reads.py``. One data set, one run, all contenders in turn, round by
round; a ratio is the median of the rounds, so that a busy machine harms all alike. The answers of
the three must be equal, and a compiled read one statement; the exit code is 1 where a share that
is wanted is not reached.
"""

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from statistics import median
from typing import Any

import dataset
import ordinary
from asked import Question, questions
from limit import STATEMENTS, Writer

from goals.api.context import Context
from goals.api.execute import Engine
from goals.domain.identity import global_id
from goals.reads.viewer import Viewer
from goals.store.database import Database
from goals.store.rows import read_uuid
from goals.web.server import run_loop

Ask = Callable[[int], Awaitable[bytes]]
COMPILED, LIMIT, ORDINARY, MEMBER = "compiled", "limit", "ordinary", "compiled, member"


class Counted:
    """Counts the statements a database is asked for; a read has no business with the rest."""

    def __init__(self, inner: Database) -> None:
        self.inner, self.count, self.dialect = inner, 0, inner.dialect

    async def read_value(self, sql: str, args: Any, **options: Any) -> object:
        self.count += 1
        return await self.inner.read_value(sql, args, **options)

    async def read_rows(self, sql: str, args: Any) -> list[tuple[Any, ...]]:
        self.count += 1
        return await self.inner.read_rows(sql, args)


@dataclass
class Bench:
    """One engine with its viewers."""

    database: Database
    engine: Engine
    manager: Viewer
    member: Viewer
    ids: list[str]
    member_ids: list[str]

    def contenders(self, question: Question) -> dict[str, Ask]:
        """The ways to answer; each takes the number of the request."""
        return {
            COMPILED: self._compiled(question, self.manager),
            LIMIT: self._limit(question),
            ORDINARY: self._ordinary(question),
            MEMBER: self._compiled(self._of_member(question), self.member),
        }

    def _of_member(self, question: Question) -> Question:
        """The same about commissions a member can see."""
        if question.name != "by id":
            return question
        return replace(question, variables=tuple({"id": each} for each in self.member_ids))

    def _compiled(self, question: Question, viewer: Viewer) -> Ask:
        async def ask(number: int) -> bytes:
            variables = question.variables[number % len(question.variables)]
            context = Context(self.database, viewer, now=viewer.now)
            result = await self.engine.execute(question.text, variables, None, context)
            return result.body()

        return ask

    def _limit(self, question: Question) -> Ask:
        sql = STATEMENTS[question.name](Writer(self.database.dialect))
        given = [self._arguments(question, variables) for variables in question.variables]

        async def ask(number: int) -> bytes:
            text = await self.database.read_value(sql, given[number % len(given)], quick=True)
            return f'{{"data":{text}}}'.encode()

        return ask

    def _arguments(self, question: Question, variables: dict[str, Any]) -> list[Any]:
        org = self.manager.org_id
        if question.name == "by id":
            return [org, ordinary.uuid_in(variables["id"])]
        if question.name == "page":
            return [org]
        since: Any = variables["from"]
        if self.database.dialect == "postgres":
            since = date.fromisoformat(since)
        return [org, *variables["states"], since]

    def _ordinary(self, question: Question) -> Ask:
        async def ask(number: int) -> bytes:
            variables = question.variables[number % len(question.variables)]
            data = await ordinary.answer(
                self.database, self.manager.org_id, question.text, variables
            )
            text = json.dumps({"data": data}, ensure_ascii=False, separators=(",", ":"))
            return text.encode()

        return ask


@dataclass
class Measured:
    """Throughput (requests/s) by round, and every latency (s)."""

    rates: list[float] = field(default_factory=list)
    latencies: list[float] = field(default_factory=list)

    def quantile(self, share: float) -> float:
        """A quantile of the latencies in milliseconds."""
        ordered = sorted(self.latencies)
        return 1000 * ordered[min(int(share * len(ordered)), len(ordered) - 1)]


async def open_bench(engine: str, count: int) -> Bench:
    """Open the data set and choose who asks, and for what."""
    database = await dataset.prepare(engine, count)
    now = dataset.NOW
    org = str(read_uuid((await database.read_rows("SELECT id FROM organisation", []))[0][0]))
    people = await database.read_rows(
        "SELECT p.id, p.role, m.team_id FROM person p LEFT JOIN membership m "
        "ON m.org_id = p.org_id AND m.person_id = p.id ORDER BY p.id",
        [],
    )

    def viewer(role: str) -> Viewer:
        key, _, team = next(row for row in people if row[1] == role)
        return Viewer(org, str(key), role, () if team is None else (str(team),), "de", now)

    manager, member = viewer("MANAGER"), viewer("MEMBER")
    ids = await _closed(database, "")
    seen = await _closed(database, f"AND customer_team_id = '{member.team_ids[0]}'")
    return Bench(database, Engine(database.dialect), manager, member, ids, seen)


async def _closed(database: Database, condition: str) -> list[str]:
    """Global ids of some closed commissions."""
    sql = f"SELECT id FROM commission WHERE state = 'CLOSED' {condition} ORDER BY number DESC"
    found = await database.read_rows(f"{sql} LIMIT 400", [])
    return [global_id("Commission", read_uuid(row[0])) for row in found[::2]]


async def check(bench: Bench, question: Question) -> None:
    """Make sure that all three say the same, and that the compiled read is one statement."""
    counted: Any = Counted(bench.database)
    watched = replace(bench, database=counted)
    contenders = watched.contenders(question)
    for number in range(min(len(question.variables), 50)):
        counted.count = 0
        mine = json.loads(await contenders[COMPILED](number))
        if counted.count != 1:
            raise SystemExit(f"{question.name}: {counted.count} statements")
        for name in (LIMIT, ORDINARY):
            theirs = json.loads(await contenders[name](number))
            if mine != theirs:
                raise SystemExit(f"{question.name}: {name} differs\n{mine}\n{theirs}")


async def run_for(ask: Ask, seconds: float, clients: int, measured: Measured) -> None:
    """Ask with some clients at once, each after its last answer, for some seconds."""
    begin = time.perf_counter()
    end, done = begin + seconds, 0

    async def client(number: int) -> None:
        nonlocal done
        while (started := time.perf_counter()) < end:
            await ask(number)
            measured.latencies.append(time.perf_counter() - started)
            number += clients
            done += 1

    await asyncio.gather(*[client(number) for number in range(clients)])
    measured.rates.append(done / (time.perf_counter() - begin))


async def compare(bench: Bench, question: Question, given: argparse.Namespace) -> bool:
    """Measure all contenders in turn and print what came out; whether the shares are reached."""
    await check(bench, question)
    contenders = bench.contenders(question)
    measured = {name: Measured() for name in contenders}
    for ask in contenders.values():
        await run_for(ask, 0.3, given.clients, Measured())
    for number in range(given.rounds):
        names = list(contenders)
        for name in names[number % 4 :] + names[: number % 4]:
            await run_for(
                contenders[name], given.seconds / given.rounds, given.clients, measured[name]
            )
    for name, found in measured.items():
        print(
            f"  {name:17} {median(found.rates):9.0f} requests/s"
            f"   p50 {found.quantile(0.5):7.2f} ms   p99 {found.quantile(0.99):7.2f} ms"
        )
    of_limit = _ratio(measured[COMPILED], measured[LIMIT])
    of_ordinary = _ratio(measured[COMPILED], measured[ORDINARY])
    wanted = f"{question.of_limit:.0%}"
    if question.of_ordinary:
        wanted += f", {question.of_ordinary:g} x"
    good = of_limit >= question.of_limit and of_ordinary >= (question.of_ordinary or 0)
    print(
        f"  {of_limit:.0%} of the limit, {of_ordinary:.1f} x ordinary"
        f" (wanted: {wanted}): {'reached' if good else 'MISSED'}"
    )
    return good


def _ratio(mine: Measured, theirs: Measured) -> float:
    return median(a / b for a, b in zip(mine.rates, theirs.rates, strict=True))


async def main(given: argparse.Namespace) -> int:
    """Run all questions on the engines asked for."""
    good = True
    since = (dataset.NOW - timedelta(days=30)).date().isoformat()
    for engine in ("sqlite", "postgres") if given.database == "both" else (given.database,):
        bench = await open_bench(engine, given.commissions)
        print(f"{engine}: {given.commissions} commissions, {given.clients} clients at once")
        try:
            for question in questions(bench.ids, since):
                print(f" {question.name}: {len(await bench.contenders(question)[LIMIT](0))} bytes")
                good = await compare(bench, question, given) and good
        finally:
            await bench.database.close()
        if not given.keep:
            await dataset.discard(engine, given.commissions)
    return 0 if good else 1


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--commissions", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=10, help="per contender and question")
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--database", choices=("sqlite", "postgres", "both"), default="both")
    parser.add_argument("--keep", action="store_true", help="keep the data set for the next run")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(run_loop(main(arguments())))
