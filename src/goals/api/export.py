"""Export: the contract as text, sorted, the same for the same code.

``python -m goals schema`` writes it to graphql/schema.graphql; a test compares the two.
"""

from graphql import lexicographic_sort_schema, print_schema

from goals.api.schema import contract


def sdl() -> str:
    """Return the schema definition, sorted, ending in a newline."""
    return print_schema(lexicographic_sort_schema(contract().graphql)).rstrip() + "\n"
