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
from goals.domain.error_base import GoalsError
from goals.domain.errors import Unauthenticated
from goals.reads.errors import BadInput
from goals.reads.reader import Reader

Force = Literal["strawberry", "compiled"]


@dataclass(slots=True)
class Result:
    """An answer: the JSON text of ``data`` (None where nothing was executed) and the errors."""

    data: str | None
    errors: list[dict[str, Any]] = field(default_factory=list)
    cost: int = 0
    compiled: bool = False
    kind: str | None = None
    """``query``, ``mutation`` or ``subscription``, as far as it was found out."""

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
        kind: str | None = None
        try:
            if context.viewer is None:
                raise Unauthenticated()
            document = self.documents.get(text)
            operation = document.operation(operation_name)
            kind = operation.node.operation.value
            _check_kind(operation, queries_only=queries_only)
            coerced = operation.coerced(variables or {})
            cost = operation.cost_of(coerced)
            check_cost(cost)
        except Refused as refused:
            return _refused(refused.errors, refused.code, context, kind)
        except GoalsError as refusal:
            return _refused([_wrapped(refusal)], refusal.code, context, kind)
        result = await self._run(document, operation, coerced, variables or {}, context, force)
        result.cost, result.kind = cost, kind
        return result

    async def _run(
        self,
        document: Document,
        operation: Operation,
        coerced: dict[str, Any],
        variables: Mapping[str, Any],
        context: Context,
        force: Force | None,
    ) -> Result:
        if force != "strawberry" and operation.is_query:
            try:
                data = await self.reader.answer(
                    context.database,
                    document.node,
                    operation.name,
                    coerced,
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
        return await self._assemble(document, operation, variables, context)

    async def _assemble(
        self,
        document: Document,
        operation: Operation,
        variables: Mapping[str, Any],
        context: Context,
    ) -> Result:
        context.fetcher = self._fetcher
        answered = await await_maybe(
            graphql_execute(
                self.contract.graphql,
                document.node,
                context_value=context,
                variable_values=dict(variables),
                operation_name=operation.name,
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


def _failed(error: Exception, context: Context) -> Result:
    errors = faults.formatted(
        [_wrapped(error)], faults.INTERNAL, context.language, context.request_id
    )
    return Result("null", errors)
