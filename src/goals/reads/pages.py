"""Pages: Relay connections with keyset cursors.

``hasNextPage`` and ``hasPreviousPage`` are true exactly when the connection, as filtered, holds
rows after the last or before the first row of the page: one row more than asked for is read
where the page ends, and a look beyond the cursor is taken where it begins. Cursors, flags and
counts are made only when they are asked for. The arguments are checked in paging.py.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from graphql import GraphQLObjectType, is_non_null_type

from goals.reads.context import Row
from goals.reads.errors import NotCompilable
from goals.reads.filters import place, predicate
from goals.reads.lists import array, of_list
from goals.reads.ordering import chosen
from goals.reads.page import MARK, Connection, Page
from goals.reads.paging import Paging, paging_of
from goals.reads.pieces import Lit, Part
from goals.reads.rules import proves, visible
from goals.reads.selection import Selected
from goals.reads.sources import Argument, ManyConnection, RootConnection
from goals.reads.values import arguments

if TYPE_CHECKING:
    from goals.reads.emission import Emitter


def emit_many(
    emitter: "Emitter", row: Row, source: ManyConnection, selected: Selected
) -> list[Part]:
    """Return the connection of the rows related to ``row``."""
    target = emitter.context.catalogue.readable(source.type)
    implied = source.implied or proves(row.source, target, source.join)

    def base(other: Row) -> list[str]:
        joined = [f"{other[theirs]} = {row[own]}" for own, theirs in source.join]
        return [*joined, *visible(other, emitter.context, implied=implied)]

    return _emit(emitter, source, selected, base)


def emit_root(emitter: "Emitter", source: RootConnection, selected: Selected) -> list[Part]:
    """Return the connection of all rows the viewer may see."""
    return _emit(emitter, source, selected, lambda row: visible(row, emitter.context))


def _emit(
    emitter: "Emitter",
    source: ManyConnection | RootConnection,
    selected: Selected,
    base: Callable[[Row], list[str]],
) -> list[Part]:
    if selected.definition is None:
        raise NotCompilable("a connection needs a definition")
    context = emitter.context
    given = arguments(selected.definition.args, selected.nodes[0].arguments, emitter.variables)
    path = context.path

    def predicates(row: Row) -> list[str]:
        below, context.path = context.path, path
        found = [context.same_organisation(row), *base(row)]
        if source.where is not None:
            found.append(f"({source.where(row, context)})")
        found.extend(_extra(source.arguments, given, row, emitter))
        found.append(predicate(given.get("filter"), row, context))
        context.path = below
        return [part for part in found if part != "TRUE"]

    connection = Connection(
        emitter,
        source.type,
        chosen(given.get("orderBy"), source.order),
        paging_of(given, path),
        predicates,
    )
    return _written(connection, selected)


def _extra(
    declared: Mapping[str, Argument], given: Mapping[str, object], row: Row, emitter: "Emitter"
) -> list[str]:
    found = []
    for name, argument in declared.items():
        leaf = given.get(name)
        if leaf is not None:
            type_name = argument.type_name or row.source.name
            bound = place(leaf, argument.kind, emitter.context, type_name)  # type: ignore[arg-type]
            found.append(f"({argument.sql(row, emitter.context, bound)})")
    return found


def _written(connection: Connection, selected: Selected) -> list[Part]:
    emitter = connection.emitter
    type_ = emitter.object_type(selected)
    fields = emitter.selections.fields(type_, selected.sets)
    page = Page(connection)
    page.overflow = _asks_beyond(emitter, fields, page.paging)
    parts = _members(fields, type_, lambda field: _member(page, field), emitter, selected)
    order = page.order()
    chain = emitter.dialect.chain(parts).replace(MARK, f" ORDER BY {order}" if order else "")
    return [f"(SELECT {chain}{page.source() if page.read else ''})"]


def _members(
    fields: Sequence[Selected],
    type_: GraphQLObjectType,
    write: Callable[[Selected], list[Part]],
    emitter: "Emitter",
    of: Selected | None = None,
) -> list[Part]:
    """Write an object of the connection's own: itself (``of`` a field), an edge, a page info."""
    nullable = (
        of is not None and of.definition is not None and not is_non_null_type(of.definition.type)
    )
    parts: list[Part] = [Lit("{")]
    path = emitter.context.path
    for index, field in enumerate(fields):
        parts.append(Lit(f'{"," if index else ""}"{field.key}":'))
        if field.definition is None:
            parts.append(Lit(f'"{type_.name}"'))
            continue
        emitter.context.path = (*path, field.key)
        if of is None:
            parts.extend(write(field))
        else:
            with emitter.inside(nullable=nullable):
                parts.extend(write(field))
    emitter.context.path = path
    parts.append(Lit("}"))
    return parts


def _asks_beyond(emitter: "Emitter", fields: Sequence[Selected], paging: Paging) -> bool:
    """Say whether the flag at the open end of the page is selected."""
    wanted = "hasPreviousPage" if paging.backward else "hasNextPage"
    return any(
        below.name == wanted
        for field in fields
        if field.name == "pageInfo"
        for below in emitter.selections.fields(emitter.object_type(field), field.sets)
    )


def _member(page: Page, field: Selected) -> list[Part]:
    emitter = page.emitter
    if field.name == "totalCount":
        row = emitter.context.table(page.connection.type_name)
        where = " AND ".join(page.connection.predicates(row))
        count = f"(SELECT count(*) FROM {row.source.table} AS {row.alias} WHERE {where})"
        return emitter.dialect.text("integer", count)
    if field.name == "pageInfo":
        type_ = emitter.object_type(field)
        below = emitter.selections.fields(type_, field.sets)
        return _members(below, type_, lambda info: _page_info(page, info), emitter)
    if field.name in {"nodes", "edges"}:
        page.read = True
        with of_list(emitter, field):
            item = _item(page, field)
        return [Lit("["), array(emitter, item, order=MARK, only=page.only()), Lit("]")]
    raise NotCompilable(f"connections have no {field.name}")


def _item(page: Page, field: Selected) -> list[Part]:
    emitter = page.emitter
    type_ = emitter.object_type(field)
    if field.name == "nodes":
        return emitter.object(page.row, type_, field.sets)
    below = emitter.selections.fields(type_, field.sets)
    return _members(below, type_, lambda edge: _edge(page, edge), emitter)


def _edge(page: Page, field: Selected) -> list[Part]:
    if field.name == "cursor":
        return [Lit('"'), page.cursor(), Lit('"')]
    if field.name == "node" and field.definition is not None:
        nullable = not is_non_null_type(field.definition.type)
        with page.emitter.inside(nullable=nullable):
            return page.emitter.object(page.row, page.emitter.object_type(field), field.sets)
    raise NotCompilable(f"edges have no {field.name}")


def _page_info(page: Page, field: Selected) -> list[Part]:
    if field.name in {"hasNextPage", "hasPreviousPage"}:
        condition = page.more(after=field.name == "hasNextPage")
        return [f"CASE WHEN {condition} THEN 'true' ELSE 'false' END"]
    if field.name in {"startCursor", "endCursor"}:
        cursor = page.end_cursor(last=field.name == "endCursor")
        return [f"COALESCE('\"' || {cursor} || '\"', 'null')"]
    raise NotCompilable(f"page info has no {field.name}")
