"""Dialects: one template of tables, written out for SQLite and for PostgreSQL.

The one rule: what one engine enforces by its type the other enforces by a check, so that a
wrong value is refused by both. Circular links are deferred; PostgreSQL gets them last, SQLite
takes them as they stand.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from goals.settings import Dialect

_SQLITE: dict[str, Callable[[str], str]] = {
    "uuid": lambda name: f"TEXT CHECK (length({name}) = 36)",
    "text": lambda _: "TEXT",
    "int": lambda _: "INTEGER",
    "bigint": lambda _: "INTEGER",
    "bool": lambda name: f"INTEGER CHECK ({name} IN (0, 1))",
    "time": lambda name: f"TEXT CHECK ({name} GLOB '????-??-??T??:??:??.??????Z')",
    "date": lambda name: f"TEXT CHECK ({name} GLOB '????-??-??')",
    "decimal": lambda name: f"TEXT CHECK ({name} NOT GLOB '*[^-.0-9]*' AND {name} <> '')",
    "json": lambda name: f"TEXT CHECK (json_valid({name}))",
}
_POSTGRES: dict[str, Callable[[str], str]] = {
    "uuid": lambda _: "uuid",
    "text": lambda _: 'text COLLATE "C"',
    "int": lambda _: "integer",
    "bigint": lambda _: "bigint",
    "bool": lambda _: "boolean",
    "time": lambda _: "timestamptz",
    "date": lambda _: "date",
    "decimal": lambda name: f"text COLLATE \"C\" CHECK ({name} ~ '^-?[0-9]+(\\.[0-9]+)?$')",
    "json": lambda name: f'text COLLATE "C" CHECK ({name}::json IS NOT NULL)',
}
_COLUMN = re.compile(r"(\w+) \{(\w+)\}")
_DEFERRED = re.compile(
    r",\s+(FOREIGN KEY \([^)]*\) REFERENCES \w+ \([^)]*\)"
    r"\s+ON DELETE RESTRICT\s+DEFERRABLE INITIALLY DEFERRED)"
)


def tables(template: str, dialect: Dialect) -> list[str]:
    """Split a template at its semicolons and write each statement for the engine."""
    types = _SQLITE if dialect == "sqlite" else _POSTGRES
    written = _COLUMN.sub(lambda found: f"{found[1]} {types[found[2]](found[1])}", template)
    parts = [part.strip() for part in written.split(";") if part.strip()]
    if dialect == "sqlite":
        return [f"{part} STRICT" if part.startswith("CREATE TABLE") else part for part in parts]
    links = [
        f"ALTER TABLE {_table(part)} ADD {' '.join(link.split())}"
        for part in parts
        for link in _DEFERRED.findall(part)
    ]
    return [_DEFERRED.sub("", part) for part in parts] + links


def _table(statement: str) -> str:
    return statement.split()[2]


def guards(append_only: Sequence[str], never_deleted: Sequence[str], dialect: Dialect) -> list[str]:
    """Write the triggers that refuse changes and deletions."""
    events: dict[str, tuple[str, ...]] = dict.fromkeys(append_only, ("UPDATE", "DELETE"))
    events.update(dict.fromkeys(never_deleted, ("DELETE",)))
    if dialect == "sqlite":
        return [
            f"CREATE TRIGGER {table}_{event.lower()} BEFORE {event} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} stays as it is'); END"
            for table, kinds in events.items()
            for event in kinds
        ]
    return [_REFUSE, *_postgres_guards(events)]


def append_only(names: Sequence[str], dialect: Dialect) -> list[str]:
    """Write the triggers of tables that a later step adds."""
    written = guards(names, (), dialect)
    return written if dialect == "sqlite" else written[1:]


def _postgres_guards(events: Mapping[str, tuple[str, ...]]) -> list[str]:
    written = []
    for table, kinds in events.items():
        call = f"ON {table} FOR EACH {{}} EXECUTE FUNCTION goals_refuse()"
        changes = " OR ".join(kinds)
        written.append(f"CREATE TRIGGER {table}_guard BEFORE {changes} {call.format('ROW')}")
        written.append(
            f"CREATE TRIGGER {table}_guard_all BEFORE TRUNCATE {call.format('STATEMENT')}"
        )
    return written


_REFUSE = """
CREATE FUNCTION goals_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% stays as it is', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$
""".strip()
