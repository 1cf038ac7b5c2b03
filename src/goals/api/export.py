"""Export: the contract as text, sorted, the same for the same code.

``python -m goals schema`` writes it to graphql/schema.graphql; a test compares the two.
"""

from graphql import lexicographic_sort_schema, print_schema

from goals.api.schema import contract


def sdl() -> str:
    """Return the schema definition, sorted by names whatever their case, ending in a newline."""
    ordered = lexicographic_sort_schema(contract().graphql)
    names = sorted(ordered.type_map, key=str.casefold)
    ordered.type_map = {name: ordered.type_map[name] for name in names}
    return print_schema(ordered).rstrip() + "\n"
