"""Migrations: bring the schema of a database to what this program knows.

The one rule: all steps that are missing, with their records, are one transaction under one
lock. Killed in between, nothing happened; started twice at once, the second finds nothing to do.
A database that is newer, or whose steps differ, is refused before anything is read from it.
"""

import asyncio
import hashlib
import os
import pkgutil
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from goals.domain.errors import SchemaChanged, SchemaTooNew, SchemaTooOld
from goals.settings import Dialect
from goals.store import faults, migrations
from goals.store.database import Database, PostgresDatabase, SQLiteDatabase
from goals.store.rows import time_text
from goals.store.sqlite_connection import connect

LOCK = 0x474F414C53  # "GOALS": the advisory lock of the runner on PostgreSQL
RECORDS = """
CREATE TABLE IF NOT EXISTS schema_step (
    number INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    applied_at TEXT NOT NULL
)
""".strip()


@dataclass(frozen=True)
class Step:
    """One numbered change of the schema, written for one engine."""

    number: int
    name: str
    statements: tuple[str, ...]

    @property
    def checksum(self) -> str:
        """SHA-256 over the statements, in hexadecimal."""
        return hashlib.sha256(";\n".join(self.statements).encode()).hexdigest()


Applied = dict[int, tuple[str, str]]  # number -> name, checksum


@cache
def steps(dialect: Dialect) -> tuple[Step, ...]:
    """Return every step this program knows, in order; the numbers have no gap."""
    found = []
    for module in sorted(pkgutil.iter_modules(migrations.__path__), key=lambda each: each.name):
        named = re.fullmatch(r"m(\d{4})_(\w+)", module.name)
        if named is None:
            raise RuntimeError(f"{module.name} is no step: its name is not mNNNN_name")
        source = import_module(f"{migrations.__name__}.{module.name}")
        found.append(Step(int(named[1]), named[2], tuple(source.statements(dialect))))
    if [step.number for step in found] != list(range(1, len(found) + 1)):
        raise RuntimeError("The numbers of the steps have a gap or a double")
    return tuple(found)


def missing(known: Sequence[Step], applied: Applied) -> list[Step]:
    """Return the steps still to be applied. Raises SchemaTooNew, SchemaChanged."""
    if applied and max(applied) > len(known):
        raise SchemaTooNew(actual=max(applied), known=len(known))
    for step in known:
        if step.number in applied and applied[step.number] != (step.name, step.checksum):
            raise SchemaChanged(f"{step.number:04d} {step.name}")
    return [step for step in known if step.number not in applied]


async def migrate(database: Database, known: Sequence[Step] | None = None) -> list[str]:
    """Apply what is missing and return the names of the steps applied.

    Raises SchemaTooNew, SchemaChanged, DatabaseUnavailable, ReadOnlyDatabase.
    """
    wanted = steps(database.dialect) if known is None else known
    if isinstance(database, SQLiteDatabase):
        with faults.of_sqlite():
            return await asyncio.to_thread(_migrate_sqlite, database.engine.file, wanted)
    if isinstance(database, PostgresDatabase):
        connection = await database.engine.connect()
        try:
            with faults.of_postgres():
                return await _migrate_postgres(connection, wanted)
        finally:
            await connection.close(timeout=5)
    raise TypeError(type(database).__name__)


async def check(database: Database, known: Sequence[Step] | None = None) -> None:
    """Make sure that the schema is exactly what this program knows; changes nothing.

    Raises SchemaTooOld, SchemaTooNew, SchemaChanged.
    """
    wanted = steps(database.dialect) if known is None else known
    applied = await _read_applied(database)
    if missing(wanted, applied):
        raise SchemaTooOld(actual=max(applied, default=0), known=len(wanted))


async def _read_applied(database: Database) -> Applied:
    if isinstance(database, SQLiteDatabase) and not _is_there(database.engine.file):
        return {}
    found = await database.read_value(
        "SELECT count(*) FROM sqlite_master WHERE name = 'schema_step'"
        if database.dialect == "sqlite"
        else "SELECT count(*) FROM pg_class WHERE oid = to_regclass('schema_step')",
        (),
    )
    if not found:
        return {}
    return _applied(await database.read_rows(_SELECT, ()))


def _is_there(path: Path) -> bool:
    return path.exists()


_SELECT = "SELECT number, name, checksum FROM schema_step"


def _applied(rows: Sequence[Sequence[Any]]) -> Applied:
    return {number: (name, checksum) for number, name, checksum in rows}


def _record(step: Step) -> tuple[int, str, str, str]:
    return step.number, step.name, step.checksum, time_text(datetime.now(UTC))


def _migrate_sqlite(path: Path, known: Sequence[Step]) -> list[str]:
    with closing(connect(path, writer=True)) as connection:
        before = _applied_in(connection)
        if not missing(known, before):
            return []
        if before:
            _keep_copy(connection, path, max(before))
        connection.execute("PRAGMA foreign_keys = 0")  # a step may rebuild a table
        connection.execute("BEGIN IMMEDIATE")
        todo = missing(known, _applied_in(connection))
        connection.execute(RECORDS)
        for step in todo:
            for statement in step.statements:
                connection.execute(statement)
            connection.execute("INSERT INTO schema_step VALUES (?, ?, ?, ?)", _record(step))
        if broken := connection.execute("PRAGMA foreign_key_check").fetchone():
            raise faults.RowRefusedError("LINK", str(broken[0]))
        connection.execute("COMMIT")
        return [step.name for step in todo]


def _applied_in(connection: sqlite3.Connection) -> Applied:
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'schema_step'").fetchone()
    return _applied(connection.execute(_SELECT).fetchall()) if known else {}


def _keep_copy(connection: sqlite3.Connection, path: Path, number: int) -> None:
    """Keep the file as it was, as ``goals.db.before-0002``, next to it; the first copy stays."""
    copy = path.with_name(f"{path.name}.before-{number + 1:04d}")
    if copy.exists():
        return
    unfinished = copy.with_name(f"{copy.name}.{id(connection):x}.part")
    unfinished.unlink(missing_ok=True)
    connection.execute("VACUUM INTO ?", (str(unfinished),))
    with unfinished.open("rb") as written:
        os.fsync(written.fileno())
    unfinished.replace(copy)


async def _migrate_postgres(connection: Any, known: Sequence[Step]) -> list[str]:
    await connection.execute("BEGIN")
    await connection.execute(f"SELECT pg_advisory_xact_lock({LOCK})")
    await connection.execute(RECORDS)
    todo = missing(known, _applied(await connection.fetch(_SELECT)))
    for step in todo:
        for statement in step.statements:
            await connection.execute(statement)
        await connection.execute("INSERT INTO schema_step VALUES ($1, $2, $3, $4)", *_record(step))
    await connection.execute("COMMIT")
    return [step.name for step in todo]
