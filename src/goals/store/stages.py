"""Stages: how many days commissions spent in each, and who was waited for, counted by days.

Days are whole spans of 24 hours. What is still in a stage counts as open with the days up to now;
what left it for an early end (declined, withdrawn, expired, cancelled) as ended. A delivery that
was rejected begins no review: the work goes on. Of very many commissions only one in n is looked
at: which ones says ``DICE``, that knows nothing of how long they take.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from goals.settings import Dialect
from goals.store.database import Database
from goals.store.standing import Standing, arguments, asked_as, sees


@dataclass(frozen=True, slots=True)
class Passage:
    """So many cases of a stage (or a wait for a side) with so many days; ``fate`` is DONE, OPEN
    or ENDED.
    """

    stage: str
    side: str
    fate: str
    days: int
    count: int


@dataclass(frozen=True, slots=True)
class StageQuestion:
    """Which commissions: proposed from one moment until before another, and what narrows them."""

    org_id: UUID
    commitment: str
    start: datetime
    end: datetime
    now: datetime
    customer_team_id: UUID | None = None
    supplier_team_id: UUID | None = None
    team_id: UUID | None = None
    tag: str | None = None
    standing: Standing | None = None
    every: int = 1
    """1 for all of them, 2 for one in two."""


DICE = "p.number % 32749 * 31337 % 65521"
"""Throws a number from 0 for each commission, the same always and on both engines.

The number in the key itself would not do: what is imported or planned may come in turns, always
the twelfth for the same team. Two primes and a multiplier that fit into 32 bits.
"""
SAMPLE = 16
"""One in so many commissions is in the index ``commission_sample``, with all that is asked here."""
_SAMPLE: dict[Dialect, str] = {
    "sqlite": "commission p INDEXED BY commission_sample",
    "postgres": "commission p",
}


async def proposed(database: Database, question: StageQuestion) -> int:
    """Estimate from the sample how many commissions are asked about."""
    text = _Text(database.dialect, replace(question, every=SAMPLE))
    ((count,),) = await database.look_up(f"SELECT count(*) {text.chosen()}", text.args)
    return int(count) * SAMPLE


BASE = ("id", "state", "proposed_at", "agreed_at", "delivered_at", "evaluating_at", "closed_at")
"""What is read of a commission looked at; all of it is in the index of those proposed."""
STAGES = (
    ("CLARIFYING", "proposed_at", "agreed_at", "CLARIFYING"),
    ("WORK", "agreed_at", "delivered_at", "AGREED"),
    ("REVIEW", "delivered_at", "evaluating_at", "DELIVERED"),
    ("ASSESSMENT", "evaluating_at", "closed_at", "EVALUATING"),
)
"""Stage, when it begins, when it is done, and the state that it lies in."""


async def passages(database: Database, question: StageQuestion) -> list[Passage]:
    """Count the days of all stages and waits of the commissions asked about, chosen once.

    A question is waited on by the other side than asked it, a playback by the customer.
    """
    text = _Text(database.dialect, question)
    chosen, now = text.chosen(), text.now()
    parts = [*_stages(text, now), *_waits(text, now)]
    sql = (
        f"WITH base AS MATERIALIZED (SELECT {', '.join(f'p.{name}' for name in BASE)} {chosen}) "
        f"SELECT stage, side, fate, days, count(*) FROM ({' UNION ALL '.join(parts)}) found "
        "GROUP BY stage, side, fate, days"
    )
    return [Passage(*row) for row in await database.look_up(sql, text.args)]


class _Text:
    """A statement in the making."""

    def __init__(self, dialect: Dialect, question: StageQuestion) -> None:
        self.dialect, self.question = dialect, question
        self.args: list[object] = []
        self.organisation = self.mark(question.org_id)
        self.from_sample = question.every % SAMPLE == 0

    def mark(self, value: object) -> str:
        self.args.append(value)
        return f"${len(self.args)}"

    def now(self) -> str:
        """The moment asked at, in a place of its own where a statement asks for it."""
        place = self.mark(self.question.now)
        return place if self.dialect == "sqlite" else f"{place}::timestamptz"

    def days(self, start: str, end: str) -> str:
        seconds = (
            "unixepoch({})" if self.dialect == "sqlite" else "floor(extract(epoch FROM {}))::bigint"
        )
        return f"(({seconds.format(end)} - {seconds.format(start)}) / 86400)"

    def chosen(self) -> str:
        """The commissions ``p`` asked about; one index alone is read.

        Of ``< 1`` PostgreSQL expects one in three, of ``= 0`` one in two hundred.
        """
        question = self.question
        terms = [
            f"p.org_id = {self.organisation}",
            f"p.proposed_at >= {self.mark(question.start)}",
            f"p.proposed_at < {self.mark(question.end)}",
            f"p.commitment = {self.mark(question.commitment)}",
            f"p.self_commission = {self.mark(False)}",
        ]
        if self.from_sample:
            terms.append(f"{DICE} % {SAMPLE} = 0")
        if question.every not in {1, SAMPLE}:
            terms.append(f"{DICE} % {question.every} < 1")
        for column in ("customer_team_id", "supplier_team_id"):
            team = getattr(question, column)
            if team is not None:
                terms.append(f"p.{column} = {self.mark(team)}")
        if question.team_id is not None:
            terms.append(
                f"{self.mark(question.team_id)} IN (p.customer_team_id, p.supplier_team_id)"
            )
        if question.tag is not None:
            terms.append(
                "p.id IN (SELECT g.commission_id FROM commission_tag g "
                f"WHERE g.org_id = {self.organisation} AND g.tag = {self.mark(question.tag)})"
            )
        standing = question.standing
        if standing is not None and not standing.sees_all:
            column_of: Callable[[str], str] = "p.{}".format
            seen = sees(asked_as(column_of, self.dialect, len(self.args) + 1, self.organisation))
            self.args += arguments(standing)
            terms.append(f"({seen})")
        table = _SAMPLE[self.dialect] if self.from_sample else "commission p"
        return f"FROM {table} WHERE {' AND '.join(terms)}"


def _stages(text: _Text, now: str) -> Iterator[str]:
    for stage, begun, done, state in STAGES:
        over = "state = 'CLOSED'" if stage == "ASSESSMENT" else f"{done} IS NOT NULL"
        fate = f"CASE WHEN state = '{state}' THEN 'OPEN' WHEN {over} THEN 'DONE' ELSE 'ENDED' END"
        left = f"coalesce({done}, evaluating_at, closed_at, {now})"
        end = f"CASE WHEN state = '{state}' THEN {now} ELSE {left} END"
        rejected = " AND state <> 'AGREED'" if stage == "REVIEW" else ""
        yield (
            f"SELECT '{stage}' AS stage, '' AS side, {fate} AS fate, "
            f"{text.days(begun, end)} AS days FROM base WHERE {begun} IS NOT NULL{rejected} "
            f"AND {end} >= {begun}"
        )


def _waits(text: _Text, now: str) -> Iterator[str]:
    """Joined crosswise, so that SQLite begins with the commissions."""
    side = "CASE x.asked_side WHEN 'CUSTOMER' THEN 'SUPPLIER' ELSE 'CUSTOMER' END"
    for stage, table, waiting, begun, done, ended in (
        ("QUESTION", "question", side, "x.asked_at", "x.answered_at", "x.status = 'WITHDRAWN'"),
        ("PLAYBACK", "playback", "'CUSTOMER'", "x.created_at", "x.resolved_at", "1 = 0"),
    ):
        over = f"({ended} OR c.state <> 'CLARIFYING')"
        fate = f"CASE WHEN {done} IS NOT NULL THEN 'DONE' WHEN {over} THEN 'ENDED' ELSE 'OPEN' END"
        end = (
            f"coalesce({done}, CASE WHEN {over} THEN coalesce(c.agreed_at, c.closed_at) END, {now})"
        )
        yield (
            f"SELECT '{stage}' AS stage, {waiting} AS side, {fate} AS fate, "
            f"{text.days(begun, end)} AS days FROM base c CROSS JOIN {table} x "
            f"WHERE x.org_id = {text.organisation} AND x.commission_id = c.id AND {end} >= {begun}"
        )
