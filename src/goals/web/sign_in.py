"""Sign-in: who is asking, known by the bearer token and nothing else (never by a cookie).

A look-up is remembered for a second, so that a busy client costs one look-up a second and a
revoked token ends within one. Whoever keeps a connection open asks ``still_valid`` every second.
"""

import hashlib
import logging
import time
from collections import OrderedDict
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from goals.domain.errors import GoalsError, Unauthenticated
from goals.services import sign_in
from goals.services.sign_in import SignedIn
from goals.store.database import Database
from goals.web.oidc import checking
from goals.web.oidc.issuers import Issuers

REMEMBERED_SECONDS = 1.0
REMEMBERED_MOST = 10_000
USE_IS_NEWS_AFTER = timedelta(minutes=10)
_LOG = logging.getLogger("goals.web")


class Doorkeeper:
    """Knows who comes in, for one database."""

    def __init__(self, database: Database, issuers: Issuers | None = None) -> None:
        self._database = database
        self._issuers = issuers or Issuers(database, ())
        self._known: OrderedDict[bytes, tuple[float, SignedIn]] = OrderedDict()
        self._used: dict[UUID, datetime] = {}

    async def admit(self, authorization: str | None) -> SignedIn:
        """Who sent this Authorization header.

        Raises Unauthenticated for anybody unknown, ProviderAway where nobody can say.
        """
        secret = _bearer(authorization)
        known_as = hashlib.sha256(secret.encode()).digest()
        now = time.monotonic()
        remembered = self._known.get(known_as)
        if remembered is not None and remembered[0] > now:
            return remembered[1]
        signed_in = await self._find(secret)
        if signed_in is None:
            self._known.pop(known_as, None)
            raise Unauthenticated()
        self._note(signed_in)
        self._known[known_as] = (now + REMEMBERED_SECONDS, signed_in)
        self._known.move_to_end(known_as)
        while len(self._known) > REMEMBERED_MOST:
            self._known.popitem(last=False)
        return signed_in

    async def _find(self, secret: str) -> SignedIn | None:
        if checking.looks_like_one(secret):
            return await self._issuers.by_token(secret)
        return await sign_in.by_secret(self._database, secret)

    async def still_valid(self, known: Sequence[SignedIn]) -> list[SignedIn | None]:
        """Each of these as they stand now, in order; None for whom it is over.

        For connections that stay open: one look-up for all of them. What it gives holds the role
        and the teams of now, so that a connection goes on with no more than its person has.
        """
        return await sign_in.again(self._database, known) if known else []

    def _note(self, signed_in: SignedIn) -> None:
        if signed_in.vouched_for:
            return
        now, before = datetime.now(UTC), signed_in.last_used_at
        if before is None or before + USE_IS_NEWS_AFTER < now:
            self._used.setdefault(signed_in.token_id, now)

    async def write_down(self) -> None:
        """Write when tokens were last used, all at once; what cannot be written now waits."""
        used, self._used = self._used, {}
        if not used:
            return
        try:
            await sign_in.note_use(self._database, used)
        except GoalsError as error:
            self._used = used | self._used
            _LOG.warning("when tokens were used is not written yet: %s", error.code)


def _bearer(authorization: str | None) -> str:
    scheme, _, secret = (authorization or "").strip().partition(" ")
    secret = secret.strip()
    if scheme.lower() != "bearer" or not 0 < len(secret) <= checking.LONGEST:
        raise Unauthenticated()
    return secret
