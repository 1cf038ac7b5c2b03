"""Streaming: what sockets and event streams share, one of each in an app.

An operation is charged to its token as any request is; what a subscription tells of is not.
"""

import asyncio
from collections.abc import Mapping
from typing import Any

from goals.api import faults
from goals.api.context import Context
from goals.api.documents import Refused
from goals.api.execute import Engine, refusal_of
from goals.api.subscriptions.answers import Answers, begin
from goals.domain.errors import OutcomeUnknown
from goals.services.feed import Feed
from goals.services.sign_in import SignedIn
from goals.web import answers
from goals.web.capacity import Capacity
from goals.web.contexts import Contexts
from goals.web.gate import Gate
from goals.web.live import Live
from goals.web.rates import FINE, SIGNS_A_POINT, Meter, Rates
from goals.web.requests import GraphQLRequest

SECONDS_TO_BEGIN = 30.0


class Streaming:
    """The feed, the seats and the live connections of one app."""

    def __init__(
        self,
        engine: Engine,
        feed: Feed,
        gate: Gate,
        rates: Rates,
        contexts: Contexts,
        live: Live,
    ) -> None:
        self.gate = gate
        self.contexts = contexts
        self.live = live
        self.capacity = Capacity()
        self._engine = engine
        self._feed = feed
        self._rates = rates

    def meter(self, signed_in: SignedIn) -> Meter:
        """What an operation is charged to."""
        return self._rates.meter(str(signed_in.token_id))

    def changes(self, request: GraphQLRequest) -> bool:
        """Whether a request is known to be a mutation."""
        try:
            document = self._engine.documents.get(request.query)
            operation = document.operation(request.operation_name)
        except Refused:
            return False
        return operation.node.operation.value == "mutation"

    @staticmethod
    def request_id() -> str:
        """The id of the request that is served here and now."""
        return answers.request_id()

    async def begin(
        self,
        query: str,
        variables: Mapping[str, Any],
        operation_name: str | None,
        context: Context,
        signed_in: SignedIn,
        headers: Mapping[str, str],
        meter: Meter,
        *,
        resume: str | None = None,
    ) -> Answers:
        """Begin an operation; each change is told in a context made anew."""

        async def renew() -> Context:
            return await self.contexts.renewed(signed_in, headers, context.request_id)

        context.meter = meter
        try:
            async with asyncio.timeout(SECONDS_TO_BEGIN):
                begun = await begin(
                    self._engine,
                    self._feed,
                    query,
                    variables,
                    operation_name,
                    context,
                    renew,
                    resume=resume,
                )
        except TimeoutError:
            return Answers(refusal_of(OutcomeUnknown(), context, None))
        if begun.only is not None and begun.only.code in faults.OF_DOCUMENTS:
            meter.fine(FINE + len(query) // SIGNS_A_POINT)
        return begun

    async def close(self) -> None:
        """End every connection, then the feed."""
        await self.live.close()
        await self._feed.close()
