"""Lists: plain lists, the first of a list, and single rows, as scalar sub-selects.

The inner select takes the columns the items need, in order; the outer one writes the JSON. So
no JSON is made for rows that are then cut off, and the order holds on both engines.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graphql import GraphQLObjectType, SelectionSetNode, is_list_type, is_non_null_type

from goals.reads.context import Row
from goals.reads.cursors import SortKey
from goals.reads.ordering import order_by, sort_keys
from goals.reads.pieces import Lit, Part
from goals.reads.rules import proves, visible
from goals.reads.selection import Selected
from goals.reads.sources import First, Many, Values

if TYPE_CHECKING:
    from goals.reads.emission import Emitter


def emit(emitter: "Emitter", row: Row, source: Many | Values, selected: Selected) -> list[Part]:
    """Return the JSON array of all related rows."""
    context, dialect = emitter.context, emitter.dialect
    outer = context.table(source.type)
    if isinstance(source, Values):
        item = emitter.scalar(outer, source.column, nullable=False)
    else:
        with of_list(emitter, selected):
            item = emitter.object(outer, emitter.object_type(selected), selected.sets)
    again = ""
    if dialect.orders_in_aggregate and outer.joins:
        again = " ORDER BY " + order_by(_keys(outer, source, emitter))
    text = array(emitter, item, order=again, only="")
    inner = _ordered(emitter, row, source, outer)
    joins = "".join(outer.joins)
    return [Lit("["), f"(SELECT {text} FROM ({inner}) AS {outer.alias}{joins})", Lit("]")]


@contextmanager
def of_list(emitter: "Emitter", selected: Selected) -> Iterator[None]:
    """Write an item of a list field; both the list and its items may or may not be null."""
    type_ = selected.definition.type if selected.definition else None
    nullable_list = not is_non_null_type(type_)
    if is_non_null_type(type_):
        type_ = type_.of_type
    nullable_item = is_list_type(type_) and not is_non_null_type(type_.of_type)
    with emitter.inside(nullable=nullable_list), emitter.inside(nullable=nullable_item):
        yield


def _ordered(emitter: "Emitter", row: Row, source: Many | Values | First, outer: Row) -> str:
    context = emitter.context
    inner = context.table(source.type)
    where = [
        context.same_organisation(inner),
        *(f"{inner[theirs]} = {row[own]}" for own, theirs in source.join),
        *visible(
            inner, context, implied=source.implied or proves(row.source, inner.source, source.join)
        ),
    ]
    if isinstance(source, Values):
        terms = context.dialect.sort_key(source.column.kind, inner[source.column.name])
    else:
        terms = order_by(_keys(inner, source, emitter))
        if source.where is not None:
            where.append(f"({source.where(inner, context)})")
    limit = " LIMIT 1" if isinstance(source, First) else emitter.dialect.unlimited
    return (
        f"SELECT {columns(inner, outer)} FROM {inner.source.table} AS {inner.alias}"
        f" WHERE {' AND '.join(where)} ORDER BY {terms}{limit}"
    )


def _keys(row: Row, source: Many | Values | First, emitter: "Emitter") -> list[SortKey]:
    order = () if isinstance(source, Values) else source.order
    keys = sort_keys(row, order, emitter.context)
    return keys[:-1] if isinstance(source, Many) and source.total and order else keys


def columns(inner: Row, outer: Row) -> str:
    """Return the select list that gives ``outer`` all columns it uses."""
    names = outer.used or {inner.source.id_column: None}
    return ", ".join(f"{inner.alias}.{name}" for name in names)


def array(emitter: "Emitter", item: list[Part], *, order: str, only: str) -> str:
    """Return the items of a JSON array without its brackets, as an aggregate."""
    dialect = emitter.dialect
    return f"COALESCE({dialect.aggregate(dialect.chain(item), order, only)}, '')"


def emit_first(
    emitter: "Emitter", row: Row, source: First, selected: Selected, *, nullable: bool
) -> list[Part]:
    """Return the JSON object of the first related row."""
    outer = emitter.context.table(source.type)
    with emitter.inside(nullable=nullable):
        parts = emitter.object(outer, emitter.object_type(selected), selected.sets)
    inner = _ordered(emitter, row, source, outer)
    select = f"SELECT {emitter.dialect.chain(parts)} FROM ({inner}) AS {outer.alias}"
    missing = emitter.missing(nullable=nullable)
    return [f"COALESCE(({select}{''.join(outer.joins)}), {missing})"]


def single(
    emitter: "Emitter",
    type_name: str,
    on: Mapping[str, str],
    type_: GraphQLObjectType,
    sets: Sequence[SelectionSetNode],
    *,
    nullable: bool = True,
    implied: bool = False,
    where: Callable[[Row], list[str]] | None = None,
) -> list[Part]:
    """Return the JSON object of the row whose columns have these values, null when hidden."""
    context = emitter.context
    row = context.table(type_name)
    with emitter.inside(nullable=nullable):
        parts = emitter.object(row, type_, sets)
    predicates = [
        context.same_organisation(row),
        *(f"{row[column]} = {sql}" for column, sql in on.items()),
        *visible(row, context, implied=implied),
        *(where(row) if where else ()),
    ]
    select = (
        f"SELECT {emitter.dialect.chain(parts)}"
        f" FROM {row.source.table} AS {row.alias}{''.join(row.joins)}"
        f" WHERE {' AND '.join(predicates)}"
    )
    return [f"COALESCE(({select}), {emitter.missing(nullable=nullable)})"]
