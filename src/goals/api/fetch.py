"""Fetching: selections that Strawberry executes read through the same compiler.

The one rule: no resolver reads the database. A root field, or an entity in the payload of an act,
is compiled with all that is selected below it and fetched in one statement.
"""

import asyncio
import json
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from typing import Any
from uuid import UUID

from graphql import (
    DocumentNode,
    FieldNode,
    NameNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    get_named_type,
    is_abstract_type,
)
from strawberry.types import Info

from goals.api.batches import Batch, nodes_document
from goals.api.context import Context
from goals.api.node import TYPE_KEY
from goals.domain.errors import DatabaseUnavailable, OutcomeUnknown
from goals.reads.reader import Reader

MOST_PARTS = 256

_TYPE_NAME = FieldNode(
    name=NameNode(value="__typename"),
    alias=NameNode(value=TYPE_KEY),
    arguments=(),
    directives=(),
)


class Fetcher:
    """Fetches parts of an operation."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._waiting: dict[Hashable, Batch] = {}
        self._parts: OrderedDict[Hashable, tuple[Any, DocumentNode]] = OrderedDict()

    async def root(self, context: Context, info: Info[Any, Any]) -> Any:
        """Fetch one root field of a query."""
        raw: Any = info._raw_info  # noqa: SLF001 - Strawberry offers no other way to the nodes
        text = await self._reader.answer(
            context.database, self._part(raw), None, raw.variable_values, context.known_viewer
        )
        if text is None:
            raise TypeError(f"{raw.field_name} cannot be compiled")
        found = json.loads(text)
        return None if found is None else found[raw.path.key]

    async def entity(
        self, context: Context, info: Info[Any, Any], type_name: str, key: UUID | None
    ) -> dict[str, Any] | None:
        """Fetch one row of a type with what is selected below the field; None when invisible."""
        if key is None:
            return None
        raw: Any = info._raw_info  # noqa: SLF001
        place = (id(context), type_name, *[id(node) for node in raw.field_nodes])
        batch = self._waiting.get(place)
        if batch is None:
            batch = self._waiting[place] = Batch(
                self._reader,
                context,
                type_name,
                raw,
                lambda: self._kept(
                    ("nodes", type_name), raw, lambda: nodes_document(type_name, raw)
                ),
            )
            asyncio.get_running_loop().call_soon(self._start, place)
        try:
            return await batch.want(key)
        except DatabaseUnavailable as error:
            if raw.operation.operation is OperationType.MUTATION:  # the act itself is done
                raise OutcomeUnknown from error
            raise

    def _start(self, place: Hashable) -> None:
        self._waiting.pop(place).start()

    def _part(self, raw: Any) -> DocumentNode:
        """Make a document of one root field."""

        def make() -> DocumentNode:
            nodes: Sequence[FieldNode] = raw.field_nodes
            asked = [_with_type(node) for node in nodes] if _is_abstract(raw) else nodes
            operation = OperationDefinitionNode(
                operation=OperationType.QUERY,
                variable_definitions=raw.operation.variable_definitions,
                directives=(),
                selection_set=SelectionSetNode(selections=tuple(asked)),
            )
            return DocumentNode(definitions=(operation, *raw.fragments.values()))

        return self._kept(("root",), raw, make)

    def _kept(
        self, kind: tuple[str, ...], raw: Any, make: Callable[[], DocumentNode]
    ) -> DocumentNode:
        """Return the same document again for the same nodes, so that its plan is found again."""
        nodes = tuple(raw.field_nodes)
        key = (*kind, *[id(node) for node in nodes])
        found = self._parts.get(key)
        if found is not None:
            self._parts.move_to_end(key)
            return found[1]
        part = make()
        self._parts[key] = (nodes, part)  # the nodes are held, so that their identity stays theirs
        if len(self._parts) > MOST_PARTS:
            self._parts.popitem(last=False)
        return part


def _is_abstract(raw: Any) -> bool:
    return is_abstract_type(get_named_type(raw.return_type))


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
