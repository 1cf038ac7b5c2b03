"""Shapes: which differences between variables make another plan.

The key of a plan holds what is null or absent, the form of input objects, and the full value of
what decides the structure: directives' conditions, page sizes, orders, yes or no; of a cursor
which of its values are null, of a node's id its type. Nothing else, so texts, ids and list
lengths share one plan. ``Shape.tree`` shows the compiler exactly what the key holds (values.py),
so a plan cannot depend on anything that is not in its key.
"""

from collections.abc import Callable, Hashable, Mapping
from typing import Any

from graphql import (
    DirectiveNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLBoolean,
    GraphQLInputType,
    GraphQLSchema,
    Node,
    OperationDefinitionNode,
    Undefined,
    VariableNode,
    Visitor,
    is_enum_type,
    is_input_object_type,
    is_list_type,
    is_non_null_type,
    type_from_ast,
    visit,
)

from goals.reads.cursors import null_pattern
from goals.reads.identifiers import type_of
from goals.reads.values import Known, Slot, enum_names, tree_of

STRUCTURAL = {"first", "last", "orderBy"}
CURSORS = {"after", "before"}
NODES = {"id", "ids"}

Key = Callable[[Any], Hashable]
_ABSENT = ("absent",)


class _Uses(Visitor):
    """Collects which variables decide structure, hold cursors, or name nodes."""

    def __init__(self) -> None:
        super().__init__()
        self.structural: set[str] = set()
        self.cursors: set[str] = set()
        self.nodes: set[str] = set()

    def enter_directive(self, node: DirectiveNode, *_: Any) -> None:
        self.structural |= _variables(node)

    def enter_field(self, node: FieldNode, *_: Any) -> None:
        for argument in node.arguments or ():
            name = argument.name.value
            if name in STRUCTURAL:
                self.structural |= _variables(argument.value)
            elif name in CURSORS:
                self.cursors |= _variables(argument.value)
            elif name in NODES:
                self.nodes |= _variables(argument.value)


def _variables(node: Node) -> set[str]:
    found: set[str] = set()

    class Names(Visitor):
        def enter_variable(self, node: VariableNode, *_: Any) -> None:
            found.add(node.name.value)

    visit(node, Names())
    return found


class CursorSlot(Slot):
    """A cursor to be bound, of which it is known which values are null (None: unreadable)."""

    __slots__ = ("nulls",)
    nulls: tuple[bool, ...] | None

    @classmethod
    def of(cls, name: str, value: Any) -> "CursorSlot":
        """Return the slot of a variable with this value."""
        slot = cls((name,))
        object.__setattr__(slot, "nulls", null_pattern(value))
        return slot


class NodeSlot(Slot):
    """A global id (or a list of them) to be bound, of which the types are known."""

    __slots__ = ("types",)
    types: frozenset[str]

    @classmethod
    def of(cls, name: str, value: Any) -> "NodeSlot":
        """Return the slot of a variable with this value."""
        slot = cls((name,))
        object.__setattr__(slot, "types", node_types(value))
        return slot


def node_types(value: Any) -> frozenset[str]:
    """Return the types that global ids name; unreadable ones name none."""
    ids = value if isinstance(value, list) else [value]
    return frozenset(found for found in map(type_of, ids) if found is not None)


class Shape:
    """How one operation's variables make the key of a plan."""

    def __init__(
        self,
        schema: GraphQLSchema,
        operation: OperationDefinitionNode,
        fragments: Mapping[str, FragmentDefinitionNode],
    ) -> None:
        uses = _Uses()
        for part in (operation, *fragments.values()):
            visit(part, uses)
        self._uses = uses
        self._types: dict[str, GraphQLInputType] = {}
        self._keys: list[tuple[str, Key]] = []
        self._objects: dict[str, list[tuple[str, str, Key]]] = {}
        for definition in operation.variable_definitions or ():
            name = definition.variable.name.value
            type_: Any = type_from_ast(schema, definition.type)
            self._types[name] = type_
            self._keys.append((name, self._key_of(name, type_)))

    def key(self, variables: Mapping[str, Any]) -> Hashable:
        """Return what of these variables decides the plan."""
        return tuple(
            [key(variables[name]) if name in variables else _ABSENT for name, key in self._keys]
        )

    def tree(self, variables: Mapping[str, Any]) -> dict[str, Any]:
        """Return the variables as the compiler may see them."""
        return {
            name: self._tree_of(name, type_, variables[name])
            for name, type_ in self._types.items()
            if name in variables
        }

    def _key_of(self, name: str, type_: GraphQLInputType) -> Key:
        if name in self._uses.structural:
            return _frozen
        if name in self._uses.cursors:
            return lambda value: None if value is None else (null_pattern(value),)
        if name in self._uses.nodes:
            return lambda value: None if value is None else (node_types(value),)
        return self._form(type_)

    def _tree_of(self, name: str, type_: GraphQLInputType, value: Any) -> Any:
        if value is None:
            return None
        if name in self._uses.structural:
            return tree_of(value, type_)
        if name in self._uses.cursors:
            return CursorSlot.of(name, value)
        if name in self._uses.nodes:
            return NodeSlot.of(name, value)
        return _slots(value, type_, (name,))

    def _form(self, type_: GraphQLInputType) -> Key:
        if is_non_null_type(type_):
            return self._form(type_.of_type)
        if is_list_type(type_):
            inner = type_.of_type
            if not is_input_object_type(getattr(inner, "of_type", inner)):
                return _present
            form = self._form(inner)
            return lambda value: None if value is None else tuple([form(item) for item in value])
        if is_input_object_type(type_):
            return self._object_form(type_)
        return _frozen if type_ is GraphQLBoolean else _present

    def _object_form(self, type_: Any) -> Key:
        fields = self._objects.get(type_.name)
        if fields is None:
            fields = self._objects[type_.name] = []  # first, because inputs may hold themselves
            for name, field in type_.fields.items():
                fields.append((name, field.out_name or name, self._form(field.type)))

        def form(value: Any) -> Hashable:
            if value is None:
                return None
            return tuple([(name, key(value[out])) for name, out, key in fields if out in value])

        return form


def _present(value: Any) -> Hashable:
    return value is not None


def _frozen(value: Any) -> Hashable:
    if isinstance(value, dict):
        return tuple([(name, _frozen(item)) for name, item in value.items()])
    if isinstance(value, list):
        return tuple([_frozen(item) for item in value])
    return (type(value), value)


def _slots(value: Any, type_: GraphQLInputType, path: tuple[str | int, ...]) -> Any:
    if value is None:
        return None
    if is_non_null_type(type_):
        return _slots(value, type_.of_type, path)
    if is_list_type(type_):
        inner = getattr(type_.of_type, "of_type", type_.of_type)
        if is_input_object_type(inner):
            return [_slots(item, inner, (*path, at)) for at, item in enumerate(value)]
        return Slot(path, enum_names(inner) if is_enum_type(inner) else None)
    if is_input_object_type(type_):
        tree = {}
        for name, field in type_.fields.items():
            out = field.out_name or name
            found = value.get(out, Undefined)
            if found is not Undefined:
                tree[name] = _slots(found, field.type, (*path, out))
        return tree
    if type_ is GraphQLBoolean:
        return Known(value)
    return Slot(path, enum_names(type_) if is_enum_type(type_) else None)
