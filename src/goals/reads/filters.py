"""Filters: the predicate of a filter input over a row.

Comparators are read from the keys of the input (``eq in contains startsWith gt gte lt lte``),
their meaning from the kind of the source. Two-valued throughout: a row without a value matches
no comparator, and ``not`` gives exactly the other rows. ``eq: null`` asks for rows without a
value; any other null is as good as absent. Rows of other types are looked at only where the
viewer may see them, so a filter tells nothing about hidden ones.
"""

from collections.abc import Callable, Mapping
from typing import Any

from goals.reads.context import Context, Row
from goals.reads.dialect import fold, storable
from goals.reads.errors import NotCompilable
from goals.reads.identifiers import uuid_of
from goals.reads.rules import proves, visible
from goals.reads.sources import Column, Expression, FilterSource, Join, Many, One, Related
from goals.reads.values import Leaf, plain

_COMPARE = {"gt": ">", "gte": ">=", "lt": "<", "lte": "<="}
TRUE, FALSE = "TRUE", "FALSE"


def predicate(tree: Any, row: Row, context: Context) -> str:
    """Return the predicate of a filter tree (values.py) over ``row``; TRUE for an empty one."""
    if not tree:
        return TRUE
    return _all([_entry(name, value, row, context) for name, value in tree.items()])


def _entry(name: str, value: Any, row: Row, context: Context) -> str:
    if value is None:
        return TRUE
    if name in {"and", "or"}:
        parts = [predicate(item, row, context) for item in value if item is not None]
        return _all(parts) if name == "and" else _any(parts)
    if name == "not":
        return f"({predicate(value, row, context)}) IS NOT TRUE"
    try:
        source = row.source.filters[name]
    except KeyError:
        raise NotCompilable(f"{row.source.name} has no filter {name}") from None
    return _apply(source, value, row, context)


def _apply(source: FilterSource, value: Any, row: Row, context: Context) -> str:
    if isinstance(source, One | Many):
        return related(
            row, context, source.type, source.join, lambda other: predicate(value, other, context),
            implied=source.implied,
        )  # fmt: skip
    if isinstance(source, Related):
        inner = context.catalogue.type(source.type).filters[source.field]
        return related(
            row, context, source.type, source.join,
            lambda other: _apply(inner, value, other, context), implied=source.implied,
        )  # fmt: skip
    return comparison(source, value, row, context)


def related(
    row: Row,
    context: Context,
    type_name: str,
    join: Join,
    holds: Callable[[Row], str],
    *,
    implied: bool = False,
) -> str:
    """Return "some related row, visible to the viewer, of which ``holds``"."""
    other = context.table(type_name)
    inner = [
        context.same_organisation(other),
        *(f"{other[theirs]} = {row[own]}" for own, theirs in join),
        *visible(other, context, implied=implied or proves(row.source, other.source, join)),
        holds(other),
    ]
    return (
        f"EXISTS (SELECT 1 FROM {other.source.table} AS {other.alias} WHERE {' AND '.join(inner)})"
    )


def comparison(
    source: Column | Expression, tree: Mapping[str, Any], row: Row, context: Context
) -> str:
    """Return the predicate of one comparator input."""
    sql = context.value(source, row)
    type_name = source.type_name or row.source.name
    parts = []
    for operator, leaf in tree.items():
        if leaf is None:
            if operator == "eq":
                parts.append(f"{sql} IS NULL")
            continue
        parts.append(_compare(operator, sql, source.kind, type_name, leaf, context))
    return _all(parts)


def _compare(
    operator: str, sql: str, kind: str, type_name: str, leaf: Leaf, context: Context
) -> str:
    dialect = context.dialect
    if operator == "eq" and kind == "boolean":
        return sql if plain(leaf) else f"NOT ({sql})"  # compared with a value, no index would serve
    if operator == "eq":
        return f"{sql} = {place(leaf, kind, context, type_name)}"
    if operator == "in":
        return dialect.among(sql, place(leaf, f"{kind}[]", context, type_name))
    if operator in _COMPARE:
        return f"{sql} {_COMPARE[operator]} {place(leaf, kind, context, type_name)}"
    if operator == "contains":
        return dialect.contains(dialect.folded(sql), _folded_place(leaf, context))
    if operator == "startsWith":
        return dialect.starts(dialect.folded(sql), _folded_place(leaf, context))
    raise NotCompilable(f"no comparator {operator}")


def _folded_place(leaf: Leaf, context: Context) -> str:
    return context.bound(
        ("folded", leaf.key), "text", lambda variables: fold(storable(leaf.get(variables)))
    )


def place(leaf: Leaf, kind: str, context: Context, type_name: str) -> str:
    """Return the placeholder of a leaf bound as ``kind``; ids of other types match nothing."""
    if kind == "id":
        encode = context.dialect.encoder("uuid")
        return context.bound(
            (type_name, leaf.key),
            "uuid",
            lambda variables: encode(uuid_of(leaf.get(variables), type_name)),
        )
    if kind == "id[]":
        encode = context.dialect.encoder("uuid[]")
        return context.bound(
            (type_name, leaf.key),
            "uuid[]",
            lambda variables: encode([uuid_of(item, type_name) for item in leaf.get(variables)]),
        )
    encode = context.dialect.encoder(kind)
    return context.bound(leaf.key, kind, lambda variables: encode(leaf.get(variables)))


def _all(parts: list[str]) -> str:
    kept = [part for part in parts if part != TRUE]
    return f"({' AND '.join(kept)})" if len(kept) > 1 else (kept[0] if kept else TRUE)


def _any(parts: list[str]) -> str:
    kept = [part for part in parts if part != FALSE]
    return f"({' OR '.join(kept)})" if len(kept) > 1 else (kept[0] if kept else FALSE)
