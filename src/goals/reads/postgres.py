"""PostgreSQL: the dialect of a server, from 12 on, with ICU."""

from typing import Any

from goals.reads.dialect import QUOTE, Dialect, Encoder, array, optional, storable
from goals.reads.pieces import Part

_TYPES = {
    "text": "text",
    "plain": "text",
    "decimal": "text",
    "uuid": "uuid",
    "integer": "bigint",
    "boolean": "boolean",
    "date": "date",
    "datetime": "timestamptz",
}


def _same(value: Any) -> Any:
    return value


class Postgres(Dialect):
    """PostgreSQL from 12 on, with ICU (for lower-casing beyond ASCII whatever the locale)."""

    name = "postgres"
    unlimited = ""
    apart = " OFFSET 0"  # else it becomes a join, by guesses where a table is not analysed yet
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
        self.encoders = {kind: optional(encode) for kind, encode in encoders.items()}
        self.encoders |= {f"{kind}[]": array(encode) for kind, encode in encoders.items()}

    def placeholder(self, number: int, kind: str) -> str:
        if kind.endswith("[]"):
            return f"${number}::{_TYPES[kind[:-2]]}[]"
        return f"${number}::{_TYPES[kind]}"

    def text(self, kind: str, sql: str) -> list[Part]:
        if kind == "text":
            return [f"to_json({sql})::text"]
        if kind in {"integer", "boolean", "json"}:
            return [f"{sql}::text"]
        if kind == "date":
            return [f"to_json({sql})::text"]  # whatever the session's DateStyle
        if kind == "datetime":
            form = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'
            return [QUOTE, f"to_char({sql} AT TIME ZONE 'UTC', '{form}')", QUOTE]
        return [QUOTE, f"{sql}::text" if kind == "uuid" else sql, QUOTE]

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
            return [QUOTE, self.base64(f"'{type_name}:' || {sql}"), QUOTE]
        encoded = f"encode(convert_to('{type_name}:' || {sql}, 'UTF8'), 'base64')"
        return [QUOTE, encoded if length % 3 == 0 else f"rtrim({encoded}, '=')", QUOTE]

    def sort_key(self, kind: str, sql: str) -> str:
        return f'{sql} COLLATE "C"' if kind in {"text", "plain"} else sql

    def aggregate(self, item: str, order: str, only: str) -> str:
        condition = f" FILTER (WHERE {only})" if only else ""
        return f"string_agg({item}, ','{order}){condition}"

    def pairs(self, alias: str, kinds: str, ids: str) -> str:
        return f"unnest({kinds}, {ids}) WITH ORDINALITY AS {alias}(kind, id, place)"
