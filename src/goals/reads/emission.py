"""Emission: the JSON text of an object, as parts of an SQL expression.

One row of the statement stands behind each object; to-one relations are joined to it, lists are
sub-selects (lists.py, pages.py). Nothing here knows where the object itself comes from.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from graphql import GraphQLObjectType, SelectionSetNode, get_named_type, is_non_null_type

from goals.reads import lists, pages
from goals.reads.computed import Calls
from goals.reads.context import Context, Row
from goals.reads.deeper import MARK, Deferred
from goals.reads.errors import NotCompilable
from goals.reads.missing import mark
from goals.reads.pieces import Lit, Part
from goals.reads.rules import proves, visible
from goals.reads.selection import Selected, Selections
from goals.reads.sources import (
    Column,
    Computed,
    Constant,
    Embedded,
    Expression,
    FieldSource,
    First,
    Many,
    ManyConnection,
    NodeReference,
    One,
    Values,
)

MOST_JOINS = 40
"""SQLite joins at most 64 tables; beyond this many a relation becomes a sub-select."""


class Emitter:
    """Emits objects of one statement."""

    def __init__(
        self, context: Context, selections: Selections, split: int | None, up: int = 1
    ) -> None:
        self.context = context
        self.dialect = context.dialect
        self.selections = selections
        self.calls = Calls()
        self.deferred: list[Deferred] = []
        self._split = split
        self._level = 0
        self.up = up
        """How many objects and lists go with a missing non-null field of the innermost one."""
        self.variables = selections.variables

    @contextmanager
    def inside(self, *, nullable: bool) -> Iterator[None]:
        """Write an object or list in a place that may be null, or may not."""
        around = self.up
        self.up = 1 if nullable else around + 1
        yield
        self.up = around

    def missing(self, *, nullable: bool) -> str:
        """Return the SQL of the answer where there is none."""
        return "'null'" if nullable else self.dialect.literal(mark(self.up))

    def object(
        self, row: Row, type_: GraphQLObjectType, sets: Sequence[SelectionSetNode]
    ) -> list[Part]:
        """Return the JSON object of a row."""
        parts: list[Part] = [Lit("{")]
        path = self.context.path
        for index, selected in enumerate(self.selections.fields(type_, sets)):
            self.context.path = (*path, selected.key)
            parts.append(Lit(f'{"," if index else ""}"{selected.key}":'))
            parts.extend(self._field(row, type_, selected))
        self.context.path = path
        parts.append(Lit("}"))
        return parts

    def _field(self, row: Row, type_: GraphQLObjectType, selected: Selected) -> list[Part]:
        if selected.definition is None:
            return [Lit(f'"{type_.name}"')]
        source = row.source.fields.get(selected.name)
        if source is None:
            raise NotCompilable(f"{type_.name}.{selected.name} has no source")
        nullable = not is_non_null_type(selected.definition.type)
        if isinstance(source, Column | Expression):
            return self.scalar(row, source, nullable=nullable)
        if isinstance(source, Constant):
            return [Lit(json.dumps(source.value, ensure_ascii=False, separators=(",", ":")))]
        if isinstance(source, Computed):
            return self._computed(row, source, selected)
        if self._split is not None and self._level >= self._split and self._is_node(type_):
            return self._defer(row, selected)
        depth = 1 if isinstance(source, One | Embedded) else 2
        self._level += depth
        parts = self._object_field(row, source, selected, nullable=nullable)
        self._level -= depth
        return parts

    def _is_node(self, type_: GraphQLObjectType) -> bool:
        """Say whether rows of this type are found again by their id."""
        return any(interface.name == "Node" for interface in type_.interfaces)

    def _defer(self, row: Row, selected: Selected) -> list[Part]:
        self.deferred.append(Deferred(row.source.name, selected.key, selected.nodes, self.up))
        own = f"CAST({row[row.source.id_column]} AS text)"
        return [Lit(f"{MARK}{len(self.deferred) - 1}:"), own, Lit(MARK)]

    def scalar(self, row: Row, source: Column | Expression, *, nullable: bool) -> list[Part]:
        """Return the JSON of a column or expression."""
        sql = self.context.value(source, row)
        if source.kind != "id":
            return self.dialect.value(source.kind, sql, nullable=nullable)
        parts = self.dialect.global_id(source.type_name or row.source.name, sql)
        return [f"COALESCE({self.dialect.chain(parts)}, 'null')"] if nullable else parts

    def _computed(self, row: Row, source: Computed, selected: Selected) -> list[Part]:
        number = self.calls.add(source.function, selected, self.selections)
        parts: list[Part] = [Lit(f"\x01{number}:{{")]
        for index, (name, needed) in enumerate(source.values.items()):
            parts.append(Lit(f"{',' if index else ''}{json.dumps(name)}:"))
            parts.extend(self.scalar(row, needed, nullable=True))
        parts.append(Lit("}\x01"))
        return parts

    def _object_field(
        self, row: Row, source: FieldSource, selected: Selected, *, nullable: bool
    ) -> list[Part]:
        if isinstance(source, Many | Values):
            return lists.emit(self, row, source, selected)
        if isinstance(source, ManyConnection):
            return pages.emit_many(self, row, source, selected)
        if isinstance(source, One):
            return self._one(row, source, selected, nullable=nullable)
        if isinstance(source, First):
            return lists.emit_first(self, row, source, selected, nullable=nullable)
        if isinstance(source, Embedded):
            return self._embedded(row, source, selected, nullable=nullable)
        if isinstance(source, NodeReference):
            return self._reference(row, source, selected, nullable=nullable)
        raise NotCompilable(f"no way to emit {source!r}")

    def _embedded(
        self, row: Row, source: Embedded, selected: Selected, *, nullable: bool
    ) -> list[Part]:
        view = row.view(self.context.catalogue.type(source.type))
        with self.inside(nullable=nullable):
            parts = self.object(view, self.object_type(selected), selected.sets)
        if source.present is None:
            return parts
        return self._when(row[source.present], parts, nullable=nullable)

    def _when(self, column: str, parts: list[Part], *, nullable: bool) -> list[Part]:
        missing = self.missing(nullable=nullable)
        return [f"CASE WHEN {column} IS NULL THEN {missing} ELSE {self.dialect.chain(parts)} END"]

    def _one(self, row: Row, source: One, selected: Selected, *, nullable: bool) -> list[Part]:
        target = self.context.catalogue.readable(source.type)
        type_ = self.object_type(selected)
        implied = source.implied or proves(row.source, target, source.join)
        if len(row.joins) >= MOST_JOINS:
            on = {theirs: row[own] for own, theirs in source.join}
            return lists.single(
                self, source.type, on, type_, selected.sets, nullable=nullable, implied=implied
            )
        joined = self._joined(row, source, implied=implied)
        with self.inside(nullable=nullable):
            parts = self.object(joined, type_, selected.sets)
        return self._when(joined[target.id_column], parts, nullable=nullable)

    def _joined(self, row: Row, source: One, *, implied: bool) -> Row:
        """Return the joined row, the same for every alias of the relation."""
        known = row.joined.get(source)
        if known is not None:
            return known
        joined = self.context.table(source.type)
        on = [
            self.context.same_organisation(joined),
            *(f"{joined[theirs]} = {row[own]}" for own, theirs in source.join),
            *visible(joined, self.context, implied=implied),
        ]
        table = joined.source.table
        row.joins.append(f" LEFT JOIN {table} AS {joined.alias} ON {' AND '.join(on)}")
        joined.joins = row.joins
        row.joined[source] = joined
        return joined

    def _reference(
        self, row: Row, source: NodeReference, selected: Selected, *, nullable: bool
    ) -> list[Part]:
        branches = []
        for stored, name in source.types.items():
            on = {self.context.catalogue.readable(name).id_column: row[source.id_column]}
            parts = lists.single(
                self, name, on, self.type_named(name), selected.sets, nullable=nullable
            )
            literal = self.dialect.literal(stored)
            branches.append(f"WHEN {literal} THEN {self.dialect.chain(parts)}")
        missing = self.missing(nullable=nullable)
        return [f"CASE {row[source.kind_column]} {' '.join(branches)} ELSE {missing} END"]

    def object_type(self, selected: Selected) -> GraphQLObjectType:
        """Return the object type of a field. Raises NotCompilable for an abstract one."""
        if selected.definition is None:
            raise NotCompilable("__typename has no fields")
        named = get_named_type(selected.definition.type)
        if not isinstance(named, GraphQLObjectType):
            raise NotCompilable(f"{named} is no object type")
        return named

    def type_named(self, name: str) -> GraphQLObjectType:
        """Return an object type of the schema by name."""
        type_ = self.selections.schema.get_type(name)
        if not isinstance(type_, GraphQLObjectType):
            raise NotCompilable(f"{name} is no object type")
        return type_
