"""Scoping: what may be asked with a token that lacks READ.

Acts with no more than what became of them, and the contract itself. What an act needs is decided
by goals.services; here only that nothing is read on the way.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
)

from goals.api import faults
from goals.api.context import Context
from goals.api.documents import Refused
from goals.domain.enums import Scope
from goals.domain.errors import ScopeMissing

_CONTRACT = frozenset({"__schema", "__type", "__typename"})
_OUTCOME = frozenset({"errors", "secret", "__typename"})


def check_reading(
    document: DocumentNode, operation: OperationDefinitionNode, context: Context
) -> None:
    """Raise Refused for a query or subscription of a token that may not read."""
    if context.reads or operation.operation is OperationType.MUTATION:
        return
    fragments = {
        definition.name.value: definition
        for definition in document.definitions
        if isinstance(definition, FragmentDefinitionNode)
    }
    if not _CONTRACT.issuperset(_names([operation.selection_set], fragments)):
        message = ScopeMissing(Scope.READ).message(context.language)
        raise Refused(faults.FORBIDDEN, [GraphQLError(message)])


def check_payload(info: Any) -> None:
    """Raise ScopeMissing for an act whose payload would read more than what became of it."""
    if info.context.reads:
        return
    raw = info._raw_info  # noqa: SLF001 - Strawberry offers no other way to the nodes
    below = [node.selection_set for node in raw.field_nodes if node.selection_set is not None]
    if not _OUTCOME.issuperset(_names(below, raw.fragments)):
        raise ScopeMissing(Scope.READ)


def _names(
    selections: Iterable[SelectionSetNode], fragments: Mapping[str, FragmentDefinitionNode]
) -> Iterator[str]:
    """The names of the fields at the top, through fragments; each fragment is entered once."""
    waiting, entered = list(selections), set[str]()
    while waiting:
        for node in waiting.pop().selections:
            if isinstance(node, FieldNode):
                yield node.name.value
            elif not isinstance(node, FragmentSpreadNode):
                waiting.append(node.selection_set)  # type: ignore[attr-defined]
            elif node.name.value not in entered:
                entered.add(node.name.value)
                waiting.append(fragments[node.name.value].selection_set)
