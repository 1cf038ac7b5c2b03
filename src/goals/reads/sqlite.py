"""SQLite: the dialect of one file.

``goals_b64`` and ``goals_lower`` are registered by goals.store on every connection.
"""

# ruff: noqa: ARG002 - an engine need not use every argument; SQL is what this room makes

import json
from datetime import UTC, date, datetime
from typing import Any

from goals.reads.dialect import QUOTE, Dialect, Encoder, array, optional, storable
from goals.reads.pieces import Part


def _time_text(value: datetime) -> str:
    plain = value.astimezone(UTC).replace(tzinfo=None)
    return plain.isoformat(timespec="microseconds") + "Z"


def _same(value: Any) -> Any:
    return value


def _json_array(encode: Encoder) -> Encoder:
    inner = array(encode)
    return lambda values: json.dumps(inner(values), ensure_ascii=False, separators=(",", ":"))


class SQLite(Dialect):
    """SQLite from 3.35 on, with ``goals_b64`` and ``goals_lower`` registered by the store."""

    name = "sqlite"
    unlimited = " LIMIT -1"
    apart = ""
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
        self.encoders = {kind: optional(encode) for kind, encode in encoders.items()}
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
        return [QUOTE, sql, QUOTE]

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
        return [QUOTE, f"goals_b64('{type_name}:' || {sql})", QUOTE]

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
