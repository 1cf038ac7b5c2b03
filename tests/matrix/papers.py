"""Papers: documents made from the schema, so that a new field is asked for as soon as it is there.

``touched`` collects every field that stands in a document; what is missing at the end is a field
that nothing here reaches.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_required_argument,
)

PAGE = 3
DEEP = {"allowedActions"}
"""Read from so many facts that SQLite takes it near the root alone."""
AT_ONCE = 25
"""Fields beside each other in one document: each is an alias, and 30 are allowed."""
SOME = {
    "String": '"2026"',
    "Int": "3",
    "Boolean": "true",
    "Date": '"2026-01-01"',
    "DateTime": '"2026-01-01T00:00:00Z"',
    "Decimal": '"1"',
    "ID": '"nothing"',
    "UUID": '"00000000-0000-0000-0000-000000000000"',
    "URL": '"https://example.org/"',
    "Float": "1.5",
}

GUESSES = {"contains": 3, "startsWith": 2}
NAMED = {"year": "2026"}


@dataclass
class Papers:
    """Documents over one schema."""

    schema: GraphQLSchema
    touched: set[str] = field(default_factory=set)

    def node_types(self) -> list[GraphQLObjectType]:
        """The types whose objects have an id."""
        node = self.schema.get_type("Node")
        assert isinstance(node, GraphQLInterfaceType)
        return sorted(self.schema.get_implementations(node).objects, key=lambda each: each.name)

    def links(self, type_: GraphQLObjectType) -> list[str]:
        """The fields of a type that lead to other objects."""
        return [
            name
            for name, each in type_.fields.items()
            if not is_leaf_type(get_named_type(each.type))
        ]

    def by_id(self, type_: GraphQLObjectType) -> list[str]:
        """Ask for nodes of a type: all their fields, some at a time; and each link with its own."""
        names = list(type_.fields)
        parts = [names[at : at + AT_ONCE] for at in range(0, len(names), AT_ONCE)]
        wanted = [" ".join(self.one(type_, name, 0) for name in part) for part in parts]
        links = [self.step(type_, name) for name in self.links(type_)]
        wanted += [" ".join(links[at : at + 8]) for at in range(0, len(links), 8)]
        return [f"id ... on {type_.name} {{ {each} }}" for each in wanted]

    def step(self, type_: GraphQLObjectType, name: str) -> str:
        """Go over one link, under another name, and select what is near on the other side."""
        each = type_.fields[name]
        kind = get_named_type(each.type)
        inner = kind.fields["nodes"].type if kind.name.endswith("Connection") else kind
        target = get_named_type(inner)
        near = " ".join(
            other if is_leaf_type(get_named_type(part.type)) else f"{other} {{ id }}"
            for other, part in getattr(target, "fields", {}).items()
            if not part.args and other not in DEEP and _is_near(get_named_type(part.type))
        )
        below = f"{{ __typename {near} }}"
        if target is not kind:
            below = f"{{ totalCount edges {{ cursor }} nodes {below} }}"
        return f"x{name}: {name}{self.arguments(each)} {below}"

    def one(self, type_: GraphQLObjectType, name: str, depth: int, alias: str = "") -> str:
        """Select one field of a type; below it the leaves, and ``depth`` steps further."""
        self.touched.add(f"{type_.name}.{name}")
        each = type_.fields[name]
        below = self.below(get_named_type(each.type), depth)
        return f"{alias}{name}{self.arguments(each)}{below}"

    def below(self, type_: Any, depth: int) -> str:
        """Select what is in an object."""
        if is_leaf_type(type_):
            return ""
        if type_ is self.schema.query_type:
            return " { __typename }"
        if isinstance(type_, GraphQLInterfaceType):
            return self._interface(type_)
        if type_.name.endswith(("Connection", "Edge")) or type_.name == "PageInfo":
            return f" {{ {' '.join(self.one(type_, name, depth) for name in type_.fields)} }}"
        if depth <= 0 and any(each.name == "Node" for each in type_.interfaces):
            self.touched.add(f"{type_.name}.id")
            return " { id __typename }"
        inner = [
            self.one(type_, name, depth - 1)
            for name, each in type_.fields.items()
            if depth > -3 or is_leaf_type(get_named_type(each.type))
        ]
        return f" {{ __typename {' '.join(inner)} }}"

    def _interface(self, type_: GraphQLInterfaceType) -> str:
        common = list(type_.fields)
        self.touched |= {f"{type_.name}.{name}" for name in common}
        parts = ["__typename", *common]
        for each in self.schema.get_implementations(type_).objects:
            self.touched |= {f"{each.name}.{name}" for name in common}
            own = [name for name in each.fields if name not in common and type_.name != "Node"]
            if own:
                inner = " ".join(self.one(each, name, -3) for name in own)
                parts.append(f"... on {each.name} {{ {inner} }}")
        return f" {{ {' '.join(parts)} }}"

    def act(self, name: str) -> str:
        """Ask for all that an act gives."""
        mutation = self.schema.mutation_type
        assert mutation is not None
        self.touched.add(f"Mutation.{name}")
        each = mutation.fields[name]
        below = self.below(get_named_type(each.type), 0)
        return f"mutation A($input: {each.args['input'].type}) {{ {name}(input: $input) {below} }}"

    def subscription(self, name: str, *arguments: str) -> str:
        """Ask to be told, with some arguments."""
        subscription = self.schema.subscription_type
        assert subscription is not None
        self.touched.add(f"Subscription.{name}")
        each = subscription.fields[name]
        head = ", ".join(f"${key}: {each.args[key].type}" for key in arguments)
        given = ", ".join(f"{key}: ${key}" for key in arguments)
        below = self.below(get_named_type(each.type), 0)
        return f"subscription S({head}) {{ {name}({given}) {below} }}"

    def everything(self) -> None:
        """Write every document of this room once."""
        for type_ in self.node_types():
            self.by_id(type_)
        self.roots()
        for root, write in (
            (self.schema.mutation_type, self.act),
            (self.schema.subscription_type, self.subscription),
        ):
            assert root is not None
            for name in root.fields:
                write(name)

    def arguments(self, each: GraphQLField) -> str:
        """Give the arguments that must be given, and a small page."""
        given = {
            name: self.value(argument.type, name)
            for name, argument in each.args.items()
            if is_required_argument(argument)
        }
        if {"first", "after"} <= set(each.args):
            given["first"] = str(PAGE)
        listed = ", ".join(f"{name}: {value}" for name, value in given.items())
        return f"({listed})" if listed else ""

    def value(self, type_: Any, name: str = "") -> str:
        """Write a value of an input type: what must be there, and no more."""
        if is_non_null_type(type_):
            return self.value(type_.of_type, name)
        if is_list_type(type_):
            return f"[{self.value(type_.of_type, name)}]"
        if name in NAMED:
            return NAMED[name]
        if isinstance(type_, GraphQLEnumType):
            return next(iter(type_.values))
        if not isinstance(type_, GraphQLInputObjectType):
            return SOME[type_.name]
        if type_.is_one_of:
            names = sorted(type_.fields, key=lambda name: (name != "year", name))[:1]
        else:
            names = [n for n, each in type_.fields.items() if is_required_argument(each)]
        inner = ", ".join(f"{name}: {self.value(type_.fields[name].type, name)}" for name in names)
        return f"{{{inner}}}"

    def roots(self, ids: Iterable[str] = ()) -> dict[str, list[str]]:
        """Ask for every root field of the queries; what takes an id, for each of these ids."""
        query = self.schema.query_type
        assert query is not None
        asked = {name: f"query R {{ {self.one(query, name, 1)} }}" for name in query.fields}
        return {
            name: [text.replace(SOME["ID"], f'"{id_}"') for id_ in ids]
            if SOME["ID"] in text
            else [text]
            for name, text in asked.items()
        }

    def plain_roots(self) -> list[str]:
        """Ask for every root field of the queries, and nothing of what is in it."""
        query = self.schema.query_type
        assert query is not None
        return [
            f"query R {{ {name}{self.arguments(each)}"
            f"{'' if is_leaf_type(get_named_type(each.type)) else ' { __typename }'} }}"
            for name, each in query.fields.items()
        ]

    def lists(self) -> Iterator[tuple[str, GraphQLField]]:
        """The root fields that are connections."""
        query = self.schema.query_type
        assert query is not None
        for name, each in query.fields.items():
            if get_named_type(each.type).name.endswith("Connection"):
                yield name, each

    def orderings(self) -> list[str]:
        """Ask for every list in every order, forwards and backwards."""
        asked = []
        for name, each in self.lists():
            if "orderBy" not in each.args:
                continue
            order = get_named_type(each.args["orderBy"].type)
            assert isinstance(order, GraphQLInputObjectType)
            enum = get_named_type(order.fields["field"].type)
            assert isinstance(enum, GraphQLEnumType)
            for value in enum.values:
                for direction, page in (("ASC", "first"), ("DESC", "first"), ("ASC", "last")):
                    by = f"orderBy: [{{field: {value}, direction: {direction}}}]"
                    asked.append(
                        f"{name}({page}: 100, {by}) {{ totalCount edges {{ cursor node {{ id }} }}"
                        " pageInfo { startCursor endCursor hasNextPage hasPreviousPage } }"
                    )
        return _together(asked)

    def filters(self, values: dict[str, list[str]]) -> list[str]:
        """Ask for every list with every filter, each with every comparator and these values."""
        asked = []
        for name, each in self.lists():
            if "filter" not in each.args:
                continue
            conditions = self.conditions(get_named_type(each.args["filter"].type), values, 2)
            asked += [
                f"{name}(first: 100, filter: {condition}) {{ totalCount nodes {{ id }} }}"
                for condition in conditions
            ]
        return _together(asked)

    def conditions(self, type_: Any, values: dict[str, list[str]], depth: int) -> Iterator[str]:
        """Write every condition that a filter can put, through ``depth`` others."""
        for name, each in type_.fields.items():
            inner = get_named_type(each.type)
            if name in {"and", "or", "not"}:
                if depth == 2:  # once, around something simple
                    simple = next(self.conditions(type_, values, 0))
                    yield f"{{{name}: [{simple}]}}" if name != "not" else f"{{not: {simple}}}"
                continue
            if inner.fields.keys() & {"eq", "in", "contains"}:
                for condition in _compared(inner, values):
                    yield f"{{{name}: {condition}}}"
            elif depth > 0:
                for condition in self.conditions(inner, values, depth - 1):
                    yield f"{{{name}: {condition}}}"


def _is_near(type_: Any) -> bool:
    return is_leaf_type(type_) or "id" in getattr(type_, "fields", {})


def _compared(type_: GraphQLInputObjectType, values: dict[str, list[str]]) -> Iterator[str]:
    for name, each in type_.fields.items():
        kind = get_named_type(each.type)
        if isinstance(kind, GraphQLEnumType):
            choices = list(kind.values)
        else:
            choices = values.get(kind.name, [])
        if is_list_type(getattr(each.type, "of_type", None)) or is_list_type(each.type):
            yield f"{{{name}: [{', '.join(choices[:40])}]}}"
        else:
            for choice in choices[: GUESSES.get(name, 1)]:
                yield f"{{{name}: {choice}}}"


def _together(asked: list[str]) -> list[str]:
    return [
        "query L { "
        + " ".join(f"a{number}: {one}" for number, one in enumerate(asked[at : at + AT_ONCE]))
        + " }"
        for at in range(0, len(asked), AT_ONCE)
    ]
