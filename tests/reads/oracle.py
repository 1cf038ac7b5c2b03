"""The oracle: the same questions answered slowly, by graphql-core over plain Python rows.

It shares nothing with goals.reads: rows are looked up one by one, filtered, ordered and cut in
Python. ``Model`` says in Python functions what the toy's (or later the real) types mean.
"""

import json
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cmp_to_key
from hashlib import sha256
from typing import Any

from graphql import DocumentNode, GraphQLError, GraphQLSchema, execute_sync

Row = dict[str, Any]


@dataclass(frozen=True)
class Ref:
    """One row as a GraphQL object of a type."""

    type: str
    row: Row


@dataclass(frozen=True)
class Rows:
    """The rows of a connection before filters, with the order it has by default."""

    type: str
    rows: list[Row]
    order: list[tuple[str, str]]


@dataclass
class Model:
    """What the types mean: all functions take the oracle and a row."""

    tables: Mapping[str, str]
    fields: Mapping[str, Mapping[str, Callable[..., Any]]]
    visible: Mapping[str, Callable[["Oracle", Row], bool]]
    filters: Mapping[str, Mapping[str, Callable[["Oracle", Row], Any]]]
    orders: Mapping[str, Mapping[str, Callable[[Row], Any]]]
    related: set[tuple[str, str]] = field(default_factory=set)
    """Filters whose value is a list of (type, row): some of them must match."""


def global_id(type_name: str, uuid: str) -> str:
    """Make a global id."""
    return urlsafe_b64encode(f"{type_name}:{uuid}".encode()).decode().rstrip("=")


def show(value: Any) -> Any:
    """Write a value as JSON shows it."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return value.isoformat() if isinstance(value, date) else value


class Oracle:
    """Answers documents for one viewer."""

    def __init__(self, schema: GraphQLSchema, model: Model, world: Any, viewer: Any) -> None:
        self.schema, self.model, self.world, self.viewer = schema, model, world, viewer

    def answer(self, document: DocumentNode, variables: Mapping[str, Any]) -> tuple[str, list[Any]]:
        """Return the JSON text of ``data`` and the errors."""
        result = execute_sync(
            self.schema,
            document,
            variable_values=dict(variables),
            field_resolver=self._resolve,
            type_resolver=lambda value, *_: value.type,
        )
        text = json.dumps(result.data, ensure_ascii=False, separators=(",", ":"))
        return text, list(result.errors or ())

    def all(self, type_name: str) -> list[Row]:
        """Return the rows of a type the viewer may see."""
        return [row for row in self.rows(type_name) if self.sees(type_name, row)]

    def rows(self, type_name: str) -> list[Row]:
        """Return all rows of a type, hidden ones too."""
        return self.world[self.model.tables[type_name]]

    def sees(self, type_name: str, row: Row) -> bool:
        """Say whether the viewer may see a row."""
        own = row["id"] if type_name == "Organisation" else row["org_id"]
        return own == self.viewer.org_id and self.model.visible[type_name](self, row)

    def find(self, type_name: str, uuid: str | None) -> Ref | None:
        """Return the visible row with this id."""
        for row in self.all(type_name):
            if row["id"] == uuid:
                return Ref(type_name, row)
        return None

    def node(self, given: str) -> Ref | None:
        """Return the visible row a global id names."""
        for type_name in self.model.tables:
            for row in self.all(type_name):
                if global_id(type_name, row.get("id", "")) == given:
                    return Ref(type_name, row)
        return None

    def _resolve(self, source: Any, info: Any, **args: Any) -> Any:
        if isinstance(source, dict):  # connections, edges, page infos, values of functions
            value = source[info.field_name]
            return value() if callable(value) else value
        function = self.model.fields[info.parent_type.name][info.field_name]
        value = function(self, source.row if source else None, args)
        return self.page(value, args) if isinstance(value, Rows) else show(value)

    def page(self, connection: Rows, args: Mapping[str, Any]) -> dict[str, Any]:
        """Cut the page of a connection that the arguments ask for."""
        given = [(o["field"], o.get("direction") or "ASC") for o in args.get("orderBy") or ()]
        order = given or connection.order
        wanted = args.get("filter")
        rows = [row for row in connection.rows if self.matches(connection.type, row, wanted)]
        compare = self._comparison(connection.type, order)
        rows.sort(key=cmp_to_key(lambda a, b: compare(self._place(a, connection.type, order), b)))
        first, last = args.get("first"), args.get("last")
        if (first is not None and last is not None) or not all(
            0 <= size <= 100 for size in (first, last) if size is not None
        ):
            raise GraphQLError("bad page")
        marks = {name: self._read(args[name], connection.type, order)
                 for name in ("after", "before") if args.get(name) is not None}  # fmt: skip
        low, high = 0, len(rows)
        if "after" in marks:
            low = sum(compare(marks["after"], row) >= 0 for row in rows)
        if "before" in marks:
            high = sum(compare(marks["before"], row) > 0 for row in rows)
        high = max(low, high)
        start, end = low, high
        if last is not None:
            start = max(low, high - last)
        else:
            end = min(high, low + (20 if first is None else first))
        page = rows[start:end]
        # What lies beyond is asked of the page's ends, or of the cursors where it is empty.
        before_start = (
            sum(compare(marks["after"], row) >= 0 for row in rows) if "after" in marks else 0
        )
        after_end = (
            sum(compare(marks["before"], row) <= 0 for row in rows) if "before" in marks else 0
        )
        cursors = [self.cursor(connection.type, order, row) for row in page]
        refs = [Ref(connection.type, row) for row in page]
        return {
            "totalCount": len(rows),
            "nodes": refs,
            "edges": [
                {"cursor": cursor, "node": ref} for cursor, ref in zip(cursors, refs, strict=True)
            ],
            "pageInfo": {
                "hasNextPage": end < high or after_end > 0,
                "hasPreviousPage": start > low or before_start > 0,
                "startCursor": cursors[0] if cursors else None,
                "endCursor": cursors[-1] if cursors else None,
            },
        }

    def cursor(self, type_name: str, order: Sequence[tuple[str, str]], row: Row) -> str:
        """Make the cursor of a row in an order."""
        place = [self._mark(type_name, order), *map(show, self._place(row, type_name, order))]
        text = json.dumps(place, ensure_ascii=False, separators=(",", ":"))
        return urlsafe_b64encode(text.encode()).decode().rstrip("=")

    def _mark(self, type_name: str, order: Sequence[tuple[str, str]]) -> str:
        names = [f"{name}{'-' if way == 'DESC' else '+'}" for name, way in self._unique(order)]
        way = self._unique(order)[-1][1] if order else "ASC"
        text = ",".join([type_name, *names, f"id{'-' if way == 'DESC' else '+'}"])
        return sha256(text.encode()).hexdigest()[:8]

    def _read(self, cursor: str, type_name: str, order: Sequence[tuple[str, str]]) -> list[Any]:
        # A cursor is read by finding the row that makes it: nothing is decoded here.
        for row in self.rows(type_name):
            if self.cursor(type_name, order, row) == cursor:
                return self._place(row, type_name, order)
        raise GraphQLError("bad cursor")

    @staticmethod
    def _unique(order: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        for name, way in order:
            if name not in [known for known, _ in found]:
                found.append((name, way))
        return found

    def _place(self, row: Row, type_name: str, order: Sequence[tuple[str, str]]) -> list[Any]:
        keys = [self.model.orders[type_name][name](row) for name, _ in self._unique(order)]
        return [*keys, row["id"]]

    def _comparison(self, type_name: str, order: Sequence[tuple[str, str]]) -> Callable[..., int]:
        ways = [way for _, way in self._unique(order)]
        ways.append(ways[-1] if ways else "ASC")

        def compare(place: list[Any], row: Row) -> int:
            for a, b, way in zip(place, self._place(row, type_name, order), ways, strict=True):
                if a == b:
                    continue
                larger = b is not None and (a is None or a > b)
                return 1 if larger == (way == "ASC") else -1
            return 0

        return compare

    def matches(self, type_name: str, row: Row, wanted: Mapping[str, Any] | None) -> bool:
        """Say whether a row matches a filter."""
        return all(self._entry(type_name, row, *entry) for entry in (wanted or {}).items())

    def _entry(self, type_name: str, row: Row, name: str, wanted: Any) -> bool:
        if wanted is None:
            return True
        if name == "and":
            return all(self.matches(type_name, row, item) for item in wanted)
        if name == "or":
            return any(self.matches(type_name, row, item) for item in wanted)
        if name == "not":
            return not self.matches(type_name, row, wanted)
        value = self.model.filters[type_name][name](self, row)
        if (type_name, name) in self.model.related:
            return any(self.matches(other, found, wanted) for other, found in value)
        if isinstance(value, list):
            return any(_compares(item, wanted) for item in value)
        return _compares(value, wanted)


def _compares(value: Any, wanted: Mapping[str, Any]) -> bool:
    return all(_holds(value, operator, other) for operator, other in wanted.items())


def _holds(value: Any, operator: str, other: Any) -> bool:
    if other is None:
        return value is None if operator == "eq" else True
    if value is None:
        return False
    if operator in {"contains", "startsWith"}:
        value, other = (
            text.lower().translate({ord("ς"): "σ", ord("ß"): "ss"}) for text in (value, other)
        )
    return {
        "eq": lambda: value == other,
        "in": lambda: value in other,
        "gt": lambda: value > other,
        "gte": lambda: value >= other,
        "lt": lambda: value < other,
        "lte": lambda: value <= other,
        "contains": lambda: other in value,
        "startsWith": lambda: value.startswith(other),
    }[operator]()
