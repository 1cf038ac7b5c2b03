"""The gate: who comes in, and how often an address may try in vain.

The one rule: whoever guesses tokens, or has old ones, is slowed down by address, and whoever came
in lately from the same address is not.
"""

import hashlib
from collections import OrderedDict

from goals.domain.errors import Unauthenticated
from goals.services.sign_in import SignedIn
from goals.web.rates import Rates
from goals.web.sign_in import Doorkeeper

TRIES_AT_ONCE = 100
TRIES_A_SECOND = 1
MOST_REMEMBERED = 10_000


class Gate:
    """Lets people in, for HTTP and for sockets alike."""

    def __init__(self, doorkeeper: Doorkeeper, tries: Rates | None = None) -> None:
        self._doorkeeper = doorkeeper
        self._tries = tries or Rates(TRIES_AT_ONCE, TRIES_A_SECOND)
        self._welcome: OrderedDict[bytes, None] = OrderedDict()

    async def admit(self, address: str, authorization: str | None) -> SignedIn:
        """Who sent this Authorization header from there (``addresses.caller``).

        Raises Unauthenticated, and RateLimited after too many tries in vain.
        """
        mark = hashlib.sha256((authorization or "").encode("utf-8", "replace")).digest()
        tries = self._tries.meter(address)
        if mark not in self._welcome:
            tries.check()
        try:
            signed_in = await self._doorkeeper.admit(authorization)
        except Unauthenticated:
            self._welcome.pop(mark, None)
            tries.fine(1)
            raise
        self._welcome[mark] = None
        self._welcome.move_to_end(mark)
        if len(self._welcome) > MOST_REMEMBERED:
            self._welcome.popitem(last=False)
        return signed_in
