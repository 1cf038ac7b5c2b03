"""Execution: one operation, assembled by the read compiler or by Strawberry, with the same bytes.

The one rule: a query whose root fields all have a source is compiled; everything else is executed
by Strawberry, whose entities are fetched by the same compiler. ``Engine`` belongs to one schema
and one kind of database; goals.web keeps one and calls ``execute``.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from graphql import GraphQLError
from strawberry.schema._graphql_core import execute as graphql_execute
from strawberry.schema._graphql_core import execution_context_class_kwargs
from strawberry.utils.await_maybe import await_maybe

from goals.api import faults
from goals.api.context import Context
from goals.api.documents import Document, Documents, Operation, Refused, check_cost
from goals.api.fetch import Fetcher
from goals.api.schema import Contract, contract
from goals.api.scoping import check_reading
from goals.domain.error_base import GoalsError
from goals.domain.errors import Unauthenticated
from goals.reads.errors import BadInput
from goals.reads.reader import Reader

Force = Literal["strawberry", "compiled"]
SUBSCRIPTION = "subscription"
_STREAMED = (
    "A subscription needs a stream: prefer text/event-stream in Accept, or use a websocket with"
    " graphql-transport-ws."
)
LONGEST_NAME = 60


@dataclass(slots=True)
class Result:
    """An answer: the JSON text of ``data`` (None where nothing was executed) and the errors."""

    data: str | None
    errors: list[dict[str, Any]] = field(default_factory=list)
    cost: int = 0
    compiled: bool = False
    kind: str | None = None
    """``query``, ``mutation`` or ``subscription``, as far as it was found out."""
    cursor: str | None = None
    """Where a subscription goes on from after this answer."""
    name: str | None = None
    """What the client calls the operation, once it is valid; for logs, so never a long text."""

    @property
    def executed(self) -> bool:
        """Whether execution began; if not, the request itself was at fault."""
        return self.data is not None

    @property
    def code(self) -> str | None:
        """The code of the first error."""
        return self.errors[0]["extensions"]["code"] if self.errors else None

    def body(self, extensions: Mapping[str, Any] | None = None) -> bytes:
        """Return the whole answer as JSON."""
        parts = []
        if self.errors:
            parts.append(f'"errors":{_json(self.errors)}')
        if self.data is not None:
            parts.append(f'"data":{self.data}')
        if extensions:
            parts.append(f'"extensions":{_json(extensions)}')
        return ("{" + ",".join(parts) + "}").encode()


@dataclass(frozen=True, slots=True)
class Prepared:
    """An operation that may be executed: valid, affordable, its variables coerced."""

    document: Document
    operation: Operation
    coerced: dict[str, Any]
    cost: int
    kind: str

    @property
    def name(self) -> str | None:
        """What the client calls it, if that is short enough for a log."""
        name = self.operation.name
        return name if name is None or len(name) <= LONGEST_NAME else None


class Engine:
    """Executes operations of the contract against one kind of database."""

    def __init__(self, dialect: str, made: Contract | None = None) -> None:
        self.contract = made or contract()
        self.documents = Documents(self.contract.graphql)
        self.reader = Reader(self.contract.graphql, self.contract.catalogue, dialect)
        self._fetcher = Fetcher(self.reader)
        schema = self.contract.strawberry
        self._options = {
            **execution_context_class_kwargs(schema.execution_context_class),
            "operation_extensions": None,
        }

    async def execute(
        self,
        text: str,
        variables: Mapping[str, Any] | None,
        operation_name: str | None,
        context: Context,
        *,
        queries_only: bool = False,
        force: Force | None = None,
    ) -> Result:
        """Execute one operation; never raises for anything a client can send.

        ``queries_only`` refuses everything else (GET). ``force`` is for tests: "compiled" fails
        where an operation cannot be compiled, "strawberry" never compiles it as a whole.
        """
        asked = self.prepare(text, variables, operation_name, context, queries_only=queries_only)
        if isinstance(asked, Result):
            return asked
        if asked.kind == SUBSCRIPTION:
            return _refused([GraphQLError(_STREAMED)], faults.BAD_REQUEST, context, SUBSCRIPTION)
        return await self.run(asked, variables or {}, context, force)

    async def run(
        self,
        asked: Prepared,
        variables: Mapping[str, Any],
        context: Context,
        force: Force | None = None,
    ) -> Result:
        """Execute a query or mutation that was prepared."""
        result = await self._run(asked, variables, context, force)
        result.cost, result.kind, result.name = asked.cost, asked.kind, asked.name
        return result

    def prepare(
        self,
        text: str,
        variables: Mapping[str, Any] | None,
        operation_name: str | None,
        context: Context,
        *,
        queries_only: bool = False,
    ) -> Prepared | Result:
        """Check an operation in everything but its execution; a Result says what is wrong."""
        kind: str | None = None
        try:
            if context.viewer is None:
                raise Unauthenticated()
            document = self.documents.get(text)
            operation = document.operation(operation_name)
            kind = operation.node.operation.value
            _check_kind(operation, queries_only=queries_only)
            check_reading(document.node, operation.node, context)
            coerced = operation.coerced(variables or {})
            cost = operation.cost_of(coerced)
            check_cost(cost)
            if context.meter is not None:
                context.meter.charge(cost)
        except Refused as refused:
            return _refused(refused.errors, refused.code, context, kind)
        except GoalsError as refusal:
            return refusal_of(refusal, context, kind)
        return Prepared(document, operation, coerced, cost, kind)

    async def _run(
        self,
        asked: Prepared,
        variables: Mapping[str, Any],
        context: Context,
        force: Force | None,
    ) -> Result:
        document, operation = asked.document, asked.operation
        if force != "strawberry" and operation.is_query:
            try:
                data = await self.reader.answer(
                    context.database,
                    document.node,
                    operation.name,
                    asked.coerced,
                    context.known_viewer,
                )
            except BadInput:
                data = None  # executed by Strawberry it spoils only the field it belongs to
            except Exception as error:
                return _failed(error, context)
            if data is not None:
                return Result(data, compiled=True)
        if force == "compiled":
            return _failed(TypeError("the operation cannot be compiled"), context)
        return await self.assemble(asked, variables, context)

    async def assemble(
        self,
        asked: Prepared,
        variables: Mapping[str, Any],
        context: Context,
        root: object = None,
    ) -> Result:
        """Execute by Strawberry; ``root`` is what a subscription tells of."""
        context.fetcher = self._fetcher
        answered = await await_maybe(
            graphql_execute(
                self.contract.graphql,
                asked.document.node,
                root_value=root,
                context_value=context,
                variable_values=dict(variables),
                operation_name=asked.operation.name,
                hide_suggestions=True,
                **self._options,
            )
        )
        errors = faults.formatted(
            answered.errors or (), faults.INTERNAL, context.language, context.request_id
        )
        return Result(_json(answered.data), errors)


def _check_kind(operation: Operation, *, queries_only: bool) -> None:
    if queries_only and not operation.is_query:
        message = "Only queries can be sent by GET; send this operation by POST."
        raise Refused(faults.BAD_REQUEST, [GraphQLError(message)])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _wrapped(error: Exception) -> GraphQLError:
    return GraphQLError(str(error), original_error=error)


def _refused(errors: list[GraphQLError], code: str, context: Context, kind: str | None) -> Result:
    written = faults.formatted(errors, code, context.language, context.request_id)
    return Result(None, written, kind=kind)


def refusal_of(refusal: GoalsError, context: Context, kind: str | None) -> Result:
    """The answer for a refusal before anything was executed."""
    return _refused([_wrapped(refusal)], refusal.code, context, kind)


def _failed(error: Exception, context: Context) -> Result:
    errors = faults.formatted(
        [_wrapped(error)], faults.INTERNAL, context.language, context.request_id
    )
    return Result("null", errors)
