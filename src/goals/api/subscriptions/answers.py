"""Answers: an operation as a stream of answers, whatever its kind.

The one rule: a query or mutation gives one answer, a subscription one for each change until it is
closed; all are executed by the same engine, within the same limits. Which bytes carry them is
decided by goals.web (sockets, event streams).
"""

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import Any
from uuid import UUID

from graphql import Executor, GraphQLError
from graphql.execution.collect_fields import collect_fields
from graphql.execution.values import get_argument_values

from goals.api import faults
from goals.api.context import Context
from goals.api.execute import SUBSCRIPTION, Engine, Prepared, Result, refusal_of
from goals.api.resolving import ByName
from goals.api.subscriptions.sources import SOURCES, Asked, Renew
from goals.domain.error_base import GoalsError
from goals.services.feed import Feed, FeedClosed, Following

Results = AsyncGenerator[Result, None]


class Answers:
    """A stream of answers; ``aclose`` it when nobody takes them any more."""

    def __init__(self, told: Result | Results, following: Following | None = None) -> None:
        self._results = _only(told) if isinstance(told, Result) else told
        self._following = following
        self.only = told if isinstance(told, Result) else None
        """The one answer, where there is but one."""
        self.cursor = None if following is None else following.cursor
        """Where a subscription begins: what comes after this is told."""

    def __aiter__(self) -> Results:
        return self._results

    async def aclose(self) -> None:
        """Take no more answers."""
        try:
            await self._results.aclose()
        finally:
            if self._following is not None:
                self._following.close()


async def begin(
    engine: Engine,
    feed: Feed,
    text: str,
    variables: Mapping[str, Any] | None,
    operation_name: str | None,
    context: Context,
    renew: Renew,
    *,
    resume: str | None = None,
) -> Answers:
    """Begin an operation of any kind; never raises for anything a client can send.

    ``renew`` makes the context of each further answer; ``resume`` is a cursor that goes before the
    argument ``after``.
    """
    asked = engine.prepare(text, variables, operation_name, context)
    given = variables or {}
    if isinstance(asked, Result):
        return Answers(asked)
    if asked.kind != SUBSCRIPTION:
        return Answers(await engine.run(asked, given, context))
    try:
        name, arguments = _root(engine, asked, given)
        if resume is not None:
            arguments["after"] = resume
        place = UUID(context.known_viewer.org_id)
        following = await feed.follow(place, arguments.get("after"))
    except GoalsError as refusal:
        return Answers(refusal_of(refusal, context, SUBSCRIPTION))
    source = Asked(arguments, following, engine.reader, context, renew)
    told = _told(engine, asked, given, name, source)
    return Answers(told, following)


async def _only(result: Result) -> Results:
    yield result


async def _told(
    engine: Engine, asked: Prepared, variables: Mapping[str, Any], name: str, source: Asked
) -> Results:
    """One answer for each change; a fault is the last answer, and says where to go on from."""
    cursor = source.following.cursor
    try:
        async with aclosing(SOURCES[name](source)) as changes:
            async for change in changes:
                root = ByName({name: change.value})
                result = await engine.assemble(asked, variables, change.context, root)
                result.cost, result.kind, result.cursor = asked.cost, asked.kind, change.cursor
                yield result
                cursor = change.cursor
                if change.last:
                    return
    except GoalsError as refusal:
        yield _at(refusal_of(refusal, source.context, SUBSCRIPTION), cursor)
    except FeedClosed:
        raise
    except Exception as error:
        context = source.context
        written = faults.formatted(
            [GraphQLError(str(error), original_error=error)],
            faults.INTERNAL,
            context.language,
            context.request_id,
        )
        yield _at(Result(None, written, kind=SUBSCRIPTION), cursor)


def _at(result: Result, cursor: str | None) -> Result:
    result.cursor = cursor
    for error in result.errors:
        error["extensions"]["cursor"] = cursor
    return result


def _root(
    engine: Engine, asked: Prepared, variables: Mapping[str, Any]
) -> tuple[str, dict[str, Any]]:
    """The name and the arguments of the one root field; validation has seen to the rest."""
    schema = engine.contract.graphql
    executor: Any = Executor.build(
        schema,
        asked.document.node,
        raw_variable_values=dict(variables),
        operation_name=asked.operation.name,
    )
    root: Any = schema.subscription_type
    fields = collect_fields(
        schema, executor.fragments, executor.variable_values, root, executor.operation
    ).grouped_field_set
    ((first, *_),) = fields.values()
    name = first.node.name.value
    arguments = get_argument_values(root.fields[name], first.node, executor.variable_values)
    return name, dict(arguments)
