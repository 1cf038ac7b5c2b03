"""The registry of filters and orders, by the name of the type they are for."""

from collections.abc import Callable
from typing import Any, TypeVar, dataclass_transform

import strawberry
from strawberry import UNSET
from strawberry.types.field import StrawberryField

from goals.api.enums import sentence
from goals.api.fields import SOURCE, FromColumn, FromExpression, Sql
from goals.reads.sources import Column, FilterSource, Many, One, Related

T = TypeVar("T", bound=type)

FILTERS: dict[str, type] = {}
INNER: dict[str, dict[str, FilterSource]] = {
    "CommissionTag": {"tag": Column("tag")},
    "Membership": {"team": Column("team_id", "id", type_name="Team")},
}
"""What ``by_value_of`` looks at in types that have no filter input of their own."""


@dataclass_transform(kw_only_default=True, field_specifiers=(StrawberryField,))
def filter_of(type_name: str) -> Callable[[T], T]:
    """Declare the filter input of a type; its docstring is its description."""

    def declare(kind: T) -> T:
        FILTERS[type_name] = kind
        return strawberry.input(kind, description=sentence(kind))

    return declare


def _field(description: str, source: object, name: str | None = None) -> Any:
    return strawberry.field(
        description=description, default=UNSET, metadata={SOURCE: source}, name=name
    )


def by_column(description: str, column: str | None = None, type_name: str | None = None) -> Any:
    """Filter by a column: that of the field's name where none is given."""
    return _field(description, FromColumn(column, None, type_name))


def by_expression(description: str, sql: Sql, kind: str, type_name: str | None = None) -> Any:
    """Filter by an SQL expression over the row."""
    return _field(description, FromExpression(sql, kind, type_name))


def by_one(description: str, type_name: str, key: str) -> Any:
    """Filter by the row of another type that the column ``key`` points to."""
    return _field(description, One(type_name, ((key, "id"),)))


def by_any(description: str, type_name: str, key: str) -> Any:
    """Filter by any row of another type whose column ``key`` points here."""
    return _field(description, Many(type_name, (("id", key),)))


def by_value_of(description: str, type_name: str, join: tuple[str, str], field: str) -> Any:
    """Filter by one field of any related row of another type."""
    return _field(description, Related(type_name, (join,), field))
