"""The schema: all declarations put together, and the catalogue that compiles them.

The one rule: built once, when first asked for; nothing in it belongs to a request.
"""

from functools import cache
from typing import NamedTuple

import strawberry
from graphql import GraphQLSchema
from strawberry.schema.config import StrawberryConfig

from goals.api import catalogue
from goals.api.queries import Query
from goals.api.scalars import SCALARS
from goals.api.types import ALL
from goals.reads.catalogue import Catalogue


class Contract(NamedTuple):
    """The schema in the forms its users need."""

    strawberry: strawberry.Schema
    graphql: GraphQLSchema
    catalogue: Catalogue


@cache
def contract() -> Contract:
    """Build the schema and its catalogue. Raises CatalogueError when they contradict."""
    schema = strawberry.Schema(
        query=Query,
        types=ALL,
        config=StrawberryConfig(scalar_map=SCALARS, disable_field_suggestions=True),
    )
    built: GraphQLSchema = schema._schema  # noqa: SLF001 - Strawberry offers no other way
    return Contract(schema, built, catalogue.build(built))
