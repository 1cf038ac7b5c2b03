"""Documents: random valid queries over any schema, with their variables.

Driven by the schema alone; ``Pools`` gives values that mean something (ids, texts, times) and
cursors that fit an order. Fields with arguments get aliases of their own, fields without
share them, so that selections merge and never conflict.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLString,
    ast_from_value,
    get_named_type,
    is_composite_type,
    print_ast,
)


@dataclass
class Pools:
    """Values by scalar type, by the name of the argument or input field where that is known."""

    scalars: Mapping[str, list[Any]]
    named: Mapping[str, list[Any]]
    cursors: Callable[[Random, str, list[dict[str, str]]], str | None]
    """Draws a cursor for a node type in an order (empty: the field's default)."""
    default_orders: Mapping[str, list[dict[str, str]]]
    """The default order of each connection field, as "Type.field"."""
    leave_out: set[str] = field(default_factory=set)


@dataclass
class Document:
    """A query text and its variables (JSON values)."""

    text: str
    variables: dict[str, Any]


class Maker:
    """Makes one document."""

    def __init__(self, schema: GraphQLSchema, pools: Pools, draw: Random, size: int = 40) -> None:
        self.schema, self.pools, self.draw = schema, pools, draw
        self.left = size
        self.variables: dict[str, Any] = {}
        self.declared: list[str] = []
        self.fragments: list[str] = []
        self.fragment_types: list[tuple[str, str]] = []
        self.aliases = 0

    def make(self) -> Document:
        """Make the document."""
        query = self.schema.query_type
        assert query is not None
        body = self._selection(query, 0)
        if self.draw.random() < 0.5:
            self._declare("unused", "Boolean", self.draw.choice([True, None]))
            body = body[:-1] + " ... @include(if: true) { __typename } }"
            self.declared.pop()
            self.variables.pop("unused", None)
        declared = f"({' '.join(self.declared)})" if self.declared else ""
        return Document(
            "\n".join([f"query Q{declared} {body}", *self.fragments]), dict(self.variables)
        )

    def _selection(self, type_: Any, depth: int) -> str:
        picked: list[str] = []
        fields = [
            name for name in type_.fields if f"{type_.name}.{name}" not in self.pools.leave_out
        ]
        for _ in range(self.draw.randint(1, 4 if depth < 3 else 3)):
            self.left -= 1
            name = self.draw.choice(fields)
            definition = type_.fields[name]
            if is_composite_type(get_named_type(definition.type)) and (depth > 6 or self.left < 0):
                continue
            picked.append(self._field(type_, name, definition, depth))
        if self.draw.random() < 0.2:
            picked.append("__typename")
        if isinstance(type_, GraphQLInterfaceType):
            picked.extend(self._concrete(type_, depth))
        if picked and self.draw.random() < 0.15:
            cut = self.draw.randint(0, len(picked) - 1)
            picked[cut:] = [self._wrapped(type_, " ".join(picked[cut:]))]
        if not picked or (picked and all("@" in part for part in picked)):
            picked.append("__typename")
        return "{ " + " ".join(picked) + " }"

    def _concrete(self, type_: GraphQLInterfaceType, depth: int) -> list[str]:
        found = []
        for object_type in self.schema.get_possible_types(type_):
            if self.draw.random() < 0.4 and depth < 6:
                inner = self._aliased(object_type, depth)
                found.append(f"... on {object_type.name} {{ {inner} }}")
        return found

    def _aliased(self, type_: GraphQLObjectType, depth: int) -> str:
        """Select fields under names no other type uses, so that shapes cannot conflict."""
        parts = []
        for _ in range(self.draw.randint(1, 3)):
            name = self.draw.choice(list(type_.fields))
            if f"{type_.name}.{name}" in self.pools.leave_out:
                continue
            parts.append(self._field(type_, name, type_.fields[name], depth + 1, fresh=True))
        return " ".join(parts) or "__typename"

    def _wrapped(self, type_: Any, inner: str) -> str:
        choice = self.draw.randint(0, 3)
        condition = f" {self._directive()}" if self.draw.random() < 0.4 else ""
        if choice == 0:
            return f"...{condition} {{ {inner} }}"
        if choice == 1:
            return f"... on {type_.name}{condition} {{ {inner} }}"
        name = f"F{len(self.fragments)}"
        self.fragments.append(f"fragment {name} on {type_.name} {{ {inner} }}")
        twice = f" ...{name}" if self.draw.random() < 0.3 else ""
        return f"...{name}{condition}{twice}"

    def _directive(self) -> str:
        name = self.draw.choice(["skip", "include"])
        value = self.draw.random() < 0.5
        if self.draw.random() < 0.5:
            return f"@{name}(if: {str(value).lower()})"
        return f"@{name}(if: ${self._declare('b', 'Boolean!', value)})"

    def _field(
        self, type_: Any, name: str, definition: GraphQLField, depth: int, *, fresh: bool = False
    ) -> str:
        alias = ""
        given = ""
        if definition.args:
            given = self._arguments(type_, name, definition)
        if fresh or given:
            self.aliases += 1
            alias = f"f{self.aliases}: "
        elif definition.args:
            alias = f"plain_{name}: "
        elif self.draw.random() < 0.2:
            alias = f"a_{name}: "
        directive = f" {self._directive()}" if self.draw.random() < 0.1 else ""
        named = get_named_type(definition.type)
        below = f" {self._selection(named, depth + 1)}" if is_composite_type(named) else ""
        return f"{alias}{name}{given}{directive}{below}"

    def _arguments(self, type_: Any, name: str, definition: GraphQLField) -> str:
        values: dict[str, Any] = {}
        for key, argument in definition.args.items():
            required = isinstance(argument.type, GraphQLNonNull)
            if key in {"first", "last", "after", "before"}:
                continue
            if required or self.draw.random() < 0.35:
                values[key] = self._value(argument.type, key, 0)
        if "first" in definition.args:
            values.update(self._paging(f"{type_.name}.{name}", definition, values))
        written = [
            self._argument(key, definition.args[key], value) for key, value in values.items()
        ]
        return f"({', '.join(written)})" if written else ""

    def _paging(self, place: str, definition: GraphQLField, values: dict[str, Any]) -> Any:
        node = get_named_type(get_named_type(definition.type).fields["nodes"].type).name
        order = values.get("orderBy") or self.pools.default_orders[place]
        order = order if isinstance(order, list) else [order]
        found: dict[str, Any] = {}
        size = self.draw.choice([None, "first", "last"])
        if size == "last" and definition.args["first"].default_value not in {None, ...}:
            found["first"] = None
        if size:
            found[size] = self.draw.choice([0, 1, 2, 3, 5, 20, 100])
        elif "orderBy" not in values and self.draw.random() < 0.5:
            return found
        for name in ("after", "before"):
            if self.draw.random() < 0.25:
                cursor = self.pools.cursors(self.draw, node, order)
                if cursor is not None:
                    found[name] = cursor
        return found

    def _argument(self, key: str, argument: GraphQLArgument, value: Any) -> str:
        if value is not None and self.draw.random() < 0.5:
            return f"{key}: ${self._declare('v', str(argument.type), value)}"
        return f"{key}: {self._literal(value, argument.type)}"

    def _literal(self, value: Any, type_: Any) -> str:
        if isinstance(type_, GraphQLNonNull):
            return self._literal(value, type_.of_type)
        if value is None:
            return "null"
        if isinstance(type_, GraphQLList):
            if not isinstance(value, list):
                return self._literal(value, type_.of_type)
            return f"[{', '.join(self._literal(item, type_.of_type) for item in value)}]"
        if isinstance(type_, GraphQLInputObjectType):
            parts = []
            for name, item in value.items():
                inner = type_.fields[name].type
                if self.draw.random() < 0.15 and not type_.is_one_of:
                    parts.append(f"{name}: ${self._declare('n', str(inner), item)}")
                else:
                    parts.append(f"{name}: {self._literal(item, inner)}")
            return "{" + ", ".join(parts) + "}"
        if isinstance(type_, GraphQLEnumType):
            return str(value)
        if isinstance(value, str):
            node = ast_from_value(value, GraphQLString)
            assert node is not None
            return print_ast(node)
        return str(value).lower() if isinstance(value, bool) else str(value)

    def _declare(self, prefix: str, type_: str, value: Any) -> str:
        name = f"{prefix}{len(self.declared)}"
        self.declared.append(f"${name}: {type_}")
        if value is not None or type_.endswith("!") or self.draw.random() < 0.5:
            self.variables[name] = value
        return name

    def _value(self, type_: Any, key: str, depth: int) -> Any:
        if isinstance(type_, GraphQLNonNull):
            return self._value(type_.of_type, key, depth)
        if isinstance(type_, GraphQLList):
            if key in {"and", "or"}:
                return [
                    self._value(type_.of_type, key, depth + 1)
                    for _ in range(self.draw.randint(0, 2))
                ]
            return [self._value(type_.of_type, key, depth) for _ in range(self.draw.randint(0, 3))]
        if isinstance(type_, GraphQLInputObjectType):
            return self._object(type_, depth)
        if isinstance(type_, GraphQLEnumType):
            return self.draw.choice(list(type_.values))
        pool = self.pools.named.get(key) or self.pools.scalars[type_.name]
        return self.draw.choice(pool)

    def _object(self, type_: GraphQLInputObjectType, depth: int) -> dict[str, Any]:
        names = list(type_.fields)
        if type_.is_one_of:
            name = self.draw.choice(
                [n for n in names if f"{type_.name}.{n}" not in self.pools.leave_out]
            )
            return {name: self._value(type_.fields[name].type, name, depth)}
        found: dict[str, Any] = {}
        for name, item in type_.fields.items():
            required = isinstance(item.type, GraphQLNonNull) and name != "direction"
            recursive = get_named_type(item.type) is type_ or isinstance(
                get_named_type(item.type), GraphQLInputObjectType
            )
            if recursive and depth > 1:
                continue
            if required or self.draw.random() < min(0.5, 1.6 / len(names)):
                null = not isinstance(item.type, GraphQLNonNull) and self.draw.random() < 0.08
                found[name] = None if null else self._value(item.type, name, depth + 1)
        return found
