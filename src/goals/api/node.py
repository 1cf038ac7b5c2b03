"""Node: everything that has an id of its own, and the decorator that declares such a type.

The one rule: an entity names its table and the rule of who may see it; without a rule it cannot
be declared. The rules themselves are in ``visibility``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar, dataclass_transform

import strawberry
from strawberry.types.field import StrawberryField

from goals.api.enums import sentence
from goals.api.fields import FromColumn, picked
from goals.reads.rules import Rule
from goals.reads.sources import Column

TYPE_KEY = "@type"
"""Where a fetched object carries the name of its type; no response key can be this."""

T = TypeVar("T", bound=type)
Extra: TypeAlias = Callable[[Any, Any], str | None]


@dataclass(frozen=True, slots=True)
class Entity:
    """A type of the contract that is a table: its name, and who may see its rows."""

    table: str
    rule: Rule
    extra: Extra | None
    org_column: str
    id_column: str
    orders: dict[str, Column]


ENTITIES: dict[str, Entity] = {}


@strawberry.interface(description="Anything with an id, by which it can be fetched again.")
class Node:
    """Anything with an id; ``node(id)`` finds it."""

    id: strawberry.ID = picked(
        "An opaque id that never changes and is unique over all types.",
        FromColumn("id", "id"),
    )

    @classmethod
    def is_type_of(cls, fetched: object, _info: object) -> bool:
        """Say whether a fetched object is of this type; only ``node`` cannot know beforehand."""
        return isinstance(fetched, Mapping) and fetched.get(TYPE_KEY, cls.__name__) == cls.__name__

    @classmethod
    def resolve_type(cls, fetched: Any, _info: object, _abstract: object) -> str | None:
        """Name the type of an object fetched by ``node``."""
        name: str | None = fetched.get(TYPE_KEY)
        return name


@dataclass_transform(kw_only_default=True, field_specifiers=(StrawberryField,))
def entity(
    table: str,
    rule: Rule,
    *,
    extra: Extra | None = None,
    org_column: str = "org_id",
    id_column: str = "id",
    orders: dict[str, Column] | None = None,
) -> Callable[[T], T]:
    """Declare a type whose rows lie in ``table``; its docstring is its description."""

    def declare(kind: T) -> T:
        ENTITIES[kind.__name__] = Entity(table, rule, extra, org_column, id_column, orders or {})
        return strawberry.type(kind, description=sentence(kind))

    return declare


@dataclass_transform(kw_only_default=True, field_specifiers=(StrawberryField,))
def described(kind: T) -> T:
    """Declare a type without a table; its docstring is its description."""
    return strawberry.type(kind, description=sentence(kind))


@dataclass_transform(kw_only_default=True, field_specifiers=(StrawberryField,))
def described_input(kind: T) -> T:
    """Declare an input; its docstring is its description."""
    return strawberry.input(kind, description=sentence(kind))


@dataclass_transform(kw_only_default=True, field_specifiers=(StrawberryField,))
def described_one_of(kind: T) -> T:
    """Declare an input of which exactly one field is given; its docstring is its description."""
    return strawberry.input(kind, description=sentence(kind), one_of=True)
