"""The compiler: an operation, or an entity's selection, becomes a ``Plan``.

``compile_operation`` puts all root fields into one statement; ``compile_selection`` is the same
for one entity, so that mutation payloads and Strawberry's own fields read through the very same
sources. Documents must be validated before; variables come as ``Shape.tree`` shows them.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
)

from goals.reads import lists, roots
from goals.reads.catalogue import Catalogue
from goals.reads.context import Context
from goals.reads.dialects import DIALECTS
from goals.reads.emission import Emitter
from goals.reads.errors import BadInput, NotCompilable
from goals.reads.parameters import Parameters, Variables
from goals.reads.pieces import Lit, Part
from goals.reads.plan import Plan
from goals.reads.room import SQLITE_STACK, needed
from goals.reads.selection import Selections
from goals.reads.shapes import Shape
from goals.reads.sources import RootConnection
from goals.reads.viewer import Viewer

QUICK_ROWS = 60

Fragments = Mapping[str, FragmentDefinitionNode]


def operation_of(document: DocumentNode, name: str | None) -> OperationDefinitionNode | None:
    """Return the operation of this name, or the only one."""
    operations = [
        definition
        for definition in document.definitions
        if isinstance(definition, OperationDefinitionNode)
    ]
    if name is None:
        return operations[0] if len(operations) == 1 else None
    return next((found for found in operations if found.name and found.name.value == name), None)


def fragments_of(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    """Return the fragments of a document by name."""
    return {
        definition.name.value: definition
        for definition in document.definitions
        if isinstance(definition, FragmentDefinitionNode)
    }


def compile_operation(
    schema: GraphQLSchema,
    catalogue: Catalogue,
    document: DocumentNode,
    operation_name: str | None,
    variables: Variables,
    dialect: str,
    role: str,
) -> Plan | None:
    """Compile a query for coerced ``variables`` of this shape and viewers of this role.

    Returns None when a selected field has no source, so that somebody else must execute it.
    Raises BadInput for page sizes, cursors and depths that cannot be used.
    """
    operation = operation_of(document, operation_name)
    if operation is None or operation.operation is not OperationType.QUERY:
        return None
    fragments = fragments_of(document)
    tree = Shape(schema, operation, fragments).tree(variables)
    return compile_tree(schema, catalogue, operation, fragments, tree, dialect, role)


def compile_tree(
    schema: GraphQLSchema,
    catalogue: Catalogue,
    operation: OperationDefinitionNode,
    fragments: Fragments,
    tree: Mapping[str, Any],
    dialect: str,
    role: str,
) -> Plan | None:
    """Compile a query whose variables are already shown as a tree."""
    emitter = _emitter(schema, catalogue, fragments, tree, dialect, role)
    try:
        return _compile_roots(emitter, operation)
    except NotCompilable:
        return None


def _emitter(
    schema: GraphQLSchema,
    catalogue: Catalogue,
    fragments: Fragments,
    tree: Mapping[str, Any],
    dialect: str,
    role: str,
) -> Emitter:
    engine = DIALECTS[dialect]
    context = Context(catalogue, engine, role, Parameters(engine))
    return Emitter(context, Selections(schema, fragments, tree))


def _compile_roots(emitter: Emitter, operation: OperationDefinitionNode) -> Plan:
    query = emitter.selections.schema.query_type
    if query is None:
        raise NotCompilable("the schema has no query type")
    parts: list[Part] = [Lit("{")]
    connections = False
    for index, selected in enumerate(emitter.selections.fields(query, [operation.selection_set])):
        parts.append(Lit(f'{"," if index else ""}"{selected.key}":'))
        if selected.name == "__typename":
            parts.append(Lit(f'"{query.name}"'))
            continue
        source = emitter.context.catalogue.roots.get(selected.name)
        if source is None:
            raise NotCompilable(f"Query.{selected.name} has no source")
        emitter.context.path = (selected.key,)
        value = roots.emit(emitter, source, selected)
        parts.extend(emitter.settle(value, nullable=True).parts)
        connections = connections or isinstance(source, RootConnection)
    parts.append(Lit("}"))
    return _plan(emitter, parts, quick=not connections and emitter.rows <= QUICK_ROWS)


def _plan(emitter: Emitter, parts: list[Part], *, quick: bool) -> Plan:
    sql = f"SELECT {emitter.dialect.chain(parts)} AS data"
    parameters = emitter.context.parameters
    sql = ", ".join([sql, *parameters.unused(sql)])
    if emitter.dialect.name == "sqlite" and needed(sql) > SQLITE_STACK:
        raise BadInput("This selection is nested too deeply; ask for less at once.")
    return Plan(
        sql,
        tuple(parameters.binders),
        emitter.calls.calls,
        quick,
    )


def compile_selection(
    schema: GraphQLSchema,
    catalogue: Catalogue,
    type_name: str,
    nodes: Sequence[FieldNode],
    fragments: Fragments,
    tree: Mapping[str, Any],
    dialect: str,
    role: str,
) -> Plan:
    """Compile the selection below ``nodes`` for one row of a type, bound by its uuid as key.

    Raises NotCompilable when a field has no source.
    """
    emitter = _emitter(schema, catalogue, fragments, tree, dialect, role)
    source = catalogue.readable(type_name)
    encode = emitter.dialect.encoder("uuid")

    def bind(_variables: Variables, _viewer: Viewer, key: Any) -> Any:
        return encode(key)

    on = {source.id_column: emitter.context.parameters.place(("key",), "uuid", bind)}
    sets = [node.selection_set for node in nodes if node.selection_set]
    value = lists.single(emitter, type_name, on, emitter.type_named(type_name), sets)
    return _plan(emitter, value.parts, quick=emitter.rows <= QUICK_ROWS)
