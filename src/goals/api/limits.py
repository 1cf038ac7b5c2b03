"""Limits: how deep, how wide and how costly a document may be, found out before it is executed.

The one rule: fragments are measured once, however often they are spread, so that a document of a
kilobyte cannot keep a worker busy. Depth and aliases depend on the document alone and are a
validation rule; the cost depends on page sizes, so on variables, and is counted per request.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from graphql import (
    ArgumentNode,
    ASTValidationRule,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLNamedType,
    GraphQLSchema,
    IntValueNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    VariableNode,
    get_named_type,
)
from graphql.validation import ASTValidationContext

from goals.api.inputs import too_large

MOST_TOKENS = 5_000
MOST_DEPTH = 12
MOST_ALIASES = 30
MOST_COST = 5_000
MUTATION_COST = 10
PAGE = 20
MOST_PAGE = 100

WEIGHTS: Mapping[tuple[str, str], int] = {
    ("Mutation", "peopleImport"): 1_000,
    ("Query", "personalData"): 500,
    ("Query", "achievementRate"): 50,
    ("Query", "calibration"): 50,
    ("Query", "actionEffects"): 50,
    ("Query", "compareRates"): 50,
    ("Query", "factorEffects"): 50,
    ("Query", "network"): 50,
    ("Query", "rateTrend"): 50,
    ("Query", "referenceClass"): 50,
    ("Query", "satisfaction"): 50,
    ("Query", "selfOtherDifference"): 50,
    ("Query", "smartEffect"): 50,
    ("Query", "stageTimes"): 50,
    ("Query", "benefitsRealised"): 50,
    ("Query", "inbox"): 10,
    ("Query", "smartCheck"): 10,
    ("Person", "openDuties"): 40,
    ("Event", "changes"): 5,
    ("SignatureReceipt", "document"): 5,
}
"""What a field costs besides its objects, where one of it is the work of many."""

_CEILING = 10**9
"""Counts stop here: what is far beyond every limit need not be known exactly."""


class LimitsRule(ASTValidationRule):
    """Refuses documents nested or aliased beyond measure."""

    context: ASTValidationContext

    def enter_document(self, node: DocumentNode, *_: Any) -> None:
        """Measure every operation of the document."""
        measure = Measure(node)
        for definition in node.definitions:
            if not isinstance(definition, OperationDefinitionNode):
                continue
            depth, aliases = measure.of(definition.selection_set)
            if depth > MOST_DEPTH:
                message = f"The operation is nested {depth} deep; at most {MOST_DEPTH} is allowed."
                self.report_error(GraphQLError(message, definition))
            if aliases > MOST_ALIASES:
                message = f"The operation has {aliases} aliases; at most {MOST_ALIASES} is allowed."
                self.report_error(GraphQLError(message, definition))

    def enter_argument(self, node: ArgumentNode, *_: Any) -> None:
        """Measure the literals of the document."""
        name = node.name.value
        fault = too_large(node.value, name, is_filter=name == "filter")
        if fault is not None:
            self.report_error(GraphQLError(fault, node))


class Measure:
    """Depth and number of aliases of selection sets, with each fragment measured once."""

    def __init__(self, document: DocumentNode) -> None:
        self._fragments = fragments_of(document)
        self._known: dict[str, tuple[int, int]] = {}

    def of(self, selection_set: SelectionSetNode | None) -> tuple[int, int]:
        """Return (depth, aliases); introspection does not count as depth."""
        deepest, aliases = 0, 0
        for selection in selection_set.selections if selection_set else ():
            if isinstance(selection, FieldNode):
                depth, below = self.of(selection.selection_set)
                depth = 0 if selection.name.value.startswith("__") else depth + 1
                aliases += below + (1 if selection.alias else 0)
            elif isinstance(selection, FragmentSpreadNode):
                depth, below = self._of_fragment(selection.name.value)
                aliases += below
            else:
                depth, below = self.of(getattr(selection, "selection_set", None))
                aliases += below
            deepest = max(deepest, depth)
            aliases = min(aliases, _CEILING)
        return deepest, aliases

    def _of_fragment(self, name: str) -> tuple[int, int]:
        if name not in self._known:
            self._known[name] = (0, 0)  # a fragment within itself is another rule's business
            fragment = self._fragments.get(name)
            self._known[name] = self.of(fragment.selection_set if fragment else None)
        return self._known[name]


class Cost:
    """What an operation costs: an object 1, a connection 1 + size x child, a mutation 10."""

    def __init__(
        self, schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode
    ) -> None:
        self._schema = schema
        self._fragments = fragments_of(document)
        self._operation = operation
        self.sizes = frozenset(_size_variables(document))
        """The variables on which the cost depends."""

    def of(self, variables: Mapping[str, Any]) -> int:
        """Return the cost for these variables."""
        root = self._schema.get_root_type(self._operation.operation)
        known: dict[tuple[str, str], int] = {}
        cost = self._set(self._operation.selection_set, root, variables, known)
        if self._operation.operation is OperationType.MUTATION:
            cost += MUTATION_COST * len(self._operation.selection_set.selections)
        return cost

    def _set(
        self,
        selection_set: SelectionSetNode | None,
        parent: GraphQLNamedType | None,
        variables: Mapping[str, Any],
        known: dict[tuple[str, str], int],
    ) -> int:
        cost = 0
        for selection in selection_set.selections if selection_set else ():
            if isinstance(selection, FieldNode):
                cost += self._field(selection, parent, variables, known)
            elif isinstance(selection, FragmentSpreadNode):
                name = selection.name.value
                key = (name, parent.name if parent else "")
                if key not in known:
                    known[key] = 0
                    fragment = self._fragments.get(name)
                    known[key] = self._fragment(fragment, variables, known)
                cost += known[key]
            else:
                cost += self._fragment(selection, variables, known, parent)
            cost = min(cost, _CEILING)
        return cost

    def _fragment(
        self,
        fragment: Any,
        variables: Mapping[str, Any],
        known: dict[tuple[str, str], int],
        parent: GraphQLNamedType | None = None,
    ) -> int:
        if fragment is None:
            return 0
        condition = fragment.type_condition
        type_ = self._schema.get_type(condition.name.value) if condition else parent
        return self._set(fragment.selection_set, type_, variables, known)

    def _field(
        self,
        node: FieldNode,
        parent: GraphQLNamedType | None,
        variables: Mapping[str, Any],
        known: dict[tuple[str, str], int],
    ) -> int:
        definition = getattr(parent, "fields", {}).get(node.name.value)
        if definition is None or parent is None:
            return 0
        weight = WEIGHTS.get((parent.name, node.name.value), 0)
        if node.selection_set is None:
            return weight
        type_ = get_named_type(definition.type)
        below = self._set(node.selection_set, type_, variables, known)
        if type_.name.endswith("Connection"):
            return min(1 + _size(node, variables) * max(below, 1), _CEILING)
        if type_.name.endswith("Edge"):
            return below
        return 0 if type_.name == "PageInfo" else 1 + below + weight


def fragments_of(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    """Return the fragments of a document by name."""
    return {
        definition.name.value: definition
        for definition in document.definitions
        if isinstance(definition, FragmentDefinitionNode)
    }


def _size(node: FieldNode, variables: Mapping[str, Any]) -> int:
    for argument in node.arguments or ():
        if argument.name.value not in {"first", "last"}:
            continue
        value = argument.value
        given: Any = None
        if isinstance(value, IntValueNode):
            given = int(value.value[:9])
        elif isinstance(value, VariableNode):
            given = variables.get(value.name.value)
        if isinstance(given, int):
            return min(max(given, 0), MOST_PAGE)
    return PAGE


def _size_variables(document: DocumentNode) -> Iterator[str]:
    stack: list[Any] = list(document.definitions)
    while stack:
        node = stack.pop()
        selection_set = getattr(node, "selection_set", None)
        if selection_set is not None:
            stack.extend(selection_set.selections)
        for argument in getattr(node, "arguments", None) or ():
            named = argument.name.value in {"first", "last"}
            if named and isinstance(argument.value, VariableNode):
                yield argument.value.name.value
