"""The reader: plans by document and shape of the variables, kept in bounded caches.

A request that comes again costs a look-up and the binding of its arguments: the document is
found by identity (the web keeps parsed documents), its shape by a key made of its variables
(shapes.py). Both caches forget what was not used for longest.
"""

from collections import OrderedDict
from collections.abc import Hashable, Sequence
from typing import Any, Protocol, TypeVar

from graphql import (
    DocumentNode,
    FieldNode,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
)

from goals.reads.catalogue import Catalogue
from goals.reads.compiler import (
    Fragments,
    compile_selection,
    compile_tree,
    fragments_of,
    operation_of,
)
from goals.reads.parameters import Variables
from goals.reads.plan import Plan, Reads, read, read_entity
from goals.reads.shapes import Shape
from goals.reads.viewer import Viewer

T = TypeVar("T")


class ResolveInfo(Protocol):
    """What is needed of graphql-core's GraphQLResolveInfo (Strawberry's ``info`` has it too)."""

    @property
    def field_nodes(self) -> Sequence[FieldNode]: ...
    @property
    def fragments(self) -> Fragments: ...
    @property
    def operation(self) -> OperationDefinitionNode: ...
    @property
    def variable_values(self) -> Any: ...


class _Bounded(OrderedDict[Hashable, T]):
    """A mapping that forgets what was not used for longest."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size

    def find(self, key: Hashable) -> T | None:
        """Return the value and note that it was used."""
        value = self.get(key)
        if value is not None:
            self.move_to_end(key)
        return value

    def keep(self, key: Hashable, value: T) -> T:
        """Keep a value; the oldest goes when there are too many."""
        self[key] = value
        if len(self) > self._size:
            self.popitem(last=False)
        return value


class _Prepared:
    """One operation with its fragments and the shape of its variables."""

    __slots__ = ("document", "fragments", "operation", "shape")

    def __init__(
        self,
        schema: GraphQLSchema,
        operation: OperationDefinitionNode,
        fragments: Fragments,
        document: DocumentNode | None,
    ) -> None:
        self.operation = operation
        self.fragments = fragments
        self.document = document  # held so that its identity stays its own
        self.shape = Shape(schema, operation, fragments)


class _Kept:
    """A plan (None: not compilable) that holds what its key names by identity."""

    __slots__ = ("owner", "plan")

    def __init__(self, owner: object, plan: Plan | None) -> None:
        self.owner = owner
        self.plan = plan


class Reader:
    """Answers validated queries of one schema from one kind of database."""

    def __init__(
        self,
        schema: GraphQLSchema,
        catalogue: Catalogue,
        dialect: str,
        *,
        documents: int = 512,
        plans: int = 2048,
    ) -> None:
        self.schema = schema
        self.catalogue = catalogue
        self.dialect = dialect
        self._prepared: _Bounded[_Prepared] = _Bounded(documents)
        self._plans: _Bounded[_Kept] = _Bounded(plans)

    def plan(
        self,
        document: DocumentNode,
        operation_name: str | None,
        variables: Variables,
        role: str,
    ) -> Plan | None:
        """Return the plan of a query, None when it must be executed otherwise.

        Raises BadInput for page sizes, cursors and depths that cannot be used.
        """
        prepared = self._of_document(document, operation_name)
        if prepared is None or prepared.operation.operation is not OperationType.QUERY:
            return None
        key = (id(prepared.operation), role, prepared.shape.key(variables))
        kept = self._plans.find(key)
        if kept is None:
            plan = compile_tree(
                self.schema,
                self.catalogue,
                prepared.operation,
                prepared.fragments,
                prepared.shape.tree(variables),
                self.dialect,
                role,
            )
            kept = self._plans.keep(key, _Kept(prepared, plan))
        return kept.plan

    async def answer(
        self,
        database: Reads,
        document: DocumentNode,
        operation_name: str | None,
        variables: Variables,
        viewer: Viewer,
    ) -> str | None:
        """Return the JSON text of ``data``; None when the query must be executed otherwise."""
        plan = self.plan(document, operation_name, variables, viewer.role)
        return None if plan is None else await read(database, plan, variables, viewer)

    async def entity(
        self,
        database: Reads,
        type_name: str,
        key: str,
        info: ResolveInfo,
        viewer: Viewer,
        nodes: Sequence[FieldNode] | None = None,
    ) -> dict[str, Any] | None:
        """Return the selection of one entity, keyed by response names, for a resolver.

        ``key`` is its uuid; ``nodes`` are the fields whose selections are wanted, those of
        ``info`` by default. None when it does not exist or the viewer may not see it. Raises
        NotCompilable when the selection holds a field without a source.
        """
        nodes = info.field_nodes if nodes is None else nodes
        values: Any = info.variable_values
        variables: Variables = getattr(values, "coerced", values)
        prepared = self._of_operation(info.operation, info.fragments)
        own = (type_name, viewer.role, prepared.shape.key(variables))
        place = (id(info.operation), *own, *[id(node) for node in nodes])
        kept = self._plans.find(place)
        plan = kept.plan if kept else None
        if plan is None:
            plan = compile_selection(
                self.schema,
                self.catalogue,
                type_name,
                nodes,
                info.fragments,
                prepared.shape.tree(variables),
                self.dialect,
                viewer.role,
            )
            self._plans.keep(place, _Kept((prepared, nodes), plan))
        return await read_entity(database, plan, variables, viewer, key)

    def _of_document(self, document: DocumentNode, name: str | None) -> _Prepared | None:
        key = (id(document), name)
        found = self._prepared.find(key)
        if found is not None:
            return found
        operation = operation_of(document, name)
        if operation is None:
            return None
        made = _Prepared(self.schema, operation, fragments_of(document), document)
        return self._prepared.keep(key, made)

    def _of_operation(self, operation: OperationDefinitionNode, fragments: Fragments) -> _Prepared:
        found = self._prepared.find(id(operation))
        if found is not None:
            return found
        return self._prepared.keep(
            id(operation), _Prepared(self.schema, operation, fragments, None)
        )
