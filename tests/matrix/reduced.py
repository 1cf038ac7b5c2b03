"""Reduced: the same database without what somebody may not see.

The one idea: if nobody may learn anything from what is hidden, every answer is the same when it
is not there at all. So the rows of hidden owners are deleted from a copy, with all guards off.
"""

import shutil
import sqlite3
from pathlib import Path

import asyncpg
from canaries import Canaries

REDUCED_FOR = ("otto", "ben", "anna", "rita", "zoe")
"""Of those who see the same one stands for all."""
OFFICES = {"officers", "officersthere"}
KEPT = {"organisation_head"}
POINTERS = {"commission": ["contributes_to_id"]}
"""Columns of a visible row that may point to a hidden one, which is shown as null."""

Doomed = dict[str, list[object]]


def doomed(canaries: Canaries, who: str) -> Doomed:
    """The addresses of the rows to delete, by table."""
    hidden = canaries.hidden_from(who)
    own = {"event": canaries.acted.get(canaries.viewers[who].person_id, set())}
    found = {
        table: [
            place
            for place, owner in rows
            if owner in hidden and not (owner in OFFICES and place in own.get(table, ()))
        ]
        for table, rows in canaries.rows.items()
        if table not in KEPT
    }
    return {table: places for table, places in found.items() if places}


def on_sqlite(source: Path, target: Path, rows: Doomed) -> None:
    """Copy a SQLite file and delete the rows."""
    with sqlite3.connect(source) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    shutil.copyfile(source, target)
    with sqlite3.connect(target) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for table, places in rows.items():
            marks = ", ".join("?" * len(places))
            connection.execute(f"DELETE FROM {table} WHERE rowid IN ({marks})", places)
        for statement in _unlinking():
            connection.execute(statement)
    connection.close()


async def on_postgres(place: str, rows: Doomed) -> None:
    """Delete the rows from a copy."""
    connection = await asyncpg.connect(place, timeout=10)
    try:
        await connection.execute("SET session_replication_role = replica")
        for table, places in rows.items():
            await connection.execute(
                f"DELETE FROM {table} WHERE ctid = ANY($1::text[]::tid[])", places
            )
        for statement in _unlinking():
            await connection.execute(statement)
    finally:
        await connection.close()


def _unlinking() -> list[str]:
    return [
        f"UPDATE {table} SET {column} = NULL WHERE {column} IS NOT NULL AND NOT EXISTS"
        f" (SELECT 1 FROM {table} AS other WHERE other.id = {table}.{column})"
        for table, columns in POINTERS.items()
        for column in columns
    ]
