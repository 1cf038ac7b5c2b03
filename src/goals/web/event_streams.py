"""Event streams: answers as server-sent events, after GraphQL over SSE (distinct connections).

The one rule: once the stream has begun, everything is told in it, faults of the document too, as
the protocol asks; what is wrong with the request itself is answered before, as JSON. The id of an
event is the cursor to resume from (``Last-Event-ID``).
"""

import asyncio
import contextlib
import json
import logging
from typing import Any

from litestar.types import Receive, Scope, Send

from goals.api import faults
from goals.api.context import Context
from goals.api.execute import Result
from goals.api.subscriptions.answers import Answers
from goals.domain.errors import Unauthenticated
from goals.services.feed import FeedClosed
from goals.services.sign_in import SignedIn
from goals.web.addresses import caller
from goals.web.capacity import Full
from goals.web.faults import Fault
from goals.web.live import Why
from goals.web.rates import Meter
from goals.web.requests import GraphQLRequest
from goals.web.streaming import Streaming

SECONDS_BETWEEN_SIGNS = 12.0
SECONDS_TO_END = 1.0
_LOG = logging.getLogger("goals.web")
SIGN_OF_LIFE = b":\n\n"
COMPLETE = b"event: complete\ndata:\n\n"


class EventStreams:
    """Serves the event streams of one app."""

    def __init__(self, streaming: Streaming) -> None:
        self._streaming = streaming

    async def serve(
        self,
        scope: Scope,
        headers: dict[str, str],
        receive: Receive,
        send: Send,
        request: GraphQLRequest,
        context: Context,
        signed_in: SignedIn,
        meter: Meter,
    ) -> None:
        """Serve one operation to its end, or until the client goes.

        Raises Fault, and RateLimited, before anything is sent.
        """
        try:
            seat = self._streaming.capacity.enter(caller(scope))
        except Full as full:
            raise _full(full) from None
        with seat:
            try:
                seat.belongs_to(signed_in.viewer.person_id)
            except Full as full:
                raise _full(full) from None
            if request.by_get and self._streaming.changes(request):
                text = "Only queries and subscriptions can be sent by GET; use POST."
                raise Fault(405, faults.BAD_REQUEST, text, {"Allow": "POST"})
            answers = await self._streaming.begin(
                request.query,
                request.variables,
                request.operation_name,
                context,
                signed_in,
                headers,
                meter,
                resume=headers.get("last-event-id") or None,
            )
            try:
                if meter.refusal is not None:
                    raise meter.refusal
                await self._stream(answers, receive, send, context, signed_in)
            finally:
                await answers.aclose()

    async def _stream(
        self, answers: Answers, receive: Receive, send: Send, context: Context, signed_in: SignedIn
    ) -> None:
        stream = _Stream(send)
        with self._streaming.live.add(signed_in) as connection:
            try:
                await stream.open(answers.cursor)
                await _pump(answers, receive, stream)
            except OSError:
                return
            except Exception:
                _LOG.exception("the stream of request %s failed", context.request_id)
            except asyncio.CancelledError:
                why = connection.ended()
                if why is None:
                    raise
                with contextlib.suppress(OSError, TimeoutError):
                    async with asyncio.timeout(SECONDS_TO_END):
                        await stream.end(_last_words(why, context))


class _Stream:
    """The body of an answer that goes on."""

    def __init__(self, send: Send) -> None:
        self._send = send

    async def open(self, cursor: str | None) -> None:
        headers = [
            (b"content-type", b"text/event-stream; charset=utf-8"),
            (b"x-accel-buffering", b"no"),
        ]
        if cursor is not None:
            headers.append((b"goals-cursor", cursor.encode()))
        await self._send({"type": "http.response.start", "status": 200, "headers": headers})
        await self.say(SIGN_OF_LIFE)

    async def say(self, block: bytes) -> None:
        await self._send({"type": "http.response.body", "body": block, "more_body": True})

    async def end(self, block: bytes = b"") -> None:
        await self._send({"type": "http.response.body", "body": block, "more_body": False})


async def _pump(answers: Answers, receive: Receive, stream: _Stream) -> None:
    """Pass on answers until there are no more, or nobody to take them."""
    gone = asyncio.ensure_future(_until_gone(receive))
    coming: asyncio.Future[Result | None] = asyncio.ensure_future(_next(answers))
    try:
        while True:
            either: set[asyncio.Future[Any]] = {gone, coming}
            await asyncio.wait(
                either, timeout=SECONDS_BETWEEN_SIGNS, return_when=asyncio.FIRST_COMPLETED
            )
            if gone.done():
                return
            if not coming.done():
                await stream.say(SIGN_OF_LIFE)
                continue
            result = coming.result()
            if result is None:
                await stream.end(COMPLETE)
                return
            await stream.say(_block(result))
            coming = asyncio.ensure_future(_next(answers))
    except FeedClosed:
        await stream.end()
    finally:
        for task in (gone, coming):
            task.cancel()
        await asyncio.gather(gone, coming, return_exceptions=True)


async def _next(answers: Answers) -> Result | None:
    return await anext(aiter(answers), None)


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _block(result: Result) -> bytes:
    """One answer as an event; JSON holds no line breaks but between its parts."""
    name = b"" if result.cursor is None else b"id: " + result.cursor.encode() + b"\n"
    body = b" ".join(result.body().splitlines())
    return b"event: next\n" + name + b"data: " + body + b"\n\n"


def _last_words(why: Why, context: Context) -> bytes:
    """What is said before we end a stream: a client that may come again is not told of an end."""
    if why is Why.GOING_AWAY:
        return b""
    refusal = Unauthenticated()
    extensions = {"code": refusal.code, "requestId": context.request_id}
    error: dict[str, Any] = {
        "message": refusal.message(context.language),
        "extensions": extensions,
    }
    body = json.dumps({"errors": [error]}, ensure_ascii=False).encode()
    return b"event: next\ndata: " + body + b"\n\n" + COMPLETE


def _full(full: Full) -> Fault:
    text = {
        "person": "You have too many streams open; close one.",
        "address": "There are too many connections from your address; close one.",
        "total": "There are too many connections; come later.",
    }[full.reason]
    return Fault(429, "RATE_LIMITED", text, {"Retry-After": "5"})
