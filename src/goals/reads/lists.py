"""Lists: plain lists, the first of a list, and single rows, as scalar sub-selects.

The inner select takes the columns the items need, in order; the outer one writes the JSON. So
no JSON is made for rows that are then cut off, and the order holds on both engines.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from graphql import GraphQLObjectType, SelectionSetNode, is_list_type, is_non_null_type

from goals.reads.context import Row
from goals.reads.cursors import SortKey
from goals.reads.ordering import order_by, sort_keys
from goals.reads.pieces import Lit, Value
from goals.reads.rules import proves, visible
from goals.reads.selection import Selected
from goals.reads.sources import First, Many, Values

if TYPE_CHECKING:
    from goals.reads.emission import Emitter

ROWS_OF_A_LIST = 5


def emit(emitter: "Emitter", row: Row, source: Many | Values, selected: Selected) -> Value:
    """Return the JSON array of all related rows."""
    context, dialect = emitter.context, emitter.dialect
    outer = context.table(source.type)
    emitter.rows += ROWS_OF_A_LIST
    if isinstance(source, Values):
        item = Value(emitter.scalar(outer, source.column, nullable=False))
    else:
        item = emitter.object(outer, emitter.object_type(selected), selected.sets)
    again = ""
    if dialect.orders_in_aggregate and outer.joins:
        again = " ORDER BY " + order_by(_keys(outer, source, emitter))
    text = array(emitter, item, nullable_item=item_nullable(selected), order=again, only="")
    inner = _ordered(emitter, row, source, outer)
    select = f"(SELECT {dialect.chain(text.parts)} FROM ({inner}) AS {outer.alias}"
    return Value([Lit("["), f"{select}{''.join(outer.joins)})", Lit("]")], text.fallible)


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


def array(emitter: "Emitter", item: Value, *, nullable_item: bool, order: str, only: str) -> Value:
    """Return the items of a JSON array without its brackets, as an aggregate.

    A missing non-null item makes the whole NULL, so that the list can be null as specified.
    """
    dialect = emitter.dialect
    item = emitter.settle(item, nullable=nullable_item)
    chain = dialect.chain(item.parts)
    text = f"COALESCE({dialect.aggregate(chain, order, only)}, '')"
    if not item.fallible:
        return Value([text])
    condition = f" FILTER (WHERE {only})" if only else ""
    missing = f"count(*){condition} > count({chain}){condition}"
    return Value([f"CASE WHEN {missing} THEN NULL ELSE {text} END"], fallible=True)


def item_nullable(selected: Selected) -> bool:
    """Say whether the items of a list field may be null."""
    type_ = selected.definition.type if selected.definition else None
    if is_non_null_type(type_):
        type_ = type_.of_type
    return is_list_type(type_) and not is_non_null_type(type_.of_type)


def emit_first(emitter: "Emitter", row: Row, source: First, selected: Selected) -> Value:
    """Return the JSON object of the first related row, NULL when there is none."""
    outer = emitter.context.table(source.type)
    value = emitter.object(outer, emitter.object_type(selected), selected.sets)
    inner = _ordered(emitter, row, source, outer)
    select = f"(SELECT {emitter.dialect.chain(value.parts)} FROM ({inner}) AS {outer.alias}"
    return Value([f"{select}{''.join(outer.joins)})"], fallible=True)


def single(
    emitter: "Emitter",
    type_name: str,
    on: Mapping[str, str],
    type_: GraphQLObjectType,
    sets: Sequence[SelectionSetNode],
    *,
    implied: bool = False,
    where: Callable[[Row], list[str]] | None = None,
) -> Value:
    """Return the JSON object of the row whose columns have these values, NULL when hidden."""
    context = emitter.context
    row = context.table(type_name)
    emitter.rows += 1
    value = emitter.object(row, type_, sets)
    predicates = [
        context.same_organisation(row),
        *(f"{row[column]} = {sql}" for column, sql in on.items()),
        *visible(row, context, implied=implied),
        *(where(row) if where else ()),
    ]
    select = (
        f"(SELECT {emitter.dialect.chain(value.parts)}"
        f" FROM {row.source.table} AS {row.alias}{''.join(row.joins)}"
        f" WHERE {' AND '.join(predicates)})"
    )
    return Value([select], fallible=True)
