"""Data set of the benchmark of rates: very many short commissions, made by SQL in the real tables.

The one rule: what rates are counted from is true (teams, people, deadlines, states, outcomes, tags,
evaluations, over three years); what is said in words is left out. Links are right by making and
not checked. Facts and cells are made by SQL too; of a small data set also by the program, to
compare.
"""

import time
from datetime import UTC, date, datetime

import asyncpg
from dataset import SERVER, _on_server, discard, place

from goals.domain.enums import Language
from goals.services import organisations
from goals.settings import Dialect
from goals.store import facts, migrate, rebuilding
from goals.store.database import Database
from goals.store.rate_counters import SUMS

NOW = datetime(2026, 11, 20, 18, tzinfo=UTC)
BEGIN = date(2023, 12, 1)
DAYS = 1_095 + 60
SPREAD = 61
TEAMS, PEOPLE = 40, 12  # people in each team
TIME: dict[Dialect, str] = {
    "sqlite": "'2026-01-01T00:00:00.000000Z'",
    "postgres": "timestamptz '2026-01-01'",
}


def _id(kind: int, number: str, dialect: Dialect) -> str:
    """An identifier made of a number; the kind keeps those of different things apart."""
    head = f"0192{kind:04x}-0000-7000-8000-"
    if dialect == "sqlite":
        return f"printf('{head}%012x', {number})"
    return f"('{head}' || lpad(to_hex({number}), 12, '0'))::uuid"


def day_of(number: str, count: int) -> str:
    """The day, from the first on, that a commission is due: numbers are given as time goes by.

    Those due within a month were made within a few; what belongs together lies together.
    """
    return f"{number} * {DAYS - SPREAD} / {count} + {number} * 48271 % {SPREAD}"


def _numbers(count: int, dialect: Dialect) -> str:
    if dialect == "postgres":
        return f"(SELECT generate_series(1, {count})::bigint AS i) g"
    return (
        f"(WITH RECURSIVE up(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM up WHERE i < {count})"
        " SELECT i FROM up) g"
    )


def _inserts(org: str, count: int, dialect: Dialect) -> list[str]:
    """The statements that fill the tables."""
    true, false = ("1", "0") if dialect == "sqlite" else ("true", "false")
    tenant, at = f"'{org}'" + ("::uuid" if dialect == "postgres" else ""), TIME[dialect]

    def person(team: str, which: str) -> str:
        return _id(2, f"({team}) * {PEOPLE} + ({which}) % {PEOPLE}", dialect)

    customer, supplier = "(i * 7919 % 40)", "(i * 104729 / 40 % 40)"
    offset = f"({day_of('i', count)})"
    due = (
        f"date('{BEGIN}', '+' || {offset} || ' days')"
        if dialect == "sqlite"
        else f"(date '{BEGIN}' + ({offset})::int)"
    )
    now = f"'{NOW.date()}'" if dialect == "sqlite" else f"date '{NOW.date()}'"
    dice, more = "(i * 70001 % 1009 % 100)", "(i * 39373 % 997 % 100)"
    done = f"({due} < {now} AND {dice} < 90)"
    state = (
        f"CASE WHEN {done} THEN 'CLOSED' WHEN {dice} < 96 AND {due} < {now} THEN 'CANCELLED' "
        f"WHEN {dice} = 96 THEN 'DELIVERED' ELSE 'AGREED' END"
    )
    outcome = (
        f"CASE WHEN NOT {done} THEN NULL WHEN {more} < 60 THEN 'ACHIEVED' WHEN {more} < 68 THEN "
        f"'EXCEEDED' WHEN {more} < 88 THEN 'PARTLY_ACHIEVED' WHEN {more} < 96 THEN 'MISSED' "
        "ELSE 'NOT_ASSESSABLE' END"
    )
    commitment = (
        "CASE WHEN i % 20 < 17 THEN 'COMMITTED' WHEN i % 20 < 19 THEN 'STRETCH' ELSE 'LEARNING' END"
    )
    made, revision = _id(3, "i", dialect), _id(4, "i", dialect)
    numbers, asking = _numbers(count, dialect), person(customer, "i / 7")
    return [
        (
            "INSERT INTO team (org_id, id, name, created_at, updated_at) "
            f"SELECT {tenant}, {_id(1, 'i - 1', dialect)}, 'Team ' || i, {at}, {at} "
            f"FROM {_numbers(TEAMS, dialect)}"
        ),
        (
            "INSERT INTO person (org_id, id, name, email, language, role, active, created_at, "
            f"updated_at, kind) SELECT {tenant}, {_id(2, 'i - 1', dialect)}, 'P' || i, "
            f"'p' || i || '@example.org', 'en', 'MEMBER', {true}, {at}, {at}, 'HUMAN' "
            f"FROM {_numbers(TEAMS * PEOPLE, dialect)}"
        ),
        (
            "INSERT INTO revision (org_id, id, commission_id, number, content_hash, author_id, "
            "author_side, created_at, deadline, deadline_time_zone) "
            f"SELECT {tenant}, {revision}, {made}, 1, 'x', {asking}, 'CUSTOMER', "
            f"{at}, {due}, 'Europe/Berlin' FROM {numbers}"
        ),
        (
            "INSERT INTO commission (org_id, id, number, key, title, customer_team_id, "
            "customer_id, supplier_team_id, supplier_id, commitment, state, initiator, "
            "self_commission, version, current_revision_id, deadline, "
            "first_agreed_deadline, created_by_id, created_at, "
            "updated_at, proposed_at, agreed_at, lapsed, ended_by, outcome) "
            f"SELECT {tenant}, {made}, i, 'C-' || i, 'Thing', {_id(1, customer, dialect)}, "
            f"{asking}, {_id(1, supplier, dialect)}, {person(supplier, 'i / 11')}, "
            f"{commitment}, {state}, 'CUSTOMER', {false}, 1, {revision}, {due}, {due}, "
            f"{asking}, {at}, {at}, {at}, {at}, {false}, NULL, {outcome} "
            f"FROM {numbers}"
        ),
        (
            "INSERT INTO evaluation (org_id, id, commission_id, outcome, timeliness_first_agreed, "
            "timeliness_current, disagreements, evaluated_at) "
            f"SELECT {tenant}, {_id(5, 'i', dialect)}, {made}, {outcome}, "
            "CASE i % 5 WHEN 0 THEN 'LATE' WHEN 1 THEN 'ON_TIME' ELSE 'EARLY' END, 'EARLY', '[]', "
            f"{at} FROM {numbers} WHERE {done}"
        ),
        (
            "INSERT INTO commission_tag (org_id, commission_id, tag) "
            f"SELECT {tenant}, {made}, 'tag ' || (i % 30) FROM {numbers}"
        ),
        f"UPDATE organisation_head SET last_commission = {count} WHERE org_id = {tenant}",
        *_counted(dialect),
    ]


def _counted(dialect: Dialect) -> list[str]:
    """Facts and cells of achievement, made by SQL: the program's own way takes a hundred times it.

    That both are the same is checked where the data set is small.
    """
    if dialect == "sqlite":
        tags, month = "json_array(x.tag)", "CAST(replace(substr({}, 1, 7), '-', '') AS INTEGER)"
    else:
        tags, month = "json_build_array(x.tag)::text", "to_char({}, 'YYYYMM')::integer"
    simple = {
        "commission_id": "c.id",
        "month": month.format("c.first_agreed_deadline"),
        "due": "c.first_agreed_deadline",
        "self": "c.self_commission",
        "timeliness_first": "e.timeliness_first_agreed",
        "timeliness_current": "e.timeliness_current",
        "grade": "NULL",
        "detail": f"'{{\"tags\":' || {tags} || '}}'",
        **{
            f"{side}_mark": facts.mark(f"c.{side}_id", dialect) for side in ("customer", "supplier")
        },
    }
    listed = ", ".join(simple.get(name, f"c.{name}") for name in facts.COLUMNS)
    made = [
        (
            f"INSERT INTO fact ({', '.join(facts.COLUMNS)}) SELECT {listed} FROM commission c "
            "JOIN commission_tag x ON x.org_id = c.org_id AND x.commission_id = c.id "
            "LEFT JOIN evaluation e ON e.org_id = c.org_id AND e.commission_id = c.id"
        )
    ]
    until = month.format("f.deadline")
    counters = ", ".join(f"CAST({each} AS BIGINT)" for each in SUMS.values())
    for name, (key1, key2, join) in _CUBES.items():
        made.append(
            f"INSERT INTO rollup SELECT f.org_id, '{name}', f.month, f.commitment, f.self, "
            f"{key1}, {key2}, CASE f.state WHEN 'AGREED' THEN CAST({until} AS TEXT) ELSE '' END, "
            f"{counters} FROM fact f {join} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8"
        )
    return made


_CUSTOMER, _SUPPLIER = "CAST(f.customer_team_id AS TEXT)", "CAST(f.supplier_team_id AS TEXT)"
_GRADE = "coalesce(f.grade, '')"
_CUBES = {
    "month": ("''", "''", ""),
    "day": ("CAST(f.due AS TEXT)", "''", ""),
    "customer_team": (_CUSTOMER, _GRADE, ""),
    "supplier_team": (_SUPPLIER, _GRADE, ""),
    "pair": (_CUSTOMER, _SUPPLIER, ""),
    "pair_grade": (_GRADE, f"{_CUSTOMER} || ' ' || {_SUPPLIER}", ""),
    "tag": (
        "x.tag",
        "''",
        "JOIN commission_tag x ON x.org_id = f.org_id AND x.commission_id = f.commission_id",
    ),
    "team": (
        "CAST(t.id AS TEXT)",
        _GRADE,
        "JOIN team t ON t.org_id = f.org_id AND t.id IN (f.customer_team_id, f.supplier_team_id)",
    ),
}
SMALL = 20_000


async def prepare(engine: Dialect, count: int) -> tuple[Database, str]:
    """Make the data set anew; say how long it took to load and to build facts and cells."""
    await discard(engine, count)
    address = place(engine, count)
    if engine == "postgres":
        await _on_server(f"CREATE DATABASE {address.rpartition('/')[2]}")
    else:
        from pathlib import Path

        Path(address.removeprefix("sqlite:///")).parent.mkdir(exist_ok=True)
    database = await Database.open(address)
    await migrate.migrate(database)
    org_id = await organisations.found(database, name="Bench", language=Language.EN, now=NOW)
    began = time.perf_counter()
    await _fill(database, _inserts(str(org_id), count, engine))
    loaded = time.perf_counter()
    print(f"  loaded in {loaded - began:.0f} s", flush=True)
    if count <= SMALL:
        names = set(_CUBES)
        wrong = [
            each
            async for each in rebuilding.check(database, org_id)
            if each.where.split()[1] in names
        ]
        assert not wrong, wrong[:3]
        done = time.perf_counter()
        await rebuilding.rebuild(database, org_id, NOW)
        print(
            f"  checked in {done - loaded:.0f} s, rebuilt in {time.perf_counter() - done:.0f} s,"
            " with all cubes",
            flush=True,
        )
    await _settle(database)
    return database, str(org_id)


async def _fill(database: Database, statements: list[str]) -> None:
    if database.dialect == "sqlite":
        from goals.store.sqlite_connection import connect

        connection = connect(database.engine.file, writer=True)  # type: ignore[attr-defined]
        connection.execute("PRAGMA foreign_keys = 0")
        connection.execute("PRAGMA cache_size = -500000")
        connection.execute("BEGIN")
        for statement in statements:
            connection.execute(statement)
        connection.execute("COMMIT")
        connection.close()
        return
    server = await asyncpg.connect(database.url.text)
    try:
        await server.execute("SET session_replication_role = replica")
        for statement in statements:
            await server.execute(statement)
    finally:
        await server.close()


async def _settle(database: Database) -> None:
    if database.dialect == "postgres":
        server = await asyncpg.connect(database.url.text)
        try:
            await server.execute("VACUUM ANALYZE")
        finally:
            await server.close()


__all__ = ["NOW", "SERVER", "prepare"]
