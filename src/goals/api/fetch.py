"""Fetching: selections that Strawberry executes read through the same compiler.

The one rule: no resolver reads the database. A root field, or an entity in the payload of an act,
is compiled with all that is selected below it and fetched in one statement.
"""

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from graphql import (
    DocumentNode,
    FieldNode,
    GraphQLSchema,
    NameNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    get_named_type,
    is_abstract_type,
)
from strawberry.types import Info

from goals.api.context import Context
from goals.api.node import TYPE_KEY
from goals.reads.catalogue import Catalogue
from goals.reads.compiler import compile_operation, compile_selection
from goals.reads.plan import read, read_entity
from goals.reads.shapes import Shape

_TYPE_NAME = FieldNode(
    name=NameNode(value="__typename"),
    alias=NameNode(value=TYPE_KEY),
    arguments=(),
    directives=(),
)


class Fetcher:
    """Compiles and fetches parts of an operation."""

    def __init__(self, schema: GraphQLSchema, catalogue: Catalogue) -> None:
        self.schema = schema
        self.catalogue = catalogue

    async def root(self, context: Context, info: Info[Any, Any]) -> Any:
        """Fetch one root field of a query."""
        raw = info._raw_info  # noqa: SLF001 - Strawberry offers no other way to the nodes
        nodes: Sequence[FieldNode] = raw.field_nodes
        if is_abstract_type(get_named_type(raw.return_type)):
            nodes = [_with_type(node) for node in nodes]
        part = OperationDefinitionNode(
            operation=OperationType.QUERY,
            name=raw.operation.name,
            variable_definitions=raw.operation.variable_definitions,
            directives=(),
            selection_set=SelectionSetNode(selections=tuple(nodes)),
        )
        document = DocumentNode(definitions=(part, *raw.fragments.values()))
        viewer = context.known_viewer
        plan = compile_operation(
            self.schema,
            self.catalogue,
            document,
            None,
            raw.variable_values,
            context.database.dialect,
            viewer.role,
        )
        if plan is None:
            raise TypeError(f"{raw.field_name} cannot be compiled")
        text = await read(context.database, plan, raw.variable_values, viewer)
        found = json.loads(text)
        return None if found is None else found[raw.path.key]

    async def entity(
        self, context: Context, info: Info[Any, Any], type_name: str, key: UUID | None
    ) -> dict[str, Any] | None:
        """Fetch one row of a type with what is selected below the field; None when invisible."""
        if key is None:
            return None
        raw = info._raw_info  # noqa: SLF001
        document = DocumentNode(definitions=(raw.operation, *raw.fragments.values()))
        tree = Shape(self.schema, document, raw.operation).tree(raw.variable_values)
        viewer = context.known_viewer
        plan = compile_selection(
            self.schema,
            self.catalogue,
            type_name,
            raw.field_nodes,
            raw.fragments,
            tree,
            context.database.dialect,
            viewer.role,
        )
        return await read_entity(context.database, plan, raw.variable_values, viewer, str(key))


def _with_type(node: FieldNode) -> FieldNode:
    """Ask for the name of the type beside what the client asks for."""
    selections = () if node.selection_set is None else node.selection_set.selections
    return FieldNode(
        name=node.name,
        alias=node.alias,
        arguments=node.arguments,
        directives=node.directives,
        selection_set=SelectionSetNode(selections=(*selections, _TYPE_NAME)),
    )
