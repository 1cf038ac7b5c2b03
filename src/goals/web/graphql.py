"""The GraphQL endpoint: from bytes to an operation, and back, after GraphQL over HTTP.

A plain ASGI handler: nothing between the server and the schema but what is written here.
Which status goes with which answer is in ``statuses``, reading a request in ``requests``.
"""

import hashlib
import logging
from dataclasses import replace

from litestar.types import Receive, Scope, Send

from goals.api.context import Context
from goals.api.execute import Engine, Result
from goals.domain.enums import Channel, Language
from goals.domain.errors import GoalsError
from goals.services.context import IdempotencyKey
from goals.services.sign_in import SignedIn
from goals.store.database import Database
from goals.web import answers, statuses
from goals.web.bodies import read_body
from goals.web.faults import Fault, bad_request
from goals.web.headers import as_mapping, new_request_id
from goals.web.negotiation import PLAIN_JSON, answer_language, answer_type
from goals.web.requests import GraphQLRequest, from_body, from_query_string
from goals.web.sign_in import Doorkeeper

_LOG = logging.getLogger("goals.web")
LONGEST_KEY = 200


class GraphQLDoor:
    """Serves one schema over one database."""

    def __init__(self, database: Database, engine: Engine) -> None:
        self._database = database
        self._engine = engine
        self._doorkeeper = Doorkeeper(database)
        self._running: set[tuple[str, str]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; whatever happens, the answer is JSON with a request id."""
        request_id, media_type = new_request_id(), PLAIN_JSON
        headers = as_mapping(scope["headers"])
        try:
            media_type = answer_type(headers.get("accept"))
            await self._serve(scope, headers, receive, send, media_type, request_id)
        except Fault as fault:
            await answers.send_fault(send, fault, media_type, request_id)
        except GoalsError as error:
            language = answer_language(headers.get("accept-language")) or Language.EN
            refusal = statuses.fault_of(error, language)
            await answers.send_fault(send, refusal, media_type, request_id)
        except Exception:
            _LOG.exception("request %s failed", request_id)
            masked = Fault(500, "INTERNAL_SERVER_ERROR", f"A fault on our side ({request_id}).")
            await answers.send_fault(send, masked, media_type, request_id)

    async def _serve(
        self,
        scope: Scope,
        headers: dict[str, str],
        receive: Receive,
        send: Send,
        media_type: str,
        request_id: str,
    ) -> None:
        method = scope["method"]  # type: ignore[typeddict-item]
        if method not in {"GET", "POST"}:
            raise Fault(405, "BAD_REQUEST", "Use POST, or GET for queries.", {"Allow": "GET, POST"})
        signed_in = await self._doorkeeper.admit(headers.get("authorization"))
        if method == "GET":
            request = from_query_string(scope["query_string"])
        else:
            raw = await read_body(receive, headers.get("content-length"))
            request = from_body(raw, headers)
        context = self._context(signed_in, headers, request, request_id)
        result = await self._execute(request, context)
        fault = statuses.fault_instead(result, context, by_get=request.by_get)
        if fault is not None:
            raise fault
        status = statuses.status_of(result, media_type)
        await answers.send(
            send,
            status,
            result.body(),
            media_type,
            request_id,
            statuses.headers_of(status, context),
        )

    async def _execute(self, request: GraphQLRequest, context: Context) -> Result:
        """Execute; of two requests with one idempotency key the second does not wait."""
        key = context.idempotency
        name = None if key is None else (str(key.token_id), key.key)
        if name is not None:
            if name in self._running:
                raise statuses.still_running(context)
            self._running.add(name)
        try:
            return await self._engine.execute(
                request.query,
                request.variables,
                request.operation_name,
                context,
                queries_only=request.by_get,
            )
        finally:
            if name is not None:
                self._running.discard(name)

    def _context(
        self,
        signed_in: SignedIn,
        headers: dict[str, str],
        request: GraphQLRequest,
        request_id: str,
    ) -> Context:
        context = Context(
            database=self._database,
            viewer=None,
            channel=_channel(headers.get("goals-client")),
            token_id=signed_in.token_id,
            request_id=request_id,
            idempotency=_idempotency(headers, signed_in, request),
        )
        wished = answer_language(headers.get("accept-language"))
        language = signed_in.viewer.language if wished is None else wished.lower()
        context.viewer = replace(signed_in.viewer, now=context.now, language=language)
        return context


def _channel(client: str | None) -> Channel:
    return Channel.CLI if (client or "").startswith("cli/") else Channel.API


def _idempotency(
    headers: dict[str, str], signed_in: SignedIn, request: GraphQLRequest
) -> IdempotencyKey | None:
    key = headers.get("idempotency-key", "").strip()
    if not key or request.by_get:
        return None
    if len(key) > LONGEST_KEY or not key.isascii() or not key.isprintable():
        raise bad_request(f"Idempotency-Key takes at most {LONGEST_KEY} printable ASCII signs.")
    return IdempotencyKey(signed_in.token_id, key, hashlib.sha256(request.raw).hexdigest())
