"""Sign-in: who is asking, known by the bearer token and nothing else (never by a cookie).

A look-up is remembered for a second, so that a busy client costs one look-up a second and a
revoked token ends within one.
"""

import time
from collections import OrderedDict

from goals.domain.errors import Unauthenticated
from goals.services import sign_in
from goals.services.sign_in import SignedIn
from goals.store.database import Database
from goals.web.faults import bad_request

REMEMBERED_SECONDS = 1.0
REMEMBERED_MOST = 10_000


class Doorkeeper:
    """Knows who comes in, for one database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: OrderedDict[str, tuple[float, SignedIn]] = OrderedDict()

    async def admit(self, authorization: str | None) -> SignedIn:
        """Who sent this Authorization header; raises Unauthenticated for anybody unknown."""
        secret = _bearer(authorization)
        now = time.monotonic()
        remembered = self._known.get(secret)
        if remembered is not None and remembered[0] > now:
            return remembered[1]
        signed_in = await sign_in.by_secret(self._database, secret)
        if signed_in is None:
            self._known.pop(secret, None)
            raise Unauthenticated()
        self._known[secret] = (now + REMEMBERED_SECONDS, signed_in)
        self._known.move_to_end(secret)
        while len(self._known) > REMEMBERED_MOST:
            self._known.popitem(last=False)
        return signed_in


def _bearer(authorization: str | None) -> str:
    scheme, _, secret = (authorization or "").strip().partition(" ")
    if scheme.lower() != "bearer" or not secret.strip():
        raise Unauthenticated()
    if len(secret) > 200:
        raise bad_request("The token is far too long.")
    return secret.strip()
