"""Selections: which fields an object answers with, after fragments, directives and merging.

CollectFields of the GraphQL specification (section 6.3.2) for one concrete type. The order of
the answer is the order of first appearance; nodes with the same response key are merged.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    DirectiveNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    SelectionNode,
    SelectionSetNode,
    VariableNode,
    is_abstract_type,
)

from goals.reads.values import plain


@dataclass(frozen=True, slots=True)
class Selected:
    """One field of the answer: its response key, its definition, and all its nodes."""

    key: str
    name: str
    nodes: tuple[FieldNode, ...]
    definition: GraphQLField | None
    """None for ``__typename``."""

    @property
    def sets(self) -> tuple[SelectionSetNode, ...]:
        """The selection sets to be merged below this field."""
        return tuple(node.selection_set for node in self.nodes if node.selection_set)


class Selections:
    """Collects fields of one document under one set of variables."""

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: Mapping[str, FragmentDefinitionNode],
        variables: Mapping[str, Any],
    ) -> None:
        self.schema = schema
        self._fragments = fragments
        self.variables = variables

    def fields(self, type_: GraphQLObjectType, sets: Iterable[SelectionSetNode]) -> list[Selected]:
        """Return the fields of an object of this type, in the order of the answer."""
        grouped: dict[str, list[FieldNode]] = {}
        visited: set[str] = set()
        for selection_set in sets:
            self._collect(type_, selection_set.selections, grouped, visited)
        return [
            Selected(key, nodes[0].name.value, tuple(nodes), type_.fields.get(nodes[0].name.value))
            for key, nodes in grouped.items()
        ]

    def _collect(
        self,
        type_: GraphQLObjectType,
        selections: Iterable[SelectionNode],
        grouped: dict[str, list[FieldNode]],
        visited: set[str],
    ) -> None:
        for node in selections:
            if not self._included(node.directives):
                continue
            if isinstance(node, FieldNode):
                key = node.alias.value if node.alias else node.name.value
                grouped.setdefault(key, []).append(node)
                continue
            if isinstance(node, FragmentSpreadNode):
                name = node.name.value
                if name in visited:
                    continue
                visited.add(name)
                fragment: Any = self._fragments[name]
            else:
                fragment = node
            condition = fragment.type_condition
            if condition is None or self._applies(condition.name.value, type_):
                self._collect(type_, fragment.selection_set.selections, grouped, visited)

    def _applies(self, condition: str, type_: GraphQLObjectType) -> bool:
        if condition == type_.name:
            return True
        named = self.schema.get_type(condition)
        return (
            named is not None and is_abstract_type(named) and self.schema.is_sub_type(named, type_)
        )

    def _included(self, directives: Iterable[DirectiveNode] | None) -> bool:
        for directive in directives or ():
            name = directive.name.value
            if name in {"skip", "include"} and self._condition(directive) == (name == "skip"):
                return False
        return True

    def _condition(self, directive: DirectiveNode) -> bool:
        value: Any = (directive.arguments or ())[0].value
        if isinstance(value, VariableNode):
            return bool(plain(self.variables[value.name.value]))
        return bool(value.value)
