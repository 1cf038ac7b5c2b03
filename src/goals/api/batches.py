"""Batches: entities asked for by many resolvers at once, fetched in one statement.

The one rule: what is asked for within one turn of the event loop, for the same selection and the
same request, is one read. The inbox is such a list: its items come from a service, its commissions
from the compiler.
"""

import asyncio
import json
from collections.abc import Callable, Sequence
from typing import Any

from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    InlineFragmentNode,
    ListTypeNode,
    NamedTypeNode,
    NameNode,
    NonNullTypeNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    VariableDefinitionNode,
    VariableNode,
)

from goals.api.context import Context
from goals.domain.identity import global_id
from goals.reads.reader import Reader

MOST_AT_ONCE = 100
IDS = "@ids"
"""The variable that holds the ids; no variable of a client can be called this."""

Found = dict[str, Any] | None


class Batch:
    """One selection of one request, wanted for some rows of one type."""

    def __init__(
        self,
        reader: Reader,
        context: Context,
        type_name: str,
        info: Any,
        document: Callable[[], DocumentNode],
    ) -> None:
        self._reader = reader
        self._context = context
        self._type_name = type_name
        self._info = info
        self._document = document
        self._wanted: dict[Any, asyncio.Future[Found]] = {}
        self._task: asyncio.Task[None] | None = None

    def want(self, key: Any) -> asyncio.Future[Found]:
        """Ask for a row by its uuid."""
        future = self._wanted.get(key)
        if future is None:
            future = self._wanted[key] = asyncio.get_running_loop().create_future()
        return future

    def start(self) -> None:
        """Fetch what was asked for until now."""
        self._task = asyncio.get_running_loop().create_task(self._fetch())

    async def _fetch(self) -> None:
        keys = list(self._wanted)
        try:
            for at in range(0, len(keys), MOST_AT_ONCE):
                some = keys[at : at + MOST_AT_ONCE]
                for key, found in zip(some, await self._read(some), strict=True):
                    self._settle(key, found)
        except Exception as error:
            for future in self._wanted.values():
                if not future.done():
                    future.set_exception(error)

    def _settle(self, key: Any, found: Found) -> None:
        future = self._wanted[key]
        if not future.done():  # the client may have gone meanwhile
            future.set_result(found)

    async def _read(self, keys: Sequence[Any]) -> list[Found]:
        context, viewer = self._context, self._context.known_viewer
        if len(keys) == 1:
            found = await self._reader.entity(
                context.database, self._type_name, str(keys[0]), self._info, viewer
            )
            return [found]
        variables = dict(self._info.variable_values)
        variables[IDS] = [global_id(self._type_name, key) for key in keys]
        text = await self._reader.answer(
            context.database, self._document(), None, variables, viewer
        )
        if text is None:
            raise TypeError(f"{self._type_name} cannot be compiled")
        rows: list[Found] = json.loads(text)["nodes"]
        return rows


def nodes_document(type_name: str, info: Any) -> DocumentNode:
    """Make ``nodes(ids: $ids) { ... on Type { what is selected } }`` of a resolver's nodes."""
    type_ = NamedTypeNode(name=NameNode(value=type_name))
    selections = tuple(
        InlineFragmentNode(type_condition=type_, directives=(), selection_set=node.selection_set)
        for node in info.field_nodes
    )
    variable = VariableNode(name=NameNode(value=IDS))
    nodes = FieldNode(
        name=NameNode(value="nodes"),
        alias=None,
        arguments=(ArgumentNode(name=NameNode(value="ids"), value=variable),),
        directives=(),
        selection_set=SelectionSetNode(selections=selections),
    )
    given = info.operation.variable_definitions or ()
    operation = OperationDefinitionNode(
        operation=OperationType.QUERY,
        variable_definitions=(*given, _ids(variable)),
        directives=(),
        selection_set=SelectionSetNode(selections=(nodes,)),
    )
    return DocumentNode(definitions=(operation, *info.fragments.values()))


def _ids(variable: VariableNode) -> VariableDefinitionNode:
    one = NonNullTypeNode(type=NamedTypeNode(name=NameNode(value="ID")))
    return VariableDefinitionNode(
        variable=variable,
        type=NonNullTypeNode(type=ListTypeNode(type=one)),
        default_value=None,
        directives=(),
    )
