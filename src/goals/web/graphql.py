"""The GraphQL endpoint: from bytes to an operation, and back, after GraphQL over HTTP.

A plain ASGI handler: nothing between the server and the schema but what is written here.
Which status goes with which answer is in ``statuses``, reading a request in ``requests``.
"""

import asyncio
import hashlib
import logging
from dataclasses import dataclass

from litestar.types import Receive, Scope, Send

from goals import logs
from goals.api import faults
from goals.api.context import Context
from goals.api.execute import Engine, Result
from goals.api.limits import MOST_COST
from goals.domain.enums import Language
from goals.domain.errors import DatabaseUnavailable, GoalsError, OutcomeUnknown
from goals.services.context import IdempotencyKey
from goals.services.sign_in import SignedIn
from goals.web import answers, statuses
from goals.web.addresses import caller
from goals.web.bodies import read_body
from goals.web.contexts import Contexts, note_who
from goals.web.event_streams import EventStreams
from goals.web.faults import Fault, bad_request
from goals.web.gate import Gate
from goals.web.headers import as_mapping
from goals.web.negotiation import PLAIN_JSON, answer_language, answer_type, wants_stream
from goals.web.rates import FINE, SIGNS_A_POINT, Meter, Rates
from goals.web.requests import GraphQLRequest, from_body, from_query_string

_LOG = logging.getLogger("goals.web")
LONGEST_KEY = 200
SECONDS_TO_EXECUTE = 30.0


@dataclass(slots=True)
class Visit:
    """One request: its headers, how it is answered, and what it is charged to once it is known."""

    headers: dict[str, str]
    media_type: str = PLAIN_JSON
    meter: Meter | None = None

    @property
    def rates(self) -> dict[str, str]:
        """The headers that say how much may still be asked for."""
        return {} if self.meter is None else self.meter.headers()


class GraphQLDoor:
    """Serves one schema over one database."""

    def __init__(
        self, engine: Engine, gate: Gate, rates: Rates, contexts: Contexts, streams: EventStreams
    ) -> None:
        self._engine = engine
        self._gate = gate
        self._rates = rates
        self._contexts = contexts
        self._streams = streams
        self._running: set[tuple[str, str]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; whatever happens, the answer is JSON with a request id."""
        visit = Visit(as_mapping(scope["headers"]))
        try:
            if not wants_stream(visit.headers.get("accept")):
                visit.media_type = answer_type(visit.headers.get("accept"))
            await self._serve(scope, visit, receive, send)
        except Exception as error:
            fault = _fault_of(error, visit)
            await answers.send_fault(send, fault, visit.media_type, visit.rates)

    async def _serve(self, scope: Scope, visit: Visit, receive: Receive, send: Send) -> None:
        method = scope["method"]  # type: ignore[typeddict-item]
        if method not in {"GET", "POST"}:
            raise Fault(405, "BAD_REQUEST", "Use POST, or GET for queries.", {"Allow": "GET, POST"})
        headers = visit.headers
        signed_in = await self._gate.admit(caller(scope), headers.get("authorization"))
        note_who(signed_in)
        visit.meter = meter = self._rates.meter(str(signed_in.token_id))
        meter.check()
        if method == "GET":
            request = from_query_string(scope["query_string"])
        else:
            raw = await read_body(receive, headers.get("content-length"))
            request = from_body(raw, headers)
        idempotency = _idempotency(headers, signed_in, request)
        context = self._contexts.make(signed_in, headers, answers.request_id(), idempotency)
        context.meter = meter
        if wants_stream(headers.get("accept")):
            await self._streams.serve(
                scope, headers, receive, send, request, context, signed_in, meter
            )
            return
        result = await self._charged(request, context, meter)
        fault = statuses.fault_instead(result, context, by_get=request.by_get)
        if fault is not None:
            raise fault
        status = statuses.status_of(result, visit.media_type)
        wants_cost = request.wants_cost or headers.get("goals-cost") == "true"
        await answers.send(
            send,
            status,
            result.body({"cost": _cost(result, meter)} if wants_cost else None),
            visit.media_type,
            statuses.headers_of(status, context) | visit.rates,
        )

    async def _charged(self, request: GraphQLRequest, context: Context, meter: Meter) -> Result:
        """Execute; what is large, or cannot be executed at all, costs points besides."""
        if request.weight:
            meter.charge(request.weight)
        result = await self._execute(request, context)
        _note_what(result)
        if meter.refusal is not None:
            raise meter.refusal
        if result.code in faults.OF_DOCUMENTS:
            meter.fine(FINE + len(request.query) // SIGNS_A_POINT)
        return result

    async def _execute(self, request: GraphQLRequest, context: Context) -> Result:
        """Execute; of two requests with one idempotency key the second does not wait."""
        key = context.idempotency
        name = None if key is None else (str(key.token_id), key.key)
        if name is not None:
            if name in self._running:
                raise statuses.still_running(context)
            self._running.add(name)
        try:
            async with asyncio.timeout(SECONDS_TO_EXECUTE):
                return await self._engine.execute(
                    request.query,
                    request.variables,
                    request.operation_name,
                    context,
                    queries_only=request.by_get,
                )
        except TimeoutError:
            raise self._too_late(request) from None
        finally:
            if name is not None:
                self._running.discard(name)

    def _too_late(self, request: GraphQLRequest) -> GoalsError:
        document = self._engine.documents.get(request.query)
        if document.operation(request.operation_name).is_query:
            return DatabaseUnavailable("took too long")
        return OutcomeUnknown()


def _fault_of(error: Exception, visit: Visit) -> Fault:
    if isinstance(error, Fault):
        return error
    if isinstance(error, GoalsError):
        language = answer_language(visit.headers.get("accept-language")) or Language.EN
        return statuses.fault_of(error, language)
    request_id = answers.request_id()
    _LOG.error("request %s failed", request_id, exc_info=error)
    return Fault(500, "INTERNAL_SERVER_ERROR", f"A fault on our side ({request_id}).")


def _cost(result: Result, meter: Meter) -> dict[str, int]:
    return {"requested": result.cost, "limit": MOST_COST, "left": meter.left}


def _note_what(result: Result) -> None:
    if result.kind is not None:
        logs.note(kind=result.kind, cost=result.cost)
    if result.name is not None:
        logs.note(operation=result.name)
    if result.code is not None:
        logs.note(code=result.code)


def _idempotency(
    headers: dict[str, str], signed_in: SignedIn, request: GraphQLRequest
) -> IdempotencyKey | None:
    key = headers.get("idempotency-key", "").strip()
    if not key or request.by_get:
        return None
    if len(key) > LONGEST_KEY or not key.isascii() or not key.isprintable():
        raise bad_request(f"Idempotency-Key takes at most {LONGEST_KEY} printable ASCII signs.")
    return IdempotencyKey(signed_in.token_id, key, hashlib.sha256(request.raw).hexdigest())
