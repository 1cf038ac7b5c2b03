"""Documents: parsed and validated once, kept as long as they come back.

The one rule: what is kept depends on the text alone, and both the number and the size of what is
kept are bounded. Clients that send variables instead of literals are served from here.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    OperationType,
    parse,
    specified_rules,
    validate,
)

from goals.api import faults
from goals.api.limits import MOST_COST, MOST_TOKENS, Cost, LimitsRule
from goals.api.overlaps import too_much
from goals.api.variables import Variables

MOST_KEPT = 512
LONGEST_KEPT = 20_000
"""Documents of more characters are parsed each time."""
MOST_COSTS = 64
LONGEST = 100_000
"""Characters of a document that are read at all: long texts belong into variables."""

RULES = (*specified_rules, LimitsRule)


class Refused(Exception):  # noqa: N818 - it carries the errors, it is not one
    """A request that cannot be executed; the errors say why, ``code`` how they are classed."""

    def __init__(self, code: str, errors: list[GraphQLError]) -> None:
        super().__init__(code)
        self.code = code
        self.errors = errors


@dataclass(slots=True)
class Operation:
    """One operation of a document, with what its cost depends on."""

    node: OperationDefinitionNode
    cost: Cost
    variables: Variables
    known: dict[object, int] = field(default_factory=dict)

    @property
    def name(self) -> str | None:
        """The name, where it has one."""
        return self.node.name.value if self.node.name else None

    @property
    def is_query(self) -> bool:
        """Whether it only reads."""
        return self.node.operation is OperationType.QUERY

    def coerced(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return the coerced variables. Raises Refused."""
        found = self.variables.coerced(given, faults.MOST_ERRORS)
        if isinstance(found, list):
            raise Refused(faults.BAD_USER_INPUT, found)
        return found

    def cost_of(self, variables: Mapping[str, Any]) -> int:
        """Return the cost for these variables."""
        key = tuple([variables.get(name) for name in self.cost.sizes])
        found = self.known.get(key)
        if found is None:
            found = self.cost.of(variables)
            if len(self.known) < MOST_COSTS:
                self.known[key] = found
        return found


@dataclass(frozen=True, slots=True)
class Document:
    """A valid document with its operations."""

    node: DocumentNode
    operations: tuple[Operation, ...]

    def operation(self, name: str | None) -> Operation:
        """Return the operation of this name, or the only one. Raises Refused."""
        if name is None and len(self.operations) == 1:
            return self.operations[0]
        if name is None:
            message = "The document holds several operations; say which by operationName."
        else:
            for operation in self.operations:
                if operation.name == name:
                    return operation
            message = "The document holds no operation of this name."
        raise Refused(faults.RESOLUTION_FAILURE, [GraphQLError(message)])


class Documents:
    """The valid documents of one schema."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._kept: OrderedDict[str, Document] = OrderedDict()

    def get(self, text: str) -> Document:
        """Return the document of this text. Raises Refused when it does not parse or validate."""
        found = self._kept.get(text)
        if found is not None:
            self._kept.move_to_end(text)
            return found
        made = self._make(text)
        if len(text) <= LONGEST_KEPT:
            self._kept[text] = made
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return made

    def _make(self, text: str) -> Document:
        if len(text) > LONGEST:
            message = (
                f"The document is longer than {LONGEST:,} characters; send texts as variables."
            )
            raise Refused(faults.PARSE_FAILED, [GraphQLError(message)])
        try:
            node = parse(text, max_tokens=MOST_TOKENS)
        except GraphQLSyntaxError as error:
            raise Refused(faults.PARSE_FAILED, [error]) from None
        except RecursionError:
            message = "The document is nested too deeply to be read."
            raise Refused(faults.PARSE_FAILED, [GraphQLError(message)]) from None
        excess = too_much(node)
        if excess is not None:
            raise Refused(faults.VALIDATION_FAILED, [GraphQLError(excess)])
        errors = validate(
            self._schema, node, RULES, max_errors=faults.MOST_ERRORS, hide_suggestions=True
        )
        if errors:
            raise Refused(faults.VALIDATION_FAILED, errors)
        operations = tuple(
            Operation(
                definition,
                Cost(self._schema, node, definition),
                Variables(self._schema, definition),
            )
            for definition in node.definitions
            if isinstance(definition, OperationDefinitionNode)
        )
        return Document(node, operations)


def check_cost(cost: int) -> None:
    """Raise Refused for what costs more than one operation may."""
    if cost > MOST_COST:
        message = (
            f"The operation costs {cost}; at most {MOST_COST} is allowed. Ask for less at once."
        )
        raise Refused(faults.VALIDATION_FAILED, [GraphQLError(message)])
