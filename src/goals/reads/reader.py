"""The reader: plans by document and shape of the variables, kept in bounded caches.

A request that comes again costs a look-up and the binding of its arguments: the document is
found by identity (the web keeps parsed documents), its shape by a key made of its variables
(shapes.py). Both caches forget what was not used for longest.
"""

from collections import OrderedDict
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, TypeVar

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
)

from goals.reads.catalogue import Catalogue
from goals.reads.compiler import compile_selection, compile_tree, fragments_of, operation_of
from goals.reads.parameters import Variables
from goals.reads.plan import Plan, Reads, read, read_entity
from goals.reads.shapes import Shape
from goals.reads.viewer import Viewer

T = TypeVar("T")


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
    """One operation of one document; holds the document, so that its identity stays its own."""

    __slots__ = ("document", "operation", "shape")

    def __init__(
        self, schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode
    ) -> None:
        self.document = document
        self.operation = operation
        self.shape = Shape(schema, document, operation)


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
        self._plans: _Bounded[Plan | bool] = _Bounded(plans)

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
        prepared = self._prepare(document, operation_name)
        if prepared is None or prepared.operation.operation is not OperationType.QUERY:
            return None
        key = (id(document), operation_name, role, prepared.shape.key(variables))
        plan = self._plans.find(key)
        if plan is None:
            made = compile_tree(
                self.schema,
                self.catalogue,
                document,
                prepared.operation,
                prepared.shape.tree(variables),
                self.dialect,
                role,
            )
            plan = self._plans.keep(key, made or False)
        return plan if isinstance(plan, Plan) else None

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
        nodes: Sequence[FieldNode],
        document: DocumentNode,
        operation: OperationDefinitionNode,
        variables: Variables,
        viewer: Viewer,
        fragments: Mapping[str, FragmentDefinitionNode] | None = None,
    ) -> dict[str, Any] | None:
        """Return the selection below ``nodes`` of one entity, keyed by response names.

        ``key`` is its uuid. None when it does not exist or the viewer may not see it. Raises
        NotCompilable when the selection holds a field without a source.
        """
        name = operation.name.value if operation.name else None
        prepared = self._prepare(document, name) or _Prepared(self.schema, document, operation)
        place = tuple([id(node) for node in nodes])
        shape = prepared.shape.key(variables)
        plan = self._plans.find((id(document), type_name, place, viewer.role, shape))
        if not isinstance(plan, Plan):
            plan = compile_selection(
                self.schema,
                self.catalogue,
                type_name,
                nodes,
                fragments if fragments is not None else fragments_of(document),
                prepared.shape.tree(variables),
                self.dialect,
                viewer.role,
            )
            self._plans.keep((id(document), type_name, place, viewer.role, shape), plan)
        return await read_entity(database, plan, variables, viewer, key)

    def _prepare(self, document: DocumentNode, name: str | None) -> _Prepared | None:
        found = self._prepared.find((id(document), name))
        if found is not None:
            return found
        operation = operation_of(document, name)
        if operation is None:
            return None
        return self._prepared.keep(
            (id(document), name), _Prepared(self.schema, document, operation)
        )
