"""Variables: what a client sent, coerced to the types an operation declares.

The one rule: graphql-core decides what is right. Types and defaults of an operation are looked up
once; whenever anything is wrong the whole is left to graphql-core, which finds the words for it.
"""

from collections.abc import Mapping
from typing import Any

from graphql import (
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    Undefined,
    coerce_input_value,
    get_named_type,
    get_variable_values,
    is_non_null_type,
    type_from_ast,
)

from goals.api.inputs import too_large


class Variables:
    """Coerces the variables of one operation."""

    def __init__(self, schema: GraphQLSchema, operation: OperationDefinitionNode) -> None:
        self._schema = schema
        self._definitions = operation.variable_definitions or ()
        self._types: list[tuple[str, Any, Any]] = []
        for definition in self._definitions:
            type_: Any = type_from_ast(schema, definition.type)
            default = self._default(definition)
            self._types.append((definition.variable.name.value, type_, default))
        self._filters = {
            name for name, type_, _ in self._types if get_named_type(type_).name.endswith("Filter")
        }

    def _default(self, definition: Any) -> Any:
        if definition.default_value is None:
            return Undefined
        found = get_variable_values(self._schema, [definition], {})
        return Undefined if isinstance(found, list) else next(iter(found.coerced.values()))

    def coerced(
        self, given: Mapping[str, Any], most_errors: int
    ) -> dict[str, Any] | list[GraphQLError]:
        """Return the coerced values, or what is wrong with them."""
        values: dict[str, Any] = {}
        for name, type_, default in self._types:
            if name in given:
                fault = too_large(given[name], f"${name}", is_filter=name in self._filters)
                if fault is not None:
                    return [GraphQLError(fault)]
                value = coerce_input_value(given[name], type_)
                if value is Undefined:
                    return self._errors(given, most_errors)
                values[name] = value
            elif default is not Undefined:
                values[name] = default
            elif is_non_null_type(type_):
                return self._errors(given, most_errors)
        return values

    def _errors(
        self, given: Mapping[str, Any], most_errors: int
    ) -> dict[str, Any] | list[GraphQLError]:
        found = get_variable_values(
            self._schema, self._definitions, dict(given), most_errors, hide_suggestions=True
        )
        return found if isinstance(found, list) else dict(found.coerced)
