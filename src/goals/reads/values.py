"""Values: what an argument is while a plan is made, when no variable has a value yet.

A plan serves every request of the same shape, so the compiler must not see what a client sent.
It sees a tree: dicts, lists and None as they are, a ``Slot`` where a variable's value will be
bound, ``Known`` for a literal of the document, ``Items`` for a list literal of such leaves.
Whatever decides the structure (page sizes, orders, directives) is plain, and part of the key.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    ArgumentNode,
    EnumValueNode,
    GraphQLEnumType,
    GraphQLInputType,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    Undefined,
    ValueNode,
    VariableNode,
    coerce_input_value,
    is_enum_type,
    is_input_object_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

Convert = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Slot:
    """A value inside the variables, found by ``path`` (variable name first)."""

    path: tuple[str | int, ...]
    convert: Convert | None = None

    def get(self, variables: Mapping[str, Any]) -> Any:
        """Return the value bound in this request; enums by name."""
        value: Any = variables
        for step in self.path:
            value = value[step]
        return value if self.convert is None or value is None else self.convert(value)

    @property
    def key(self) -> object:
        """What makes two leaves the same parameter."""
        return ("variable", self.path)


@dataclass(frozen=True, slots=True)
class Known:
    """A literal of the document, already coerced; enums by name."""

    value: Any

    def get(self, _variables: Mapping[str, Any]) -> Any:
        """Return the literal."""
        return self.value

    @property
    def key(self) -> object:
        """What makes two leaves the same parameter."""
        return ("literal", repr(self.value))


@dataclass(frozen=True, slots=True)
class Items:
    """A list literal of leaves."""

    leaves: "tuple[Leaf, ...]"

    def get(self, variables: Mapping[str, Any]) -> Any:
        """Return the list bound in this request."""
        return [leaf.get(variables) for leaf in self.leaves]

    @property
    def key(self) -> object:
        """What makes two leaves the same parameter."""
        return ("items", tuple(leaf.key for leaf in self.leaves))


Leaf = Slot | Known | Items


def enum_names(type_: GraphQLEnumType) -> Convert:
    """Return the function from coerced enum values to GraphQL names."""
    names = {_plain(value.value): name for name, value in type_.values.items()}

    def name_of(value: Any) -> Any:
        if isinstance(value, list):
            return [None if item is None else names[_plain(item)] for item in value]
        return names[_plain(value)]

    return name_of


def _plain(value: Any) -> Any:
    return getattr(value, "value", value)


def plain(value: Any) -> Any:
    """Return the value of a structural argument, which is never left to bind time."""
    if isinstance(value, Known):
        return value.value
    if isinstance(value, Slot | Items):
        raise TypeError("a structural value was left to bind time")
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    return value


def read(node: ValueNode, type_: GraphQLInputType, variables: Mapping[str, Any]) -> Any:
    """Turn a validated argument into a tree; ``Undefined`` for an absent variable."""
    if isinstance(node, VariableNode):
        return variables.get(node.name.value, Undefined)
    if isinstance(node, NullValueNode):
        return None
    if is_non_null_type(type_):
        return read(node, type_.of_type, variables)
    if is_list_type(type_):
        return _read_list(node, type_.of_type, variables)
    if is_input_object_type(type_):
        return _read_object(node, type_, variables)
    if is_enum_type(type_) and isinstance(node, EnumValueNode):
        return Known(node.value)
    if is_leaf_type(type_):
        return Known(type_.parse_literal(node))
    raise TypeError(f"not an input type: {type_}")


def _read_list(node: ValueNode, item_type: GraphQLInputType, variables: Mapping[str, Any]) -> Any:
    nodes = node.values if isinstance(node, ListValueNode) else (node,)
    items = [read(item, item_type, variables) for item in nodes]
    items = [None if item is Undefined else item for item in items]
    if is_input_object_type(getattr(item_type, "of_type", item_type)):
        return items
    return Items(tuple(Known(None) if item is None else item for item in items))


def _read_object(node: ValueNode, type_: Any, variables: Mapping[str, Any]) -> dict[str, Any]:
    given = {field.name.value: field.value for field in _fields(node)}
    tree: dict[str, Any] = {}
    for name, field in type_.fields.items():
        value = read(given[name], field.type, variables) if name in given else Undefined
        if value is Undefined:
            value = default_of(field)
        if value is not Undefined:
            tree[name] = value
    return tree


def _fields(node: ValueNode) -> Any:
    if not isinstance(node, ObjectValueNode):
        raise TypeError("an input object was expected")
    return node.fields


def default_of(definition: Any) -> Any:
    """Return the tree of an argument's or input field's default, else ``Undefined``."""
    default = getattr(definition, "default", None)
    if default is not None:  # of a schema built from SDL
        if default.literal is not None:
            return read(default.literal, definition.type, {})
        return tree_of(coerce_input_value(default.value, definition.type), definition.type)
    if definition.default_value is Undefined:
        return Undefined
    return tree_of(definition.default_value, definition.type)


def tree_of(value: Any, type_: GraphQLInputType) -> Any:
    """Turn a coerced value that is the same for every request into a tree."""
    if value is None:
        return None
    if is_non_null_type(type_):
        return tree_of(value, type_.of_type)
    if is_list_type(type_):
        items = [tree_of(item, type_.of_type) for item in value]
        if is_input_object_type(getattr(type_.of_type, "of_type", type_.of_type)):
            return items
        return Items(tuple(Known(None) if item is None else item for item in items))
    if is_input_object_type(type_):
        return {
            name: tree_of(value[field.out_name or name], field.type)
            for name, field in type_.fields.items()
            if (field.out_name or name) in value
        }
    return Known(enum_names(type_)(value) if is_enum_type(type_) else value)


def arguments(
    definitions: Mapping[str, Any],
    nodes: Iterable[ArgumentNode] | None,
    variables: Mapping[str, Any],
) -> dict[str, Any]:
    """Return the argument trees of a field; absent ones without a default are left out."""
    given = {node.name.value: node.value for node in nodes or ()}
    found: dict[str, Any] = {}
    for name, definition in definitions.items():
        value = read(given[name], definition.type, variables) if name in given else Undefined
        if value is Undefined:
            value = default_of(definition)
        if value is not Undefined:
            found[name] = value
    return found
