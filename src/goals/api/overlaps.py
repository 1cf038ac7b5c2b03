"""Overlaps: how much of a document stands in the same place, found out before it is validated.

Two fields of one response name are compared by the validator, pair by pair, with all below them:
a document of 15 kB that repeats one field kept a worker busy for four seconds. Here the pairs
are counted, level by level as they will be merged, and counting stops where the budget ends.
Depth, aliases and cost are in ``limits``.
"""

from collections.abc import Iterable

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

from goals.api.limits import fragments_of

MOST_OPERATIONS = 50
MOST_PAIRS = 50_000
"""About 0.2 seconds of comparing. The client's largest operation needs less than 2,000."""


def too_much(document: DocumentNode) -> str | None:
    """Say what there is too much of, or None where the document may be validated."""
    operations = [
        definition
        for definition in document.definitions
        if isinstance(definition, OperationDefinitionNode)
    ]
    if len(operations) > MOST_OPERATIONS:
        return f"The document holds {len(operations)} operations; at most {MOST_OPERATIONS} go."
    fragments = fragments_of(document)
    budget = MOST_PAIRS
    for definition in document.definitions:
        selections = getattr(definition, "selection_set", None)
        if selections is not None:
            budget -= _pairs([selections], fragments, budget)
        if budget < 0:
            return "The document names the same fields too often in one place."
    return None


def _pairs(
    top: list[SelectionSetNode], fragments: dict[str, FragmentDefinitionNode], most: int
) -> int:
    """Count pairs of fields and of fragments in one place; stops soon after ``most``."""
    pairs = 0
    levels = [top]
    while levels and pairs <= most:
        fields, spreads = _merged(levels.pop(), fragments)
        pairs += spreads * spreads
        for nodes in fields.values():
            pairs += len(nodes) * len(nodes)
            below = [node.selection_set for node in nodes if node.selection_set]
            if below:
                levels.append(below)
    return pairs


def _merged(
    sets: Iterable[SelectionSetNode], fragments: dict[str, FragmentDefinitionNode]
) -> tuple[dict[str, list[FieldNode]], int]:
    """Gather the fields of one place by response name, each fragment once, and count those."""
    fields: dict[str, list[FieldNode]] = {}
    seen: set[str] = set()
    waiting = list(sets)
    while waiting:
        for selection in waiting.pop().selections:
            if isinstance(selection, FieldNode):
                name = (selection.alias or selection.name).value
                fields.setdefault(name, []).append(selection)
            elif isinstance(selection, FragmentSpreadNode):
                name = selection.name.value
                if name not in seen and name in fragments:
                    seen.add(name)
                    waiting.append(fragments[name].selection_set)
            else:
                inline = getattr(selection, "selection_set", None)
                if inline is not None:
                    waiting.append(inline)
    return fields, len(seen)
