"""Records: rows as frozen dataclasses, and the few statements that write and find them.

The one rule: one call is one request to the engine. A record says every column; what a change
may touch is said by the module of its noun. Values are checked by the services before.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any, ClassVar, Protocol, TypeVar, cast

from goals.store.placeholders import marks
from goals.store.rows import DECODERS, decimal_text, json_text
from goals.store.tables import ALL
from goals.store.tables.base import Stored, column_kinds, table_name
from goals.store.transaction import Batch, Transaction

MOST_ARGUMENTS = 30_000  # both engines take some 32,000 in one statement


class Record(Protocol):
    """A frozen dataclass whose fields are the columns of ``TABLE``, in order."""

    TABLE: ClassVar[type[Stored]]
    __dataclass_fields__: ClassVar[dict[str, Any]]


_ORDER = {table: place for place, table in enumerate(ALL)}

R = TypeVar("R", bound=Record)


class _Shape:
    """What is known of one kind of record: its table, columns, and how to read them out."""

    def __init__(self, kind: type[Record]) -> None:
        kinds = column_kinds(kind.TABLE)
        self.name = table_name(kind.TABLE)
        self.columns = tuple(field.name for field in fields(kind))
        if set(self.columns) != set(kinds):
            raise TypeError(f"{kind.__name__} and the table {self.name} differ")
        self.kinds = tuple(kinds[column] for column in self.columns)
        self.listed = ", ".join(self.columns)
        self.values = attrgetter(*self.columns)


@cache
def shape(kind: Any) -> _Shape:
    """Return the shape of a kind of record."""
    return _Shape(kind)


def stored(kind: str, value: object) -> object:
    """Turn a value into what its column holds on both engines, where the type alone says less."""
    if value is None:
        return None
    if kind == "json":
        return json_text(value)
    if kind == "decimal":
        return decimal_text(Decimal(cast("Any", value)))
    return value


def inserting(records: Sequence[Record]) -> Batch:
    """Write the INSERT statements for records of any kinds, one for each kind, parents first."""
    by_kind: dict[type[Record], list[Record]] = {}
    for record in records:
        by_kind.setdefault(type(record), []).append(record)
    batch: list[tuple[str, Sequence[object]]] = []
    for kind in in_order(by_kind):
        group = by_kind[kind]
        most = MOST_ARGUMENTS // len(shape(kind).columns)
        batch += [
            _insert_one_kind(kind, group[start : start + most])
            for start in range(0, len(group), most)
        ]
    return batch


def in_order(kinds: Iterable[type[Record]]) -> list[type[Record]]:
    """Sort kinds of records by the order of their tables."""
    return sorted(kinds, key=lambda kind: _ORDER[kind.TABLE])


def _insert_one_kind(kind: type[Record], group: Sequence[Record]) -> tuple[str, list[object]]:
    known = shape(kind)
    args = [
        stored(column, value)
        for record in group
        for column, value in zip(known.kinds, known.values(record), strict=True)
    ]
    return _insert_text(kind, len(group)), args


@cache
def _insert_text(kind: Any, count: int) -> str:
    known = shape(kind)
    width = len(known.columns)
    lines = ", ".join(f"({marks(width, 1 + width * line)})" for line in range(count))
    return f"INSERT INTO {known.name} ({known.listed}) VALUES {lines}"


async def insert(tx: Transaction, *records: Record) -> None:
    """Insert records of any kinds as one request, so that links between them may be circular.

    Raises AlreadyExists; RowRefusedError for a link into nothing or another tenant.
    """
    await tx.batch(inserting(records))


async def find(tx: Transaction, kind: type[R], order: str = "", **where: object) -> list[R]:
    """Find the records whose columns equal these values; a list or tuple means one of them."""
    found = await tx.rows(*_selecting(kind, where, order))
    return [decoded(kind, row) for row in found]


async def find_one(tx: Transaction, kind: type[R], **where: object) -> R | None:
    """Find the first record whose columns equal these values, or None."""
    found = await tx.row(*_selecting(kind, where, ""))
    return None if found is None else decoded(kind, found)


def _selecting(
    kind: type[Record], where: Mapping[str, object], order: str
) -> tuple[str, list[object]]:
    known = shape(kind)
    condition, args = matching(where)
    sql = f"SELECT {known.listed} FROM {known.name} WHERE {condition}"
    return (f"{sql} ORDER BY {order}" if order else sql), args


def decoded(kind: type[R], row: Sequence[Any]) -> R:
    """Make a record of a row whose columns are all of its own, in order."""
    known, make = shape(kind), cast("Any", kind)
    values = (
        None if value is None else DECODERS[column](value)
        for column, value in zip(known.kinds, row, strict=True)
    )
    return cast("R", make(**dict(zip(known.columns, values, strict=True))))


async def change(
    tx: Transaction, kind: type[Record], where: Mapping[str, object], **changes: object
) -> int:
    """Update the records whose columns equal these values; return how many there were."""
    known = shape(kind)
    kinds = dict(zip(known.columns, known.kinds, strict=True))
    settings = ", ".join(f"{column} = ${number}" for number, column in enumerate(changes, 1))
    condition, args = matching(where, start=len(changes) + 1)
    found = await tx.rows(
        f"UPDATE {known.name} SET {settings} WHERE {condition} RETURNING 1",
        [*(stored(kinds[column], value) for column, value in changes.items()), *args],
    )
    return len(found)


def matching(where: Mapping[str, object], start: int = 1) -> tuple[str, list[object]]:
    """Write a condition: equality, IS NULL for None, IN for a list or tuple."""
    terms: list[str] = []
    args: list[object] = []
    for column, value in where.items():
        if value is None:
            terms.append(f"{column} IS NULL")
        elif isinstance(value, (list, tuple)):
            terms.append(f"{column} IN ({marks(len(value), start + len(args)) or 'NULL'})")
            args += value
        else:
            terms.append(f"{column} = ${start + len(args)}")
            args.append(value)
    return " AND ".join(terms), args
