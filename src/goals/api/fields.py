"""Fields: a Strawberry field that knows where its value comes from.

The one rule: a field of an entity carries a source and its resolver only picks what the read
compiler has already fetched under the field's response key. ``goals.api.catalogue`` turns the
sources declared here into those of goals.reads.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass
from typing import Any, Literal, TypeAlias

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.unset import UNSET

from goals.api.resolving import EntityField, PickedField, ResolvedField, RootField
from goals.reads.sources import Column, Expression, Order
from goals.reads.viewer import Viewer

SOURCE = "goals.source"

_ORDERED = Literal["ASC", "DESC"]
Join: TypeAlias = tuple[tuple[str, str], ...]
Sql: TypeAlias = Callable[[Any, Any], str]


@dataclass(frozen=True, slots=True)
class FromColumn:
    """A column of the type's own table: that of the field's name where none is given."""

    name: str | None = None
    kind: str | None = None
    type_name: str | None = None


@dataclass(frozen=True, slots=True)
class FromExpression:
    """A piece of SQL over the type's own row, as in ``goals.reads.sources.Expression``."""

    sql: Sql
    kind: str | None = None
    type_name: str | None = None


@dataclass(frozen=True, slots=True)
class FromFunction:
    """A Python function over named columns and expressions of the type's own row."""

    values: Mapping[str, Column | Expression]
    function: Callable[[dict[str, Any], Viewer], Any]


@dataclass(frozen=True, slots=True)
class FromOne:
    """At most one row of another type: the first by ``order`` where several join."""

    join: Join
    order: Order = ()
    implied: bool = False


@dataclass(frozen=True, slots=True)
class FromMany:
    """A short list of rows of another type, or a connection over them."""

    join: Join
    order: Order
    connection: bool = False
    total: bool = False


@dataclass(frozen=True, slots=True)
class FromValues:
    """A short list of one column of the rows of a table that is no type of the contract."""

    table: str
    join: Join
    column: Column


@dataclass(frozen=True, slots=True)
class FromSelf:
    """An object made of this same row; null when ``present`` names a column that is null."""

    present: str | None = None


@dataclass(frozen=True, slots=True)
class FromRoot:
    """A root field: what goals.reads needs besides the type of the field."""

    kind: type[Any]
    options: Mapping[str, Any]


def argument(name: str, type_: object, description: str, default: object = UNSET) -> Any:
    """Declare one argument of a field by hand."""
    return StrawberryArgument(
        python_name=name,
        graphql_name=None,
        type_annotation=StrawberryAnnotation(type_),
        description=description,
        default=default,
    )


def picked(
    description: str,
    source: object | None = None,
    arguments: Sequence[StrawberryArgument] = (),
    name: str | None = None,
) -> Any:
    """Declare a field that is fetched by the compiler."""
    field = PickedField(
        graphql_name=name,
        description=description,
        metadata={} if source is None else {SOURCE: source},
    )
    field.init = False
    field.arguments = list(arguments)
    return field


def column(description: str, name: str | None = None, kind: str | None = None) -> Any:
    """Declare a field that is a column; its kind follows from the annotation."""
    return picked(description, FromColumn(name, kind))


def expression(description: str, sql: Sql, kind: str | None = None) -> Any:
    """Declare a field that is an SQL expression over the row."""
    return picked(description, FromExpression(sql, kind))


def enum_expression(description: str, sql: Sql, words: Any) -> Any:
    """Declare an expression that gives the names of an enum whose values are other texts."""
    declared = expression(description, sql)
    declared.read = lambda name: words[name]
    return declared


def computed(
    description: str,
    function: Callable[[dict[str, Any], Viewer], Any],
    **values: Column | Expression,
) -> Any:
    """Declare a field computed in Python from columns and expressions of the row."""
    return picked(description, FromFunction(values, function))


def one(
    description: str,
    key: str,
    to: str = "id",
    *,
    latest_by: str | None = None,
    implied: bool = False,
) -> Any:
    """Declare a link to the row of another type whose column ``to`` equals ``key``.

    ``implied``: a foreign key proves that the row hangs on this one, so it is as visible.
    """
    order = () if latest_by is None else directions([f"-{latest_by}"])
    return picked(description, FromOne(((key, to),), order, implied))


def embedded(description: str, present: str | None = None) -> Any:
    """Declare an object made of columns of this same row."""
    return picked(description, FromSelf(present))


def many(description: str, key: str, *order: str, local: str = "id", total: bool = False) -> Any:
    """Declare a short list of the rows whose column ``key`` holds this row's id.

    ``total``: a unique key makes the order total among them.
    """
    return picked(description, FromMany(((local, key),), directions(order), total=total))


def values(description: str, table: str, key: str, name: str) -> Any:
    """Declare a short list of texts: the column ``name`` of the rows of ``table``."""
    return picked(description, FromValues(table, (("id", key),), Column(name)))


def directions(order: Sequence[str]) -> Order:
    """Read ``("-created_at", "position")`` as names of orders with their directions."""
    return tuple((name.removeprefix("-").upper(), _direction(name)) for name in order)


def _direction(name: str) -> _ORDERED:
    return "DESC" if name.startswith("-") else "ASC"


def given(
    description: str,
    default: object = MISSING,
    name: str | None = None,
    default_factory: Any = MISSING,
) -> Any:
    """Declare a field of an input."""
    return strawberry.field(
        description=description, default=default, default_factory=default_factory, name=name
    )


def root(
    description: str,
    kind: type[Any],
    arguments: Sequence[StrawberryArgument] = (),
    **options: Any,
) -> Any:
    """Declare a root field that is compiled."""
    field = RootField(description=description, metadata={SOURCE: FromRoot(kind, options)})
    field.init = False
    field.arguments = list(arguments)
    return field


def resolved(
    description: str,
    call: Callable[..., Awaitable[Any]],
    arguments: Sequence[StrawberryArgument] = (),
) -> Any:
    """Declare a root field with a resolver of its own."""
    declared = ResolvedField(description=description)
    declared.init = False
    declared.call = call
    declared.arguments = list(arguments)
    return declared


def entity_link(description: str, type_name: str) -> Any:
    """Declare a link from a made object to an entity."""
    declared = EntityField(description=description)
    declared.init = False
    declared.type_name = type_name
    return declared
