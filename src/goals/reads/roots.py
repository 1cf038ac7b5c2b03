"""Roots: how the fields of the query type pick their rows.

A malformed, foreign or invisible id gives null, with no hint which of the three it was.
"""

from typing import TYPE_CHECKING, Any

from graphql import SelectionSetNode

from goals.domain.issues import Issue
from goals.reads import lists, pages
from goals.reads.context import Context, Row
from goals.reads.errors import BadInput, NotCompilable
from goals.reads.filters import place
from goals.reads.identifiers import NOBODY, decode
from goals.reads.pieces import Lit, Part
from goals.reads.selection import Selected
from goals.reads.shapes import NodeSlot, node_types
from goals.reads.sources import (
    Lookup,
    RootConnection,
    RootNode,
    RootNodes,
    RootOne,
    RootSource,
)
from goals.reads.values import Items, Leaf, arguments

if TYPE_CHECKING:
    from goals.reads.emission import Emitter

Sets = tuple[SelectionSetNode, ...]


def emit(emitter: "Emitter", source: RootSource, selected: Selected) -> list[Part]:
    """Return the value of one root field."""
    if isinstance(source, RootConnection):
        return pages.emit_root(emitter, source, selected)
    if selected.definition is None:
        raise NotCompilable("a root field needs a definition")
    given = arguments(selected.definition.args, selected.nodes[0].arguments, emitter.variables)
    if isinstance(source, RootOne):
        return _one(emitter, source, selected, given)
    if isinstance(source, RootNode):
        return _node(emitter, given.get("id"), selected.sets)
    if isinstance(source, RootNodes):
        return _nodes(emitter, source, given.get("ids"), selected)
    raise NotCompilable(f"no way to emit {source!r}")


def _one(
    emitter: "Emitter", source: RootOne, selected: Selected, given: dict[str, Any]
) -> list[Part]:
    context = emitter.context
    on = {
        column: context.parameters.viewer(attribute, "uuid") for column, attribute in source.viewer
    }
    own: list[tuple[Lookup, Any]] = []
    for name, lookup in source.lookups.items():
        argument, _, field = name.partition(".")
        tree = given.get(argument)
        leaf = tree.get(field) if field and isinstance(tree, dict) else tree
        if leaf is None or (field and not isinstance(tree, dict)):
            continue
        if lookup.sql is not None:
            own.append((lookup, leaf))
        else:
            on[lookup.column] = _place(context, lookup, leaf, source.type)
    if not on and not own:
        return [Lit("null")]

    def where(row: Row) -> list[str]:
        found = []
        for lookup, leaf in own:
            if lookup.sql is None:
                continue
            leaves = leaf if isinstance(leaf, dict) else {"value": leaf}
            places = {
                name: _place(context, lookup, item, source.type)
                for name, item in leaves.items()
                if item is not None
            }
            found.append(f"({lookup.sql(row, context, places)})")
        return found

    type_ = emitter.object_type(selected)
    return lists.single(emitter, source.type, on, type_, selected.sets, where=where)


def _place(context: Context, lookup: Lookup, leaf: Leaf, type_name: str) -> str:
    parse = lookup.parse
    if lookup.kind == "id" and parse is None:
        return place(leaf, "id", context, lookup.type_name or type_name)
    encode = context.dialect.encoder(lookup.kind)

    def take(variables: Any) -> Any:
        value = leaf.get(variables)
        try:
            return encode(parse(value) if parse else value)
        except BadInput:
            return None  # no row can have it

    return context.bound(("lookup", leaf.key, parse), lookup.kind, take)


def _types(leaf: Any) -> list[str]:
    if isinstance(leaf, Items):
        return sorted({name for item in leaf.leaves for name in _types(item)})
    found = leaf.types if isinstance(leaf, NodeSlot) else node_types(leaf.get({}))
    return sorted(found)


def _node(emitter: "Emitter", leaf: Any, sets: Sets) -> list[Part]:
    types = [name for name in _types(leaf) if _is_node(emitter, name)] if leaf is not None else []
    if not types:
        return [Lit("null")]
    (name,) = types
    source = emitter.context.catalogue.readable(name)
    on = {source.id_column: place(leaf, "id", emitter.context, name)}
    return lists.single(emitter, name, on, emitter.type_named(name), sets)


def _is_node(emitter: "Emitter", name: str) -> bool:
    source = emitter.context.catalogue.types.get(name)
    schema = emitter.selections.schema
    interface, type_ = schema.get_type("Node"), schema.get_type(name)
    if source is None or source.table is None or interface is None or type_ is None:
        return False
    return schema.is_sub_type(interface, type_)  # type: ignore[arg-type]


def _nodes(emitter: "Emitter", source: RootNodes, leaf: Any, selected: Selected) -> list[Part]:
    """List the nodes asked for, in that order, null where there is none to be seen.

    The ids come as two arrays, types and uuids; every type asked for is one branch, so a plan
    holds the branches its shape names and no others.
    """
    if leaf is None:
        return [Lit("null")]
    context, path = emitter.context, emitter.context.path
    alias = context.alias()
    branches = []
    for name in _types(leaf):
        if not _is_node(emitter, name):
            continue
        source_type = context.catalogue.readable(name)
        on = {source_type.id_column: f"{alias}.id"}
        parts = lists.single(emitter, name, on, emitter.type_named(name), selected.sets)
        chain = emitter.dialect.chain(parts)
        branches.append(f"WHEN '{name}' THEN {chain}")

    def ids(variables: Any) -> list[tuple[str, str]]:
        asked = leaf.get(variables)
        if len(asked) > source.limit:
            raise BadInput(
                Issue("TOO_MANY", ("ids",), {"actual": len(asked), "limit": source.limit}), path
            )
        return [decode(item) or ("", NOBODY) for item in asked]

    texts, uuids = emitter.dialect.encoder("text[]"), emitter.dialect.encoder("uuid[]")

    item = "'null'"
    if branches:
        item = f"CASE {alias}.kind {' '.join(branches)} ELSE 'null' END"
    rows = emitter.dialect.pairs(
        alias,
        context.bound(
            ("kinds", leaf.key), "text[]", lambda given: texts([kind for kind, _ in ids(given)])
        ),
        context.bound(
            ("ids", leaf.key), "uuid[]", lambda given: uuids([uuid for _, uuid in ids(given)])
        ),
    )
    items = emitter.dialect.aggregate(item, f" ORDER BY {alias}.place", "")
    return [Lit("["), f"(SELECT COALESCE({items}, '') FROM {rows})", Lit("]")]
