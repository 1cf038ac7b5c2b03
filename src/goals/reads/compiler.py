"""The compiler: an operation, or an entity's selection, becomes a ``Plan``.

``compile_operation`` puts all root fields into one statement; ``compile_selection`` is the same
for one entity, so that mutation payloads and Strawberry's own fields read through the very same
sources. Documents must be validated before; variables come as ``Shape.tree`` shows them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
)

from goals.reads import lists, roots
from goals.reads.catalogue import Catalogue
from goals.reads.context import Context
from goals.reads.deeper import BETWEEN, Deferred
from goals.reads.dialects import DIALECTS
from goals.reads.emission import Emitter
from goals.reads.errors import NotCompilable, TooDeep
from goals.reads.parameters import Parameters, Variables
from goals.reads.pieces import Lit, Part
from goals.reads.plan import Plan
from goals.reads.room import SQLITE_STACK, needed
from goals.reads.selection import Selections
from goals.reads.shapes import Shape

SPLITS = (None, 8, 6, 4, 2)
"""Levels from which on fields are left to further statements, tried one after the other."""

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
    work = _Work(schema, catalogue, fragments, tree, dialect, role)
    try:
        return _fitting(work, lambda emitter: _write_roots(emitter, operation))
    except NotCompilable:
        return None


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
    sets = [node.selection_set for node in nodes if node.selection_set]

    def write(emitter: Emitter) -> list[Part]:
        key = emitter.context.parameters.key("uuid")
        on = {catalogue.readable(type_name).id_column: key}
        return lists.single(emitter, type_name, on, emitter.type_named(type_name), sets)

    return _fitting(_Work(schema, catalogue, fragments, tree, dialect, role), write)


@dataclass(frozen=True, slots=True)
class _Work:
    """What all statements of one compilation share."""

    schema: GraphQLSchema
    catalogue: Catalogue
    fragments: Fragments
    tree: Mapping[str, Any]
    dialect: str
    role: str

    def emitter(self, split: int | None) -> Emitter:
        """Begin a statement that leaves fields deeper than ``split`` to others."""
        engine = DIALECTS[self.dialect]
        context = Context(self.catalogue, engine, self.role, Parameters(engine))
        return Emitter(context, Selections(self.schema, self.fragments, self.tree), split)


def _fitting(work: _Work, write: Callable[[Emitter], list[Part]]) -> Plan:
    """Write a statement that the engine can parse, as a whole if that is possible."""
    for split in SPLITS:
        emitter = work.emitter(split)
        parts = write(emitter)
        try:
            return _plan(work, emitter, parts)
        except TooDeep:
            continue
    raise TooDeep()


def _plan(work: _Work, emitter: Emitter, parts: list[Part]) -> Plan:
    sql = f"SELECT {emitter.dialect.chain(parts)} AS data"
    parameters = emitter.context.parameters
    sql = ", ".join([sql, *parameters.unused(sql)])
    if emitter.dialect.name == "sqlite" and needed(sql) > SQLITE_STACK:
        raise TooDeep()
    deeper = tuple(
        (deferred.key, _fitting(work, partial(_write_deferred, deferred)))
        for deferred in emitter.deferred
    )
    return Plan(sql, tuple(parameters.binders), emitter.calls.calls, deeper)


def _write_roots(emitter: Emitter, operation: OperationDefinitionNode) -> list[Part]:
    query = emitter.selections.schema.query_type
    if query is None:
        raise NotCompilable("the schema has no query type")
    parts: list[Part] = [Lit("{")]
    for index, selected in enumerate(emitter.selections.fields(query, [operation.selection_set])):
        parts.append(Lit(f'{"," if index else ""}"{selected.key}":'))
        if selected.name == "__typename":
            parts.append(Lit(f'"{query.name}"'))
            continue
        source = emitter.context.catalogue.roots.get(selected.name)
        if source is None:
            raise NotCompilable(f"Query.{selected.name} has no source")
        emitter.context.path = (selected.key,)
        parts.extend(roots.emit(emitter, source, selected))
    parts.append(Lit("}"))
    return parts


def _write_deferred(field: Deferred, emitter: Emitter) -> list[Part]:
    """Write one field of many rows, given as an array of ids, as objects in that order."""
    dialect, alias = emitter.dialect, emitter.context.alias()
    ids = emitter.context.parameters.key("uuid[]")
    on = {emitter.context.catalogue.readable(field.type_name).id_column: f"{alias}.id"}
    sets = [SelectionSetNode(selections=field.nodes)]
    type_ = emitter.type_named(field.type_name)
    emitter.up = field.up - 1
    item = dialect.chain(lists.single(emitter, field.type_name, on, type_, sets, nullable=False))
    rows = dialect.pairs(alias, ids, ids)
    return [f"(SELECT group_concat({item}, '{BETWEEN}') FROM {rows})"]
