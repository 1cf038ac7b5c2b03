"""Values between Python and the two engines, so that a row looks the same from both.

The one rule: what Python hands in and gets back never depends on the engine. SQLite holds
identifiers, times, dates and JSON as text (times in UTC, fixed width, so that they sort);
PostgreSQL holds them natively. Decimals are canonical text on both: neither loses a digit.
Texts the engines treat differently (NUL, lone surrogates) are refused here, before either.
"""

import datetime as dt
import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

Encoder = Callable[[Any], object]
Decoder = Callable[[Any], object]
Row = dict[str, Any]

LARGEST_INTEGER = 2**63 - 1
LONGEST_DECIMAL = 60


class UnstorableValueError(ValueError):
    """A value that one of the engines would refuse or change; goals.domain.values comes first."""


def time_text(value: dt.datetime) -> str:
    """Write an aware time as ``2026-11-21T08:30:00.000000Z``: UTC, always 27 characters."""
    if value.tzinfo is None:
        raise UnstorableValueError("A time without a zone cannot be stored.")
    plain = value.astimezone(dt.UTC).replace(tzinfo=None)
    return plain.isoformat(timespec="microseconds") + "Z"


def decimal_text(value: Decimal) -> str:
    """Write a decimal canonically: no exponent, no trailing zeros, no minus before zero."""
    if not value.is_finite() or abs(value.adjusted()) > LONGEST_DECIMAL:
        raise UnstorableValueError("A decimal must be finite and of ordinary size.")
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def json_text(value: object) -> str:
    """Write JSON compactly, keys sorted; NaN and infinity are refused."""
    try:
        return _whole_text(_ENCODER.encode(value))
    except (TypeError, ValueError) as error:
        raise UnstorableValueError(f"Not storable as JSON: {error}.") from None


def _json_value(value: object) -> object:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, dt.datetime):
        return time_text(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no JSON form")


_ENCODER = json.JSONEncoder(
    ensure_ascii=False,
    allow_nan=False,
    sort_keys=True,
    separators=(",", ":"),
    default=_json_value,
)


def _whole_text(value: str) -> str:
    if "\0" in value or "\\u0000" in value:
        raise UnstorableValueError("A text with a NUL character cannot be stored.")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise UnstorableValueError("A text with half a character cannot be stored.") from None
    return value


def _plain_text(value: str) -> str:
    if isinstance(value, Enum):
        value = str(value.value)
    if "\0" in value:
        raise UnstorableValueError("A text with a NUL character cannot be stored.")
    return value if value.isascii() else _whole_text(value)


def _integer(value: int) -> int:
    if not -LARGEST_INTEGER - 1 <= value <= LARGEST_INTEGER:
        raise UnstorableValueError("A whole number beyond 64 bits cannot be stored.")
    return int(value)


def _float(value: float) -> float:
    if not math.isfinite(value):
        raise UnstorableValueError("NaN and infinity cannot be stored.")
    return value


def _same(value: object) -> object:
    return value


def _aware(value: dt.datetime) -> dt.datetime:
    if value.tzinfo is None:
        raise UnstorableValueError("A time without a zone cannot be stored.")
    return value


_SQLITE: dict[type, Encoder] = {
    type(None): _same,
    str: _plain_text,
    int: _integer,
    bool: int,
    float: _float,
    bytes: _same,
    UUID: str,
    Decimal: decimal_text,
    dt.datetime: time_text,
    dt.date: dt.date.isoformat,
    dict: json_text,
    list: json_text,
    tuple: json_text,
}
_POSTGRES: dict[type, Encoder] = {
    **_SQLITE,
    bool: _same,
    UUID: _same,
    dt.datetime: _aware,
    dt.date: _same,
    list: lambda values: [to_postgres(value) for value in values],
    tuple: lambda values: [to_postgres(value) for value in values],
}


def to_sqlite(value: object) -> object:
    """Turn a Python value into what SQLite stores; a list becomes JSON, fit for json_each."""
    return (_SQLITE.get(type(value)) or _inherited(type(value), "sqlite"))(value)


def to_postgres(value: object) -> object:
    """Turn a Python value into what asyncpg takes; a list stays an array, fit for = ANY."""
    return (_POSTGRES.get(type(value)) or _inherited(type(value), "postgres"))(value)


def _inherited(kind: type, dialect: str) -> Encoder:
    encoders = _SQLITE if dialect == "sqlite" else _POSTGRES
    for base in kind.__mro__:
        if base in encoders:
            return encoders[base]
    raise UnstorableValueError(f"Values of type {kind.__name__} cannot be stored.")


def sqlite_arguments(args: Iterable[object]) -> list[object]:
    """Encode the arguments of one statement for SQLite."""
    return [to_sqlite(value) for value in args]


def postgres_arguments(args: Iterable[object]) -> list[object]:
    """Encode the arguments of one statement for asyncpg."""
    return [to_postgres(value) for value in args]


def read_uuid(value: Any) -> UUID:
    """Read an identifier: text on SQLite, asyncpg's own subclass on PostgreSQL."""
    return UUID(int=value.int) if isinstance(value, UUID) else UUID(value)


def read_time(value: Any) -> dt.datetime:
    """Read a time; always aware, in UTC."""
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC)
    return dt.datetime.fromisoformat(value).astimezone(dt.UTC)


def read_date(value: Any) -> dt.date:
    """Read a calendar date."""
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(value)


def read_json(value: Any) -> object:
    """Read JSON; both engines hand it out as text."""
    return json.loads(value)


DECODERS: Mapping[str, Decoder] = {
    "uuid": read_uuid,
    "time": read_time,
    "date": read_date,
    "bool": bool,
    "json": read_json,
    "decimal": Decimal,
    "text": _same,
    "integer": _same,
    "float": _same,
}


def decode(kinds: Sequence[str], values: Sequence[Any]) -> list[Any]:
    """Decode one row whose columns have these kinds; NULL is None for every kind."""
    return [
        None if value is None else DECODERS[kind](value)
        for kind, value in zip(kinds, values, strict=True)
    ]
