"""The schema: all declarations put together, and the catalogue that compiles them.

The one rule: built once, when first asked for; nothing in it belongs to a request.
"""

from functools import cache
from typing import NamedTuple

import strawberry
from graphql import GraphQLError, GraphQLInputObjectType, GraphQLObjectType, GraphQLSchema
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext

from goals.api import catalogue
from goals.api.catalogue import BACKREF
from goals.api.errors import ALL_ERRORS
from goals.api.mutations import Mutation
from goals.api.queries import Query
from goals.api.resolving import PickedField, picking
from goals.api.scalars import SCALARS
from goals.api.subscriptions.changes import Subscription
from goals.api.types import ALL
from goals.reads.catalogue import Catalogue


class Contract(NamedTuple):
    """The schema in the forms its users need."""

    strawberry: strawberry.Schema
    graphql: GraphQLSchema
    catalogue: Catalogue


class QuietSchema(strawberry.Schema):
    """A schema that leaves it to ``goals.api.faults`` which errors are worth a line in the log."""

    def process_errors(
        self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None
    ) -> None:
        """Log nothing."""


@cache
def contract() -> Contract:
    """Build the schema and its catalogue. Raises CatalogueError when they contradict."""
    schema = QuietSchema(
        query=Query,
        mutation=Mutation,
        subscription=Subscription,
        types=[*ALL, *ALL_ERRORS],
        config=StrawberryConfig(scalar_map=SCALARS, disable_field_suggestions=True),
    )
    built: GraphQLSchema = schema._schema  # noqa: SLF001 - Strawberry offers no other way
    _mark_one_of(built)
    _shorten(built)
    return Contract(schema, built, catalogue.build(built))


def _mark_one_of(schema: GraphQLSchema) -> None:
    """Tell graphql-core which inputs take exactly one field; Strawberry keeps it to itself."""
    for type_ in schema.type_map.values():
        if isinstance(type_, GraphQLInputObjectType):
            declared = type_.extensions.get(BACKREF)
            type_.is_one_of = bool(getattr(declared, "is_one_of", False))


def _shorten(schema: GraphQLSchema) -> None:
    """Let graphql-core pick values itself where Strawberry would add nothing but time."""
    for type_ in schema.type_map.values():
        if not isinstance(type_, GraphQLObjectType):
            continue
        for name, field in type_.fields.items():
            declared = field.extensions.get(BACKREF)
            if type(declared) is PickedField and not field.args:
                field.resolve = picking(declared, name)
