"""Sources: what a GraphQL field may come from, as data.

The api room attaches one source to each field and collects them in a ``Catalogue``
(catalogue.py). Field, filter and order names are GraphQL names; column names are those of the
store. A ``join`` pairs (column of this row, column of the target); the organisation is always
added by the compiler.

Kinds, and what they become in JSON:
``text`` escaped string; ``plain`` string of a safe alphabet (enum names, keys), only quoted;
``integer``; ``boolean``; ``decimal`` canonical text, quoted; ``date`` YYYY-MM-DD; ``datetime``
RFC 3339 UTC with microseconds and Z; ``uuid``; ``json`` stored JSON text as it is; ``id`` a
global id (URL-safe base64 of ``Type:uuid``).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from goals.reads.context import Context, Row
    from goals.reads.rules import Rule
    from goals.reads.viewer import Viewer

Kind = Literal[
    "text", "plain", "integer", "boolean", "decimal", "date", "datetime", "uuid", "json", "id"
]
Join = tuple[tuple[str, str], ...]
Direction = Literal["ASC", "DESC"]
Order = tuple[tuple[str, Direction], ...]
"""Names from the target's ``orders`` with a direction; the id is always added last."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the row. ``type_name`` makes an ``id`` of another type than the row's own.

    ``nullable`` matters where the column is ordered or filtered by; what is handed out follows
    the field's GraphQL type.
    """

    name: str
    kind: Kind = "text"
    nullable: bool = False
    type_name: str | None = None


@dataclass(frozen=True, slots=True)
class Expression:
    """SQL over the row: ``sql(row, context)``; take columns as ``row["name"]``."""

    sql: "Callable[[Row, Context], str]"
    kind: Kind = "text"
    nullable: bool = False
    type_name: str | None = None


@dataclass(frozen=True, slots=True)
class Constant:
    """The same JSON value for every row."""

    value: Any


@dataclass(frozen=True, slots=True)
class Computed:
    """A Python function over named values of the row, called after the fetch.

    ``function(values, viewer)`` gets the values as JSON would show them and returns a JSON
    value; objects are keyed by GraphQL field names and cut to the selection.
    """

    values: "Mapping[str, Column | Expression]"
    function: "Callable[[dict[str, Any], Viewer], Any]"


@dataclass(frozen=True, slots=True)
class Embedded:
    """An object made of this same row; null when ``present`` names a column that is null."""

    type: str
    present: str | None = None


@dataclass(frozen=True, slots=True)
class One:
    """At most one row of another type. ``implied``: see ``Many``."""

    type: str
    join: Join
    implied: bool = False


@dataclass(frozen=True, slots=True)
class First:
    """The first row of another type in an order ("the latest report"); else like ``Many``."""

    type: str
    join: Join
    order: Order
    implied: bool = False
    where: "Callable[[Row, Context], str] | None" = None


@dataclass(frozen=True, slots=True)
class Many:
    """A plain, small list. ``order`` are names of the target's orders; its id is added, unless
    ``total`` says that a unique key makes them total (then an index can serve them alone).

    ``implied`` says that a foreign key proves the target to hang on this very row although the
    join is not the one its rule names; then its ``Through`` rule is not checked again.
    """

    type: str
    join: Join
    order: Order = ()
    implied: bool = False
    total: bool = False
    where: "Callable[[Row, Context], str] | None" = None


@dataclass(frozen=True, slots=True)
class Values:
    """A plain list of scalars: one column of the rows of another source."""

    type: str
    join: Join
    column: Column
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Argument:
    """An extra argument of a connection: a predicate over the row and the bound value."""

    kind: Kind
    sql: "Callable[[Row, Context, str], str]"
    type_name: str | None = None


@dataclass(frozen=True, slots=True)
class ManyConnection:
    """A Relay connection over the target's rows; filters and orders are the target's."""

    type: str
    join: Join
    order: Order = ()
    implied: bool = False
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    where: "Callable[[Row, Context], str] | None" = None


@dataclass(frozen=True, slots=True)
class NodeReference:
    """A polymorphic reference: a column naming the kind, a column with the id.

    ``types`` maps the stored text to the type's name; anything else is null.
    """

    kind_column: str
    id_column: str
    types: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Related:
    """A filter only: the comparator applies to ``field`` of any related row."""

    type: str
    join: Join
    field: str
    implied: bool = False


FieldSource = (
    Column | Expression | Constant | Computed | Embedded | One | First | Many | Values
    | ManyConnection | NodeReference
)  # fmt: skip
FilterSource = Column | Expression | One | Many | Related
OrderSource = Column | Expression


@dataclass(frozen=True, slots=True)
class Lookup:
    """How an argument picks the row: an equality with ``column``, or ``sql`` of one's own.

    ``parse`` turns the coerced value into the stored one and gives None for "no such row".
    """

    column: str = "id"
    kind: Kind = "id"
    type_name: str | None = None
    parse: Callable[[Any], Any] | None = None
    sql: "Callable[[Row, Context, Mapping[str, str]], str] | None" = None


@dataclass(frozen=True, slots=True)
class RootOne:
    """One row. ``lookups`` are keyed by argument, or "argument.field" of a @oneOf input.

    ``viewer`` pairs (column, attribute of the viewer), for "me" and "my organisation".
    """

    type: str
    lookups: Mapping[str, Lookup] = field(default_factory=dict)
    viewer: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RootConnection:
    """All rows the viewer may see, as a connection."""

    type: str
    order: Order = ()
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    where: "Callable[[Row, Context], str] | None" = None


@dataclass(frozen=True, slots=True)
class RootNode:
    """``node(id)``: any type that implements the interface."""


@dataclass(frozen=True, slots=True)
class RootNodes:
    """``nodes(ids)``: a list in the order asked for, with null items."""

    limit: int = 100


RootSource = RootOne | RootConnection | RootNode | RootNodes


@dataclass(frozen=True)
class TypeSource:
    """One type: its table, its fields, its rule, and what it can be filtered and ordered by.

    An embedded type has no table and no rule. ``extra`` is a predicate of its own that no path
    implies (sealed assessments).
    """

    name: str
    table: str | None
    fields: Mapping[str, FieldSource]
    rule: "Rule | None" = None
    extra: "Callable[[Row, Context], str | None] | None" = None
    filters: Mapping[str, FilterSource] = field(default_factory=dict)
    orders: Mapping[str, OrderSource] = field(default_factory=dict)
    org_column: str = "org_id"
    id_column: str = "id"
