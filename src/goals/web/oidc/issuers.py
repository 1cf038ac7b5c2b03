"""Issuers: from the JWT of a configured identity provider to somebody who has signed in."""

import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

from goals.services import sign_in
from goals.services.arrivals import Arrival
from goals.services.sign_in import SignedIn
from goals.settings import Issuer
from goals.store import lookups
from goals.store.database import Database
from goals.web.oidc import checking
from goals.web.oidc.checking import Refused, Unchecked
from goals.web.oidc.fetching import Fetcher
from goals.web.oidc.keys import Keys

_LOG = logging.getLogger("goals.web")


class Issuers:
    """The identity providers of one server."""

    def __init__(
        self, database: Database, issuers: Sequence[Issuer], fetcher: Fetcher | None = None
    ) -> None:
        asks = fetcher or Fetcher()
        self._database = database
        self._issuers = [(issuer, Keys(issuer, asks)) for issuer in issuers]
        self._organisations: dict[str, UUID] = {}

    async def by_token(self, token: str) -> SignedIn | None:
        """Who this JWT stands for now; None when it is not accepted, for whatever reason.

        Raises ProviderAway where the issuer's keys cannot be had.
        """
        try:
            arrival = await self._checked(token)
            org_id = await self._organisation(arrival.issuer.organisation)
        except Refused as refusal:
            _LOG.info("a JWT is refused: %s", refusal)
            return None
        return await sign_in.by_arrival(self._database, org_id, arrival, datetime.now(UTC))

    async def _checked(self, token: str) -> Arrival:
        unchecked = checking.read(token)
        issuer, keys = self._issuer(unchecked)
        key = await keys.find(unchecked.kid)
        if key is None:
            raise Refused("a key id that the issuer does not have")
        return checking.check(unchecked, issuer, key)

    @property
    def configured(self) -> list[Issuer]:
        """The identity providers as they were configured."""
        return [issuer for issuer, _ in self._issuers]

    def _issuer(self, unchecked: Unchecked) -> tuple[Issuer, Keys]:
        for issuer, keys in self._issuers:
            if issuer.issuer == unchecked.issuer and issuer.audience in unchecked.audiences:
                return issuer, keys
        raise Refused("an issuer or audience that is not configured")

    async def _organisation(self, name: str) -> UUID:
        known = self._organisations.get(name)
        if known is None:
            found = await lookups.organisations(self._database, name)
            if len(found) != 1:
                raise Refused(f"there is not one organisation named {name!r}")
            known = self._organisations[name] = found[0]
        return known
