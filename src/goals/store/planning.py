"""Planning: what an engine must know about the data to read them well.

PostgreSQL looks at its tables by itself, but only now and then; until then it plans as if they
were empty, and a read over three tables takes seconds instead of a millisecond.
"""

from goals.store.database import Database


async def look_at_tables(database: Database) -> None:
    """Let the planner look at all tables anew, after much was written at once."""
    if database.dialect == "postgres":
        async with database.transaction() as tx:
            await tx.execute("SET LOCAL statement_timeout = 0")
            await tx.execute("ANALYZE")
