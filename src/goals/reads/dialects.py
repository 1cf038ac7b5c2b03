"""Dialects: what differs between SQLite and PostgreSQL, and nothing else.

The one rule: both give the same bytes, the same order and the same matches. Texts are ordered
by code point (``COLLATE "C"``), NULL counts as the largest value, and case is ignored after
full lower-casing, with the final sigma as a sigma and ß as ss.
"""

# ruff: noqa: ARG002 - SQL is what this room makes; engines need not use every argument

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

from goals.reads.errors import BadInput
from goals.reads.pieces import Lit, Part

Encoder = Callable[[Any], Any]


_QUOTE = Lit('"')


def fold(value: str) -> str:
    """Forget the case of a text, as both engines do it for ``contains`` and ``startsWith``."""
    return value.lower().replace("ς", "σ").replace("ß", "ss")


def storable(value: Any) -> str:
    """Return a text that both engines take. Raises BadInput for NUL and lone surrogates."""
    text = value.name if isinstance(value, Enum) else str(value)
    if "\0" in text or not (text.isascii() or _encodes(text)):
        raise BadInput("This text holds characters that no stored text can have.")
    return text


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _time_text(value: datetime) -> str:
    plain = value.astimezone(UTC).replace(tzinfo=None)
    return plain.isoformat(timespec="microseconds") + "Z"


def _same(value: Any) -> Any:
    return value


class Dialect(ABC):
    """One engine."""

    name: str
    encoders: dict[str, Encoder]

    @abstractmethod
    def placeholder(self, number: int, kind: str) -> str:
        """Return the text of the numbered parameter, typed where the engine needs it."""

    @abstractmethod
    def text(self, kind: str, sql: str) -> list[Part]:
        """Return the parts that give the JSON of a value that is not NULL."""

    @abstractmethod
    def among(self, sql: str, array: str) -> str:
        """Return the predicate that a value is one of an array parameter."""

    @abstractmethod
    def contains(self, folded: str, needle: str) -> str:
        """Return the predicate that a folded text contains another."""

    @abstractmethod
    def starts(self, folded: str, needle: str) -> str:
        """Return the predicate that a folded text starts with another."""

    @abstractmethod
    def folded(self, sql: str) -> str:
        """Return the SQL twin of ``fold``."""

    @abstractmethod
    def base64(self, sql: str) -> str:
        """Return URL-safe base64 without padding of any text."""

    @abstractmethod
    def global_id(self, type_name: str, sql: str) -> list[Part]:
        """Return the parts of a global id, quotes included."""

    @abstractmethod
    def sort_key(self, kind: str, sql: str) -> str:
        """Return the expression to order and compare by."""

    @abstractmethod
    def aggregate(self, item: str, order: str, only: str) -> str:
        """Join items with commas; ``order`` is an ORDER BY where rows may not come in order."""

    @abstractmethod
    def pairs(self, alias: str, kinds: str, ids: str) -> str:
        """Return a FROM item with columns kind, id and place of two arrays of equal length."""

    unlimited: str
    """What keeps the order of a sub-select without a limit of its own."""

    orders_in_aggregate: bool
    """Whether joins may disturb the order of rows, so that the aggregate must order again."""

    def encoder(self, kind: str) -> Encoder:
        """Return the function from coerced values to arguments; None stays None."""
        return self.encoders[kind]

    def value(self, kind: str, sql: str, *, nullable: bool) -> list[Part]:
        """Return the parts that give the JSON of a value."""
        parts = self.text(kind, sql)
        if not nullable:
            return parts
        return [f"COALESCE({self.concat(parts)}, 'null')"]

    def literal(self, text: str) -> str:
        """Quote a text of ours as an SQL literal."""
        return "'" + text.replace("'", "''") + "'"

    def concat(self, parts: Sequence[Part]) -> str:
        """Concatenate parts into one closed expression; NULL in any of them makes NULL."""
        chain = self.chain(parts)
        return f"({chain})" if " || " in chain else chain

    def chain(self, parts: Sequence[Part]) -> str:
        """Concatenate without parentheses, for places that a keyword or comma delimits.

        SQLite before 3.46 parses on a stack of 100, so every parenthesis of a nested selection
        counts. Neighbouring literals become one; long chains are balanced, because SQLite
        limits the depth of an expression to 1,000.
        """
        merged: list[str] = []
        pending = ""
        for part in parts:
            if isinstance(part, Lit):
                pending += part
                continue
            if pending:
                merged.append(self.literal(pending))
                pending = ""
            merged.append(str(part))
        if pending or not merged:
            merged.append(self.literal(pending))
        return _chain(merged)


def _chain(pieces: list[str]) -> str:
    if len(pieces) <= 200:
        return " || ".join(pieces)
    middle = len(pieces) // 2
    return f"({_chain(pieces[:middle])}) || ({_chain(pieces[middle:])})"


def _array(encode: Encoder) -> Encoder:
    def encode_all(values: Any) -> Any:
        return None if values is None else [encode(value) for value in values if value is not None]

    return encode_all


def _optional(encode: Encoder) -> Encoder:
    return lambda value: None if value is None else encode(value)


def _json_array(encode: Encoder) -> Encoder:
    inner = _array(encode)
    return lambda values: json.dumps(inner(values), ensure_ascii=False, separators=(",", ":"))


class SQLite(Dialect):
    """SQLite from 3.35 on, with ``goals_b64`` and ``goals_lower`` registered by the store."""

    name = "sqlite"
    unlimited = " LIMIT -1"
    orders_in_aggregate = False

    def __init__(self) -> None:
        encoders: dict[str, Encoder] = {
            "text": storable,
            "plain": storable,
            "decimal": str,
            "uuid": str,
            "integer": _same,
            "boolean": int,
            "date": date.isoformat,
            "datetime": _time_text,
        }
        self.encoders = {kind: _optional(encode) for kind, encode in encoders.items()}
        self.encoders |= {f"{kind}[]": _json_array(encode) for kind, encode in encoders.items()}

    def placeholder(self, number: int, kind: str) -> str:
        return f"?{number}"

    def text(self, kind: str, sql: str) -> list[Part]:
        if kind == "text":
            return [f"json_quote({sql})"]
        if kind in {"integer", "json"}:
            return [sql]
        if kind == "boolean":
            return [f"CASE {sql} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END"]
        return [_QUOTE, sql, _QUOTE]

    def value(self, kind: str, sql: str, *, nullable: bool) -> list[Part]:
        if kind == "text":
            return [f"json_quote({sql})"]  # gives the text null for NULL
        return super().value(kind, sql, nullable=nullable)

    def among(self, sql: str, array: str) -> str:
        return f"{sql} IN (SELECT value FROM json_each({array}))"

    def contains(self, folded: str, needle: str) -> str:
        return f"instr({folded}, {needle}) > 0"

    def starts(self, folded: str, needle: str) -> str:
        return f"substr({folded}, 1, length({needle})) = {needle}"

    def folded(self, sql: str) -> str:
        return f"replace(replace(goals_lower({sql}), 'ς', 'σ'), 'ß', 'ss')"

    def base64(self, sql: str) -> str:
        return f"goals_b64({sql})"

    def global_id(self, type_name: str, sql: str) -> list[Part]:
        return [_QUOTE, f"goals_b64('{type_name}:' || {sql})", _QUOTE]

    def sort_key(self, kind: str, sql: str) -> str:
        return sql

    def aggregate(self, item: str, order: str, only: str) -> str:
        condition = f" FILTER (WHERE {only})" if only else ""
        return f"group_concat({item}, ','){condition}"

    def pairs(self, alias: str, kinds: str, ids: str) -> str:
        return (
            f"(SELECT k.value AS kind, i.value AS id, k.key AS place FROM json_each({kinds}) AS k"
            f" JOIN json_each({ids}) AS i ON i.key = k.key ORDER BY k.key LIMIT -1) AS {alias}"
        )


_POSTGRES_TYPES = {
    "text": "text",
    "plain": "text",
    "decimal": "text",
    "uuid": "uuid",
    "integer": "bigint",
    "boolean": "boolean",
    "date": "date",
    "datetime": "timestamptz",
}


class Postgres(Dialect):
    """PostgreSQL from 12 on, with ICU (for lower-casing beyond ASCII whatever the locale)."""

    name = "postgres"
    unlimited = ""
    orders_in_aggregate = True

    def __init__(self) -> None:
        encoders: dict[str, Encoder] = {
            "text": storable,
            "plain": storable,
            "decimal": str,
            "uuid": _same,
            "integer": _same,
            "boolean": bool,
            "date": _same,
            "datetime": _same,
        }
        self.encoders = {kind: _optional(encode) for kind, encode in encoders.items()}
        self.encoders |= {f"{kind}[]": _array(encode) for kind, encode in encoders.items()}

    def placeholder(self, number: int, kind: str) -> str:
        if kind.endswith("[]"):
            return f"${number}::{_POSTGRES_TYPES[kind[:-2]]}[]"
        return f"${number}::{_POSTGRES_TYPES[kind]}"

    def text(self, kind: str, sql: str) -> list[Part]:
        if kind == "text":
            return [f"to_json({sql})::text"]
        if kind in {"integer", "boolean", "json"}:
            return [f"{sql}::text"]
        if kind == "date":
            return [f"to_json({sql})::text"]  # whatever the session's DateStyle
        if kind == "datetime":
            form = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'
            return [_QUOTE, f"to_char({sql} AT TIME ZONE 'UTC', '{form}')", _QUOTE]
        return [_QUOTE, f"{sql}::text" if kind == "uuid" else sql, _QUOTE]

    def among(self, sql: str, array: str) -> str:
        return f"{sql} = ANY({array})"

    def contains(self, folded: str, needle: str) -> str:
        return f"strpos({folded}, {needle}) > 0"

    def starts(self, folded: str, needle: str) -> str:
        return f"starts_with({folded}, {needle})"

    def folded(self, sql: str) -> str:
        return f"replace(replace(lower({sql} COLLATE \"und-x-icu\"), 'ς', 'σ'), 'ß', 'ss')"

    def base64(self, sql: str) -> str:
        return f"translate(encode(convert_to({sql}, 'UTF8'), 'base64'), E'+/=\\n', '-_')"

    def global_id(self, type_name: str, sql: str) -> list[Part]:
        # Letters, digits, colon and hyphen never give + or /, and a line is broken only after
        # 57 bytes: for short names the padding is all there is to cut off.
        length = len(type_name) + 37
        if length > 57:
            return [_QUOTE, self.base64(f"'{type_name}:' || {sql}"), _QUOTE]
        encoded = f"encode(convert_to('{type_name}:' || {sql}, 'UTF8'), 'base64')"
        return [_QUOTE, encoded if length % 3 == 0 else f"rtrim({encoded}, '=')", _QUOTE]

    def sort_key(self, kind: str, sql: str) -> str:
        return f'{sql} COLLATE "C"' if kind in {"text", "plain"} else sql

    def aggregate(self, item: str, order: str, only: str) -> str:
        condition = f" FILTER (WHERE {only})" if only else ""
        return f"string_agg({item}, ','{order}){condition}"

    def pairs(self, alias: str, kinds: str, ids: str) -> str:
        return f"unnest({kinds}, {ids}) WITH ORDINALITY AS {alias}(kind, id, place)"


SQLITE = SQLite()
POSTGRES = Postgres()
DIALECTS: dict[str, Dialect] = {"sqlite": SQLITE, "postgres": POSTGRES}
