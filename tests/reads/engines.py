"""Two tiny databases with the reading side of goals.store.database, filled with a toy world."""

import os
import sqlite3
from collections.abc import Sequence
from typing import Any

import asyncpg
from toy_world import World, statements, stored

from goals.store.sqlite_connection import base64_text, folded_text

SERVER = os.environ.get("GOALS_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")


class ToySQLite:
    """SQLite in memory."""

    dialect = "sqlite"

    def __init__(self, world: World) -> None:
        self.connection = sqlite3.connect(":memory:")
        self.connection.create_function("goals_b64", 1, base64_text, deterministic=True)
        self.connection.create_function("goals_lower", 1, folded_text, deterministic=True)
        self.statements = 0
        for statement in statements("sqlite"):
            self.connection.execute(statement)
        for table, rows in world.rows.items():
            for row in rows:
                self.connection.execute(
                    f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
                    [stored(value, "sqlite") for value in row.values()],
                )

    async def read_value(self, sql: str, args: Sequence[object], *, quick: bool = False) -> object:
        """Return the first column of the first row."""
        self.statements += 1
        row = self.connection.execute(sql, list(args)).fetchone()
        return row[0] if row else None

    async def close(self) -> None:
        """Forget everything."""
        self.connection.close()


class ToyPostgres:
    """A scratch database on the PostgreSQL server."""

    dialect = "postgres"

    def __init__(self, connection: Any, name: str) -> None:
        self.connection = connection
        self.name = name
        self.statements = 0

    @classmethod
    async def make(cls, world: World) -> "ToyPostgres":
        """Create and fill the scratch database."""
        name = f"goals_reads_{os.getpid()}_{os.urandom(3).hex()}"
        server = await asyncpg.connect(SERVER)
        try:
            await server.execute(f"CREATE DATABASE {name}")
        finally:
            await server.close()
        connection = await asyncpg.connect(
            SERVER.rpartition("/")[0] + f"/{name}",
            server_settings={"plan_cache_mode": "force_generic_plan", "jit": "off"},
        )
        for statement in statements("postgres"):
            await connection.execute(statement)
        for table, rows in world.rows.items():
            if rows:
                await connection.copy_records_to_table(
                    table, records=[tuple(row.values()) for row in rows], columns=list(rows[0])
                )
        return cls(connection, name)

    async def read_value(self, sql: str, args: Sequence[object], *, quick: bool = False) -> object:
        """Return the first column of the first row."""
        self.statements += 1
        return await self.connection.fetchval(sql, *args)

    async def explain(self, sql: str, places: int) -> str:
        """Return the plan of a statement, whatever stands in its places."""
        await self.connection.execute(f"PREPARE asked AS {sql}")
        nulls = ", ".join(["NULL"] * places)
        lines = await self.connection.fetch(f"EXPLAIN EXECUTE asked({nulls})")
        await self.connection.execute("DEALLOCATE asked")
        return "\n".join(line for (line,) in lines)

    async def close(self) -> None:
        """Drop the scratch database."""
        await self.connection.close()
        server = await asyncpg.connect(SERVER)
        try:
            await server.execute(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")
        finally:
            await server.close()
