"""Sockets: operations over a websocket, after the protocol graphql-transport-ws.

The one rule: one task hears what the client says, one task serves each operation, and every answer
is made in a context of its own. Who is asking is told in ``connection_init``, because browsers
cannot send a header; a handshake with an Authorization header is as good.
"""

import asyncio
import json
import logging
from typing import Any

from litestar.types import Receive, Scope, Send

from goals.api import faults
from goals.api.context import Context
from goals.api.subscriptions.answers import Answers
from goals.domain.errors import GoalsError, Unauthenticated
from goals.services.feed import FeedClosed
from goals.services.sign_in import SignedIn
from goals.web import socket_messages as messages
from goals.web.addresses import caller
from goals.web.capacity import Full, Seat
from goals.web.contexts import note_who
from goals.web.faults import Fault
from goals.web.headers import as_mapping
from goals.web.live import Connection, Why
from goals.web.socket_messages import Closing, Subscribe
from goals.web.streaming import Streaming

SECONDS_FOR_INIT = 5.0
SECONDS_TO_CLOSE = 1.0
MOST_OPERATIONS = 50

_LOG = logging.getLogger("goals.web")
_CODES = {Why.NOT_VALID: messages.FORBIDDEN, Why.GOING_AWAY: messages.AWAY}


class _Gone(Exception):  # noqa: N818 - the way out of a loop
    """The client went away."""


class SocketDoor:
    """Serves the sockets of one app."""

    def __init__(self, streaming: Streaming) -> None:
        self._streaming = streaming

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one socket until it is closed."""
        await receive()  # websocket.connect
        try:
            seat = self._streaming.capacity.enter(caller(scope))
        except Full:
            await send({"type": "websocket.accept", "subprotocol": None, "headers": []})
            await send(_close(messages.TRY_LATER, "There are too many connections; come later."))
            return
        with seat:
            await _Socket(self._streaming, scope, receive, send, seat).serve()


class _Socket:
    """One socket."""

    def __init__(
        self, streaming: Streaming, scope: Scope, receive: Receive, send: Send, seat: Seat
    ) -> None:
        self._streaming = streaming
        self._address = caller(scope)
        self._offered: list[str] = scope.get("subprotocols", [])  # type: ignore[assignment]
        self._headers = as_mapping(scope["headers"])
        self._receive = receive
        self._send = send
        self._seat = seat
        self._request_id = streaming.request_id()
        self._initialised = False
        self._connection: Connection | None = None
        self._operations: dict[str, asyncio.Task[None]] = {}

    async def serve(self) -> None:
        known = messages.SUBPROTOCOL in self._offered
        first = self._offered[0] if self._offered else None  # else clients do not hear the code
        chosen = messages.SUBPROTOCOL if known else first
        await self._send({"type": "websocket.accept", "subprotocol": chosen, "headers": []})
        try:
            await self._talk(known=known)
        except Closing as closing:
            await self._close(closing)
        except (_Gone, OSError):
            pass
        except asyncio.CancelledError:
            why = None if self._connection is None else self._connection.ended()
            if why is None:
                raise
            await self._close(Closing(_CODES[why], why.value))
        finally:
            await self._leave()

    async def _talk(self, *, known: bool) -> None:
        if not known:
            raise Closing(messages.NO_SUBPROTOCOL, f"Use the subprotocol {messages.SUBPROTOCOL}.")
        try:
            async with asyncio.timeout(SECONDS_FOR_INIT):
                while self._connection is None:
                    await self._hear()
        except TimeoutError:
            raise Closing(messages.NO_INIT, "Connection initialisation timeout") from None
        while True:
            await self._hear()

    async def _hear(self) -> None:
        event: Any = await self._receive()
        if event["type"] == "websocket.disconnect":
            raise _Gone
        message = messages.read(event)
        match message["type"]:
            case "connection_init":
                await self._initialise(messages.payload_of(message))
            case "ping":
                given = {key: message[key] for key in ("payload",) if messages.payload_of(message)}
                await self._say(messages.written("pong", **given))
            case "pong":
                messages.payload_of(message)
            case "subscribe":
                await self._subscribe(messages.subscribe_of(message))
            case "complete":
                operation = self._operations.pop(messages.id_of(message), None)
                if operation is not None:
                    operation.cancel()
            case _:
                raise Closing(messages.INVALID, "There is no such type of message.")

    async def _initialise(self, payload: dict[str, Any]) -> None:
        if self._initialised:
            raise Closing(messages.TOO_MANY_INITS, "Too many initialisation requests")
        self._initialised = True
        try:
            given = _authorization(payload, self._headers)
            signed_in = await self._streaming.gate.admit(self._address, given)
            self._seat.belongs_to(signed_in.viewer.person_id)
        except (Unauthenticated, Fault):
            raise Closing(messages.FORBIDDEN, "Forbidden: send a valid token.") from None
        except GoalsError as error:
            raise Closing(messages.TRY_LATER, error.message()) from None
        except Full:
            reason = "This person has too many connections open; close one."
            raise Closing(messages.TRY_LATER, reason) from None
        note_who(signed_in)
        self._connection = self._streaming.live.add(signed_in)
        await self._say(messages.written("connection_ack"))

    async def _subscribe(self, asked: Subscribe) -> None:
        if self._connection is None:
            raise Closing(messages.UNAUTHORIZED, "Unauthorized")
        if asked.id in self._operations:
            raise Closing(messages.ID_TAKEN, f"Subscriber for {asked.id} already exists")
        if len(self._operations) >= MOST_OPERATIONS:
            text = f"At most {MOST_OPERATIONS} operations can run on one socket; complete one."
            await self._refuse(asked.id, "RATE_LIMITED", text)
            return
        signed_in = self._connection.signed_in
        self._operations[asked.id] = asyncio.create_task(self._operate(asked, signed_in))

    async def _operate(self, asked: Subscribe, signed_in: SignedIn) -> None:
        """Serve one operation to its end; nothing of it is left behind."""
        context = self._streaming.contexts.make(signed_in, self._headers, self._request_id)
        try:
            answers = await self._streaming.begin(
                asked.query,
                asked.variables,
                asked.operation_name,
                context,
                signed_in,
                self._headers,
                self._streaming.meter(signed_in),
            )
            try:
                await self._tell(asked.id, answers, context)
            finally:
                await answers.aclose()
        except OSError:  # the client is gone; who hears him will notice
            self._finished(asked.id)
        except FeedClosed:
            self._end(Why.GOING_AWAY)
        except Exception:
            _LOG.exception("an operation of socket %s failed", self._request_id)
            self._finished(asked.id)
            await self._refuse(asked.id, faults.INTERNAL, "A fault on our side.")

    async def _tell(self, name: str, answers: Answers, context: Context) -> None:
        async for result in answers:
            if result.executed:
                await self._say(messages.carrying(name, "next", result.body().decode()))
            elif result.code == faults.UNAUTHENTICATED and context.viewer is not None:
                self._end(Why.NOT_VALID)
                return
            else:
                self._finished(name)
                await self._say(messages.carrying(name, "error", json.dumps(result.errors)))
                return
        self._finished(name)
        await self._say(messages.written("complete", id=name))

    async def _refuse(self, name: str, code: str, text: str) -> None:
        extensions = {"code": code, "requestId": self._request_id}
        errors = [{"message": text, "extensions": extensions}]
        await self._say(messages.carrying(name, "error", json.dumps(errors)))

    def _finished(self, name: str) -> None:
        """Free the id, before the client can hear that it is free."""
        if self._operations.get(name) is asyncio.current_task():
            del self._operations[name]

    def _end(self, why: Why) -> None:
        if self._connection is not None:
            self._connection.end(why)

    async def _say(self, text: str) -> None:
        await self._send({"type": "websocket.send", "text": text, "bytes": None})

    async def _close(self, closing: Closing) -> None:
        """Close; a client that does not read is not waited for."""
        if self._connection is not None:
            self._connection.leave()
        try:
            async with asyncio.timeout(SECONDS_TO_CLOSE):
                await self._send(_close(closing.code, closing.reason))
        except (OSError, TimeoutError):
            return

    async def _leave(self) -> None:
        if self._connection is not None:
            self._connection.leave()
        running = list(self._operations.values())
        for operation in running:
            operation.cancel()
        await asyncio.gather(*running, return_exceptions=True)


def _authorization(payload: dict[str, Any], headers: dict[str, str]) -> str | None:
    """The Authorization that a client sent, in one of the places where clients can."""
    for name in ("Authorization", "authorization"):
        if isinstance(payload.get(name), str):
            return str(payload[name])
    if isinstance(payload.get("token"), str):
        return f"Bearer {payload['token']}"
    return headers.get("authorization")


def _close(code: int, reason: str) -> Any:
    return {"type": "websocket.close", "code": code, "reason": reason}
