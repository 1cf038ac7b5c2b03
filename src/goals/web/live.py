"""Live connections: sockets and event streams, ended when their person may not be here any more.

The one rule: whoever stays is looked up again twice a second, all in one statement; an expired or
revoked token, or a deactivated person, ends the connection within a second. What is sent besides
is always made for the viewer as he is at that moment (``contexts``).
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import Self
from uuid import UUID

from goals.domain.errors import GoalsError
from goals.services.sign_in import SignedIn
from goals.web.sign_in import Doorkeeper

SECONDS_BETWEEN_LOOKS = 0.5
SECONDS_TO_GO = 2.0

_LOG = logging.getLogger("goals.web")


class Why(Enum):
    """Why a connection is ended by us."""

    NOT_VALID = "The token is not valid any more."
    GOING_AWAY = "The server is going away; come again."


class Connection:
    """One socket or stream; as a context it is forgotten at the end of the block.

    ``end`` cancels the task that serves it; that task then asks ``why``.
    """

    def __init__(self, signed_in: SignedIn, forget: "Callable[[Connection], None]") -> None:
        self.signed_in = signed_in
        self.why: Why | None = None
        self._forget = forget
        self.task = asyncio.current_task()
        self._over = False

    def end(self, why: Why) -> None:
        """Let the task that serves it come to its end; a second time does nothing."""
        if self.why is None and not self._over and self.task is not None:
            self.why = why
            self.task.cancel()

    def ended(self) -> Why | None:
        """Why it was ended, for the task just cancelled; None when somebody else cancelled it."""
        if self.why is not None and self.task is not None:
            self.task.uncancel()
        return self.why

    def leave(self) -> None:
        """Forget it."""
        self._over = True
        self._forget(self)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()


class Live:
    """The open connections of one process."""

    def __init__(self, doorkeeper: Doorkeeper) -> None:
        self._doorkeeper = doorkeeper
        self._open: set[Connection] = set()
        self._closing = False

    def __len__(self) -> int:
        return len(self._open)

    def add(self, signed_in: SignedIn) -> Connection:
        """Keep an eye on the connection that this task serves."""
        connection = Connection(signed_in, self._open.discard)
        self._open.add(connection)
        if self._closing:
            connection.end(Why.GOING_AWAY)
        return connection

    async def watch(self) -> None:
        """Look for ever who may stay; while the database is away nobody is sent away."""
        while True:
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
            try:
                await self._look()
            except GoalsError as error:
                _LOG.warning("who may stay cannot be looked up: %s", error.code)
            except Exception:
                _LOG.exception("who may stay cannot be looked up")

    async def _look(self) -> None:
        known = {_credential(one.signed_in): one.signed_in for one in self._open}
        now = await self._doorkeeper.still_valid(list(known.values()))
        found = dict(zip(known, now, strict=True))
        for connection in list(self._open):
            signed_in = found.get(_credential(connection.signed_in), connection.signed_in)
            if signed_in is None:
                connection.end(Why.NOT_VALID)
            else:
                connection.signed_in = signed_in

    async def close(self) -> None:
        """End every connection, and wait a little until they are gone."""
        self._closing = True
        for connection in list(self._open):
            connection.end(Why.GOING_AWAY)
        serving = {connection.task for connection in self._open if connection.task is not None}
        if serving:
            await asyncio.wait(serving, timeout=SECONDS_TO_GO)


def _credential(signed_in: SignedIn) -> tuple[UUID, datetime | None]:
    """What tells credentials apart: of one identity there may be several, each with its own end."""
    return signed_in.token_id, signed_in.expires_at
