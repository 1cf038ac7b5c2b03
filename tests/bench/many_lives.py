"""Data set of the benchmark of analyses: very many commissions and what is said of them, by SQL.

The one rule: what answers are counted from is true (teams, people, moments, states, outcomes), a
third of the commissions has all the detail (``full``), and what is said in words is left out.
Links are right by making and not checked; facts and cells are made by the program's rebuilding.
The table ``life`` holds, for the time of filling only, what all others are made of.
"""

from datetime import date
from pathlib import Path

import dataset
import many_rates
from many_rates import BEGIN, NOW, PEOPLE, TEAMS, day_of

from goals.domain.enums import Language
from goals.services import organisations
from goals.settings import Dialect
from goals.store import migrate, rebuilding
from goals.store.database import Database

TODAY = NOW.date()
ASPECTS = ("overall", "reliability", "responsiveness", "clarity", "cooperation")


class Writer:
    """Writes what the engines spell differently."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.true, self.false = ("1", "0") if dialect == "sqlite" else ("true", "false")
        self.today = self.day(TODAY)

    def id(self, kind: int, number: str) -> str:
        """An identifier made of a number."""
        return many_rates._id(kind, number, self.dialect)

    def numbers(self, count: int) -> str:
        """The numbers from 1 up, as ``i``."""
        return many_rates._numbers(count, self.dialect)

    def day(self, day: date) -> str:
        """A day."""
        return f"'{day}'" if self.dialect == "sqlite" else f"date '{day}'"

    def later(self, day: str, days: str) -> str:
        """A day so many days later, or earlier."""
        if self.dialect == "sqlite":
            return f"date({day}, ({days}) || ' days')"
        return f"({day} + ({days})::int)"

    def moment(self, day: str, hour: int = 8) -> str:
        """The moment of an hour of a day."""
        if self.dialect == "sqlite":
            return f"({day} || 'T{hour:02}:00:00.000000Z')"
        return f"(({day} + time '{hour:02}:00') AT TIME ZONE 'UTC')"


def _life(write: Writer, count: int) -> list[str]:
    """One row for each commission: who, when, and how it ended."""
    customer, supplier = "(i * 7919 % 40)", "(i * 104729 / 40 % 40)"
    due = write.later(write.day(BEGIN), day_of("i", count))
    numbered = (
        f"SELECT i, {customer} AS customer, {supplier} AS supplier, {due} AS due, "
        "i * 16807 % 1009 % 100 AS dice, i * 39373 % 997 % 100 AS more "
        f"FROM {write.numbers(count)}"
    )
    closed = write.later("due", "i % 31 - 20 + i % 9 + i % 13")
    dated = (
        f"SELECT l.*, {write.later('due', '-(61 + i % 40)')} AS proposed, "
        f"{write.later('due', '-(61 + i % 40) + i % 17')} AS agreed, "
        f"{write.later('due', 'i % 31 - 20')} AS delivered, "
        f"{write.later('due', 'i % 31 - 20 + i % 9')} AS evaluating, {closed} AS closed, "
        f"CASE WHEN dice = 0 THEN 'DECLINED' WHEN {write.later('due', '-45')} >= {write.today} "
        f"THEN 'CLARIFYING' WHEN due >= {write.today} THEN "
        "CASE WHEN dice < 85 THEN 'AGREED' WHEN dice < 90 THEN 'CANCELLED' ELSE 'CLARIFYING' END "
        "WHEN dice > 98 THEN 'AGREED' WHEN dice > 92 THEN 'CANCELLED' "
        f"WHEN {closed} < {write.today} THEN 'CLOSED' ELSE 'EVALUATING' END AS state "
        f"FROM ({numbered}) l"
    )
    told = (
        "SELECT d.*, CASE WHEN state NOT IN ('CLOSED') THEN NULL WHEN more < 60 THEN 'ACHIEVED' "
        "WHEN more < 68 THEN 'EXCEEDED' WHEN more < 88 THEN 'PARTLY_ACHIEVED' WHEN more < 96 "
        "THEN 'MISSED' ELSE 'NOT_ASSESSABLE' END AS outcome, i % 3 = 0 AS is_full, "
        f"{write.id(3, 'i')} AS id, {write.id(4, 'i')} AS revision, "
        f"{write.id(2, f'customer * {PEOPLE} + i / 7 % {PEOPLE}')} AS asking, "
        f"{write.id(2, f'supplier * {PEOPLE} + i / 11 % {PEOPLE}')} AS doing FROM ({dated}) d"
    )
    return [f"CREATE TEMP TABLE life AS {told}", "CREATE UNIQUE INDEX life_i ON life (i)"]


def _insert(table: str, values: dict[str, str], source: str) -> str:
    """Fill columns of a table by expressions over what is in ``source``."""
    return (
        f"INSERT INTO {table} ({', '.join(values)}) SELECT {', '.join(values.values())} "
        f"FROM {source}"
    )


def _commissions(write: Writer, org: str) -> list[str]:
    """The commissions, and what each of them has whatever was said."""

    def when(states: str, day: str) -> str:
        return f"CASE WHEN state IN ({states}) THEN {write.moment(day)} END"

    agreed = "state NOT IN ('CLARIFYING', 'DECLINED')"
    delivered = "'EVALUATING', 'CLOSED'"
    on_time = "CASE WHEN i % 31 < 20 THEN 'EARLY' WHEN i % 31 = 20 THEN 'ON_TIME' ELSE 'LATE' END"
    proposed = write.moment("proposed")
    lately = write.moment(write.later(write.today, "-(i % 29)"))
    checked = (
        f"CASE WHEN state = 'AGREED' THEN {lately} "
        f"WHEN {agreed} THEN {write.moment(write.later('agreed', 'i % 29'))} END"
    )
    revision = {
        "org_id": org,
        "id": "revision",
        "commission_id": "id",
        "number": "1",
        "content_hash": "'x'",
        "author_id": "asking",
        "author_side": "'CUSTOMER'",
        "created_at": proposed,
        "deadline": "due",
        "deadline_time_zone": "'Europe/Berlin'",
        "check_in_cadence_days": "14",
    }
    commission = {
        "org_id": org,
        "id": "id",
        "number": "i",
        "key": "'C-' || i",
        "title": "'Thing'",
        "customer_team_id": write.id(1, "customer"),
        "customer_id": "asking",
        "supplier_team_id": write.id(1, "supplier"),
        "supplier_id": "doing",
        "commitment": "CASE WHEN i % 20 < 17 THEN 'COMMITTED' WHEN i % 20 < 19 THEN 'STRETCH' "
        "ELSE 'LEARNING' END",
        "state": "state",
        "initiator": "'CUSTOMER'",
        "self_commission": write.false,
        "version": "1",
        "current_revision_id": "revision",
        "deadline": "due",
        "first_agreed_deadline": f"CASE WHEN {agreed} THEN due END",
        "created_by_id": "asking",
        "created_at": proposed,
        "updated_at": proposed,
        "proposed_at": proposed,
        "lapsed": "i % 50 = 1",
        "outcome": "outcome",
        "agreed_at": f"CASE WHEN {agreed} THEN {write.moment('agreed')} END",
        "delivered_at": when(delivered, "delivered"),
        "evaluating_at": when(delivered, "evaluating"),
        "closed_at": f"CASE state WHEN 'CLOSED' THEN {write.moment('closed')} "
        f"WHEN 'CANCELLED' THEN {write.moment('agreed', 9)} END",
        "last_check_in_at": checked,
        "last_health": "'ON_TRACK'",
    }
    evaluation = {
        "org_id": org,
        "id": write.id(5, "i"),
        "commission_id": "id",
        "outcome": "outcome",
        "timeliness_first_agreed": on_time,
        "timeliness_current": on_time,
        "disagreements": "'[]'",
        "evaluated_at": write.moment("closed"),
    }
    check_in = {
        "org_id": org,
        "id": write.id(6, "i"),
        "commission_id": "id",
        "health": "'ON_TRACK'",
        "confidence": "i % 21 * 5",
        "author_id": "doing",
        "created_at": checked,
    }
    tag = {"org_id": org, "commission_id": "id", "tag": "'tag ' || (i % 30)"}
    return [
        _insert("revision", revision, "life"),
        _insert("commission", commission, "life"),
        _insert("commission_tag", tag, "life"),
        _insert("evaluation", evaluation, "life WHERE outcome IS NOT NULL"),
        _insert("check_in", check_in, f"life WHERE {agreed} AND (is_full OR state = 'AGREED')"),
    ]


def _said(write: Writer, org: str) -> list[str]:
    """What was said about those with all the detail."""
    full, agreed = "life WHERE is_full", "state NOT IN ('CLARIFYING', 'DECLINED')"
    over = f"{full} AND state = 'CLOSED'"
    closed = write.moment("closed")
    twice = f"life JOIN {write.numbers(2).removesuffix(' g')} n ON"

    def said(kind: int, number: str = "i", by: str = "doing") -> dict[str, str]:
        return {"org_id": org, "id": write.id(kind, number), "commission_id": "life.id"} | (
            {"person_id": by} if by else {}
        )

    report = {
        **said(7, by=""),
        "revision_id": "revision",
        "rules_version": "'1'",
        "language": "'en'",
        "grade": "CASE i % 4 WHEN 0 THEN 'NOT_SMART' WHEN 1 THEN 'ALMOST' ELSE 'SMART' END",
        "score": "80",
        "coverage": "100",
        "specific": "'PASS'",
        "accepted": "'PASS'",
        "measurable": "CASE i % 5 WHEN 0 THEN 'WARN' ELSE 'PASS' END",
        "time_bound": "CASE i % 7 WHEN 0 THEN 'FAIL' ELSE 'PASS' END",
        "realistic": "'UNKNOWN'",
        "findings": "'[]'",
        "evidence": "'[]'",
        "checked_at": write.moment("proposed"),
    }
    question = {
        **said(8, by=""),
        "revision_id": "revision",
        "field": "'goal'",
        "text": "'?'",
        "asked_side": "CASE i % 4 WHEN 0 THEN 'CUSTOMER' ELSE 'SUPPLIER' END",
        "status": "'ANSWERED'",
        "asked_by_id": "doing",
        "answer": "'!'",
        "asked_at": write.moment("proposed", 9),
        "answered_by_id": "asking",
        "answered_at": write.moment(write.later("proposed", "1 + i % 11")),
    }
    playback = {
        **said(9, by=""),
        "revision_id": "revision",
        "text": "'-'",
        "status": "'CONFIRMED'",
        "author_id": "doing",
        "created_at": write.moment("proposed", 10),
        "resolved_by_id": "asking",
        "resolved_at": write.moment(write.later("proposed", "1 + i % 13")),
    }
    blocker = {
        **said(10, by=""),
        "kind": "'DECISION'",
        "text": "'-'",
        "opened_by_id": "doing",
        "opened_at": write.moment("agreed"),
    }
    benefit = {
        **said(11, "life.i * 2 + n.i", "asking"),
        "verdict": "CASE (life.i / 3 + n.i) % 4 WHEN 0 THEN 'NOT' WHEN 1 THEN 'PARTLY' "
        "WHEN 2 THEN 'REALISED' ELSE 'TOO_EARLY' END",
        "as_of": "closed",
        "created_at": closed,
    }
    action = {
        **said(12, by=""),
        "kind": "'CHANGE'",
        "text": "'-'",
        "owner_id": "doing",
        "due": "due",
        "created_by_id": "asking",
        "created_at": closed,
        "done_at": f"CASE WHEN i % 4 < 3 THEN {write.moment(write.later('closed', '20'))} END",
    }
    made = [
        _insert("smart_report", report, f"{full} AND {agreed}"),
        _insert("question", question, full),
        _insert("playback", playback, full),
        _insert("blocker", blocker, f"{full} AND {agreed} AND i % 5 = 0"),
        _insert(
            "benefit_review",
            benefit,
            f"{twice} n.i <= life.i % 2 + 1 WHERE is_full AND state = 'CLOSED'",
        ),
        _insert("action", action, f"{over} AND i % 2 = 0"),
    ]
    factor = (
        "(SELECT id, row_number() OVER (ORDER BY key) - 1 AS nth, count(*) OVER () AS most "
        "FROM factor) x ON x.nth = (life.i / 3 + 7 * n.i + 5 * {}) % x.most"
    )
    for at, (side, person) in enumerate((("CUSTOMER", "asking"), ("SUPPLIER", "doing"))):
        signature = {
            **said(13 + at, by=person),
            "revision_id": "revision",
            "revision_hash": "'x'",
            "side": f"'{side}'",
            "decision": "'ACCEPT'",
            "confidence": f"(i + {at}) % 21 * 5",
            "event_seq": "1",
            "signed_at": write.moment("agreed"),
        }
        grades = {
            f"{aspect}_{word}": f"(i + {2 * nth + later}) % 6 + 1"
            for nth, aspect in enumerate(ASPECTS)
            for later, word in enumerate(("expected", "perceived"))
        }
        assessment = {
            **said(15 + at, by=person),
            "side": f"'{side}'",
            **grades,
            "submitted_at": closed,
            "unsealed_at": closed,
        }
        observation = {
            **said(17 + at, "life.i * 2 + n.i", person),
            "factor_id": "x.id",
            "side": f"'{side}'",
            "strength": "2",
            "polarity": f"CASE (life.i + n.i + {at}) % 3 WHEN 0 THEN 'HELPED' "
            "WHEN 1 THEN 'HINDERED' ELSE 'MISSING' END",
            "locus": "CASE life.i % 5 WHEN 0 THEN 'OWN' WHEN 1 THEN 'SHARED' ELSE 'OTHER' END",
            "observed_at": closed,
            "unsealed_at": closed,
        }
        made += [
            _insert("signature", signature, f"{full} AND {agreed}"),
            _insert("assessment", assessment, f"{over} AND i % 7 <> {at}"),
            _insert(
                "factor_observation",
                observation,
                f"{twice} 1 = 1 JOIN {factor.format(at)} "
                "WHERE is_full AND state IN ('CLOSED', 'CANCELLED')",
            ),
        ]
    return made


def _statements(org: str, count: int, dialect: Dialect) -> list[str]:
    write = Writer(dialect)
    tenant = f"'{org}'" + ("::uuid" if dialect == "postgres" else "")
    at = write.moment(write.day(BEGIN))
    made = {"org_id": tenant, "created_at": at, "updated_at": at}
    team = {**made, "id": write.id(1, "i - 1"), "name": "'Team ' || i"}
    person = {
        **made,
        "id": write.id(2, "i - 1"),
        "name": "'P' || i",
        "language": "'en'",
        "email": "'p' || i || '@example.org'",
        "role": "'MEMBER'",
        "kind": "'HUMAN'",
        "active": write.true,
    }
    return [
        _insert("team", team, write.numbers(TEAMS)),
        _insert("person", person, write.numbers(TEAMS * PEOPLE)),
        *_life(write, count),
        *_commissions(write, tenant),
        *_said(write, tenant),
        f"UPDATE organisation_head SET last_commission = {count} WHERE org_id = {tenant}",
    ]


async def prepare(engine: Dialect, count: int) -> tuple[Database, str]:
    """Make the data set, or open what was kept of it."""
    address = dataset.place(engine, name := f"lives_{count}")
    if not await dataset._is_complete(engine, address, count):
        await dataset.discard(engine, name)
        if engine == "postgres":
            await dataset._on_server(f"CREATE DATABASE {address.rpartition('/')[2]}")
        else:
            Path(address.removeprefix("sqlite:///")).parent.mkdir(exist_ok=True)
        async with await Database.open(address) as database:
            await migrate.migrate(database)
            org_id = await organisations.found(
                database, name="Bench", language=Language.EN, now=NOW
            )
            await many_rates._fill(database, _statements(str(org_id), count, engine))
            await rebuilding.rebuild(database, org_id, NOW)
            await many_rates._settle(database)
    database = await Database.open(address)
    ((org_id,),) = await database.look_up("SELECT CAST(id AS TEXT) FROM organisation", [])
    return database, org_id
