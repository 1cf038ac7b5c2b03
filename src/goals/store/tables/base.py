"""What every table shares: the engine of the running transaction, and rows read back alike.

The one rule: a Piccolo query runs inside ``Database.transaction()`` and nowhere else. Reads for
an answer are compiled (goals.reads); these queries are for what an act has to know.
"""

from collections.abc import Sequence
from typing import Any, ClassVar

from piccolo.query.methods.select import Select
from piccolo.table import Table

from goals.store.rows import DECODERS, Row
from goals.store.transaction import current


class RunningEngine:
    """Stands where Piccolo expects an engine: that of the transaction of the running task."""

    def __getattr__(self, name: str) -> Any:
        """Look the name up in the engine. Raises TransactionMisuseError outside a transaction."""
        return getattr(current().engine, name)


class Rows(Select[Any]):
    """A select whose values are the same from both engines."""

    async def response_handler(self, response: list[Row]) -> Any:
        """Decode the columns of the selected table; joined ones are named ``a.b``."""
        kinds = column_kinds(self.table)
        for row in response:
            for name, value in row.items():
                if value is not None and name in kinds:
                    row[name] = DECODERS[kinds[name]](value)
        handler: Any = super().response_handler
        return await handler(response)


class Stored(Table):
    """The base of all tables. ``KEY`` is the true primary key; Piccolo knows single ones only."""

    KEY: ClassVar[tuple[str, ...]] = ("org_id", "id")

    @classmethod
    def select(cls, *columns: Any, exclude_secrets: bool = False) -> Rows:
        """Read rows as dictionaries, values decoded."""
        return Rows(
            table=cls,
            columns_list=cls._process_column_args(*columns),
            exclude_secrets=exclude_secrets,
        )


delattr(Stored, "id")  # Piccolo gives every table a serial key; the real tables must not inherit it
RUNNING: Any = RunningEngine()


_kinds: dict[type[Table], dict[str, str]] = {}


def column_kinds(table: type[Table]) -> dict[str, str]:
    """Map each column of a table to its kind, in the order of the table."""
    if table not in _kinds:
        columns: list[Any] = table._meta.columns  # noqa: SLF001 - Piccolo's documented name
        _kinds[table] = {column._meta.db_column_name: column.kind for column in columns}  # noqa: SLF001
    return _kinds[table]


def table_name(table: type[Table]) -> str:
    """Return the name of a table in the database."""
    return table._meta.tablename  # noqa: SLF001 - Piccolo's documented name


def kinds_of(table: type[Table], names: Sequence[str]) -> list[str]:
    """Return the kinds of some columns."""
    kinds = column_kinds(table)
    return [kinds[name] for name in names]
