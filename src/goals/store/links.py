"""Links: whether every row points to one that is there, asked once for very many rows.

The one rule: PostgreSQL checks a link row by row, which takes twice as long as storing the row. Who
loads millions, and has made every link himself, checks each kind of link in one statement
afterwards instead; only a superuser can. SQLite's own checks are cheap and never left out.
"""

from collections.abc import Iterable

from goals.store.database import Database
from goals.store.faults import RowRefusedError
from goals.store.transaction import Transaction

_PATIENCE = ("work_mem = '128MB'", "statement_timeout = 0")
_NAMES = """(SELECT string_agg(a.attname, ',' ORDER BY k.place)
    FROM unnest({numbers}) WITH ORDINALITY k (number, place)
    JOIN pg_attribute a ON a.attrelid = {table} AND a.attnum = k.number)"""
_LINKS = f"""
SELECT c.conrelid::regclass::text, c.confrelid::regclass::text,
    {_NAMES.format(numbers="c.conkey", table="c.conrelid")},
    {_NAMES.format(numbers="c.confkey", table="c.confrelid")}
FROM pg_constraint c
WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace
ORDER BY 1, 3
"""


async def may_check_later(tx: Transaction) -> bool:
    """Whether this role may leave out the checks of PostgreSQL for one transaction."""
    return tx.dialect == "postgres" and bool(
        await tx.value("SELECT rolsuper FROM pg_roles WHERE rolname = current_user", [])
    )


async def check_later(tx: Transaction) -> None:
    """Leave out the checks of links until the end of this transaction; ``check`` must follow."""
    await tx.execute("SET LOCAL session_replication_role = replica")


async def check(database: Database, tables: Iterable[str]) -> None:
    """Check every link that leads out of these tables, of all their rows.

    Raises RowRefusedError for the first kind of link that leads into nothing.
    """
    wanted = set(tables)
    async with database.transaction() as tx:
        for setting in _PATIENCE:
            await tx.execute(f"SET LOCAL {setting}")
        for child, parent, own, others in await tx.rows(_LINKS, []):
            if child in wanted and await tx.value(_broken(child, parent, own, others), []):
                raise RowRefusedError("LINK", child)


def _broken(child: str, parent: str, own: str, others: str) -> str:
    """A statement that is true where a row of the child has a whole link and no parent."""
    pairs = list(zip(own.split(","), others.split(","), strict=True))
    whole = " AND ".join(f"c.{mine} IS NOT NULL" for mine, _ in pairs)
    same = " AND ".join(f"p.{its} = c.{mine}" for mine, its in pairs)
    return (
        f"SELECT EXISTS (SELECT 1 FROM {child} c WHERE {whole} "
        f"AND NOT EXISTS (SELECT 1 FROM {parent} p WHERE {same}))"
    )
