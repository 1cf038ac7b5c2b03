"""Contexts: from a request and the person known by its token to the context of one operation."""

from collections.abc import Mapping
from dataclasses import replace

from goals import logs
from goals.api.context import Context
from goals.domain.enums import Channel, PersonKind
from goals.domain.errors import Unauthenticated
from goals.services.context import IdempotencyKey
from goals.services.sign_in import SignedIn
from goals.store.database import Database
from goals.web.negotiation import answer_language
from goals.web.sign_in import Doorkeeper


class Contexts:
    """Makes contexts over one database."""

    def __init__(self, database: Database, doorkeeper: Doorkeeper) -> None:
        self._database = database
        self._doorkeeper = doorkeeper

    def make(
        self,
        signed_in: SignedIn,
        headers: Mapping[str, str],
        request_id: str,
        idempotency: IdempotencyKey | None = None,
    ) -> Context:
        """The context of one operation that begins now."""
        context = Context(
            database=self._database,
            viewer=None,
            channel=_channel(headers.get("goals-client"), signed_in.kind),
            token_id=signed_in.token_id,
            scopes=signed_in.scopes,
            request_id=request_id,
            idempotency=idempotency,
        )
        wished = answer_language(headers.get("accept-language"))
        language = signed_in.viewer.language if wished is None else wished.lower()
        context.viewer = replace(signed_in.viewer, now=context.now, language=language)
        return context

    async def renewed(
        self, signed_in: SignedIn, headers: Mapping[str, str], request_id: str
    ) -> Context:
        """The same for the person as he stands now. Raises Unauthenticated."""
        (now,) = await self._doorkeeper.still_valid([signed_in])
        if now is None:
            raise Unauthenticated()
        return self.make(now, headers, request_id)


def note_who(signed_in: SignedIn) -> None:
    """Add who is asking to the line in the log."""
    viewer = signed_in.viewer
    logs.note(organisation=viewer.org_id, person=viewer.person_id, token=str(signed_in.token_id))


def _channel(client: str | None, kind: PersonKind) -> Channel:
    if kind is PersonKind.SERVICE:
        return Channel.INTEGRATION
    return Channel.CLI if (client or "").startswith("cli/") else Channel.API
