"""The catalogue: every type's source and every root field's, checked once at start.

A type whose table has no rule, a join to nowhere or an order by a decimal is refused here, so
that no document can find it out.
"""

import re
from collections.abc import Iterable, Mapping

from graphql import GraphQLObjectType, GraphQLSchema, get_named_type, is_non_null_type

from goals.reads.errors import CatalogueError
from goals.reads.rules import Through
from goals.reads.sources import (
    Column,
    Embedded,
    FieldSource,
    FilterSource,
    First,
    Many,
    ManyConnection,
    NodeReference,
    One,
    Related,
    RootConnection,
    RootOne,
    RootSource,
    TypeSource,
    Values,
)

_NAME = re.compile(r"[a-z_][a-z0-9_]*\Z")
ORDERABLE = {"text", "plain", "integer", "date", "datetime", "uuid"}


class Catalogue:
    """All sources, by GraphQL type name, and the fields of the query type."""

    def __init__(self, types: Iterable[TypeSource], roots: Mapping[str, RootSource]) -> None:
        self.types = {source.name: source for source in types}
        self.roots = dict(roots)
        for source in self.types.values():
            self._check(source)
        for name, root in self.roots.items():
            if isinstance(root, RootOne | RootConnection):
                self._target(f"Query.{name}", root.type)

    def type(self, name: str) -> TypeSource:
        """Return the source of a type, embedded ones included."""
        try:
            return self.types[name]
        except KeyError:
            raise CatalogueError(f"{name} has no source") from None

    def readable(self, name: str) -> TypeSource:
        """Return the source of a type that has a table."""
        source = self.type(name)
        if source.table is None:
            raise CatalogueError(f"{name} has no table of its own")
        return source

    def check_schema(self, schema: GraphQLSchema) -> None:
        """Compare with the schema: each source must have its field, each id its nullability.

        Raises CatalogueError. Fields without a source are allowed: Strawberry executes them.
        """
        for source in self.types.values():
            type_ = schema.get_type(source.name)
            if type_ is None:
                continue  # a table that only filters and value lists use
            if not isinstance(type_, GraphQLObjectType):
                raise CatalogueError(f"{source.name} is not an object type of the schema")
            for name, field in source.fields.items():
                if name not in type_.fields:
                    raise CatalogueError(f"{source.name}.{name} is not in the schema")
                kind = type_.fields[name].type
                if isinstance(field, One | First | Embedded):
                    named = get_named_type(kind).name
                    if named != field.type:
                        raise CatalogueError(f"{source.name}.{name} is a {named}, not {field.type}")
                if isinstance(field, Column) and field.nullable and is_non_null_type(kind):
                    raise CatalogueError(f"{source.name}.{name} can be null in the table")

    def _check(self, source: TypeSource) -> None:
        if source.table is not None:
            if source.rule is None:
                raise CatalogueError(f"{source.name} has a table but no rule")
            if not _NAME.match(source.table):
                raise CatalogueError(f"{source.name}: {source.table!r} is not a table name")
        if isinstance(source.rule, Through):
            self._target(source.name, source.rule.type)
        for name, field in (*source.fields.items(), *source.filters.items()):
            self._check_field(f"{source.name}.{name}", field)
        for name, order in source.orders.items():
            if order.kind not in ORDERABLE:
                raise CatalogueError(f"{source.name} cannot be ordered by {name} ({order.kind})")
        self._check_orders(source)

    def _check_field(self, where: str, field: FieldSource | FilterSource) -> None:
        if isinstance(field, One | First | Many | ManyConnection | Values | Related):
            self._target(where, field.type)
            if not field.join:
                raise CatalogueError(f"{where} joins nothing")
        elif isinstance(field, NodeReference):
            for target in field.types.values():
                self._target(where, target)
        elif isinstance(field, Embedded):
            if self.type(field.type).table is not None:
                raise CatalogueError(f"{where} embeds a type with a table")
        elif isinstance(field, Column) and not _NAME.match(field.name):
            raise CatalogueError(f"{where}: {field.name!r} is not a column name")

    def _check_orders(self, source: TypeSource) -> None:
        for name, field in source.fields.items():
            if isinstance(field, First | Many | ManyConnection):
                known = self.type(field.type).orders
                for key, _ in field.order:
                    if key not in known:
                        raise CatalogueError(f"{source.name}.{name} is ordered by unknown {key}")

    def _target(self, where: str, name: str) -> None:
        if name not in self.types or self.types[name].table is None:
            raise CatalogueError(f"{where} leads to {name}, which has no table")
