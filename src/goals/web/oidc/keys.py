"""Keys: the public keys of one identity provider, kept and renewed.

A key is used for an hour before it is asked for again, in the background; while the provider does
not answer, for a day at most. An unknown key id makes us ask, at most once a minute: whoever sends
invented ids costs the provider nothing.
"""

import asyncio
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from jwt import algorithms

from goals.domain.errors import ProviderAway
from goals.settings import Issuer
from goals.web.oidc.fetching import Fetcher, NotFetched

FRESH_SECONDS = 3_600.0
LAST_SECONDS = 86_400.0
PAUSE_SECONDS = 60.0
PAUSE_WITHOUT_KEYS = 5.0
MOST_KEYS = 100
LEAST_RSA_BITS = 2_048
_LOG = logging.getLogger("goals.web")
_CURVES = {"secp256r1": "ES256", "secp384r1": "ES384", "secp521r1": "ES512"}
_RSA = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
_NEVER = float("-inf")


@dataclass(frozen=True, slots=True)
class Key:
    """A public key, and the algorithms it can be meant for: those of its kind and curve."""

    public: Any
    algorithms: frozenset[str]


class Keys:
    """The keys of one issuer."""

    def __init__(self, issuer: Issuer, fetcher: Fetcher) -> None:
        self._issuer = issuer
        self._fetcher = fetcher
        self._keys: Mapping[str, Key] = {}
        self._fetched = self._tried = _NEVER
        self._asking = asyncio.Lock()
        self._renewal: asyncio.Task[None] | None = None

    async def find(self, kid: str) -> Key | None:
        """The key of this id; None for one the provider does not have.

        Raises ProviderAway where nobody can say.
        """
        key = self._usable(kid)
        if key is None:
            await self._renew()
            key = self._usable(kid)
            if key is None and self._fetched < self._tried:
                raise ProviderAway
        elif self._age > FRESH_SECONDS and (self._renewal is None or self._renewal.done()):
            self._renewal = asyncio.create_task(self._renew())
        return key

    @property
    def _age(self) -> float:
        return time.monotonic() - self._fetched

    def _usable(self, kid: str) -> Key | None:
        return self._keys.get(kid) if self._age < LAST_SECONDS else None

    async def _renew(self) -> None:
        """Ask the provider, unless that was tried just now."""
        async with self._asking:
            now = time.monotonic()
            over = self._age >= LAST_SECONDS
            if now - self._tried < (PAUSE_WITHOUT_KEYS if over else PAUSE_SECONDS):
                return
            self._tried = now
            try:
                document = await self._fetcher.get(await self._address())
            except NotFetched as error:
                _LOG.warning("the keys of %s cannot be had: %s", self._issuer.issuer, error)
                return
            self._keys = _read(document)
            self._fetched = now

    async def _address(self) -> str:
        if self._issuer.jwks_url is not None:
            return self._issuer.jwks_url
        document = await self._fetcher.get(self._issuer.configuration_url)
        address = document.get("jwks_uri")
        if document.get("issuer") != self._issuer.issuer or not isinstance(address, str):
            raise NotFetched("its configuration names another issuer, or no keys")
        if not address.startswith(self._issuer.issuer.partition("//")[0]):
            raise NotFetched("its keys are at an address less protected than its own")
        return address


def _read(document: Mapping[str, Any]) -> dict[str, Key]:
    listed = document.get("keys")
    found: dict[str, Key] = {}
    for each in listed[:MOST_KEYS] if isinstance(listed, list) else ():
        kid = each.get("kid") if isinstance(each, dict) else None
        if not isinstance(kid, str) or each.get("use", "sig") != "sig" or "d" in each:
            continue
        key = _key(each)
        if key is not None:
            found[kid] = key
    return found


def _key(listed: Mapping[str, Any]) -> Key | None:
    """Read one key; None for a kind that is not ours. A secret (``oct``) is no public key."""
    kinds: dict[object, Any] = {
        "RSA": algorithms.RSAAlgorithm,
        "EC": algorithms.ECAlgorithm,
        "OKP": algorithms.OKPAlgorithm,
    }
    kind = kinds.get(listed.get("kty"))
    if kind is None:
        return None
    try:
        public = kind.from_jwk(dict(listed))
    except (jwt.PyJWTError, ValueError, TypeError, KeyError):
        return None
    possible = _possible(public)
    meant = {"Ed25519": "EdDSA"}.get(str(listed.get("alg")), listed.get("alg"))
    return Key(public, possible if meant is None else possible & {meant})


def _possible(public: object) -> frozenset[str]:
    if isinstance(public, rsa.RSAPublicKey):
        return _RSA if public.key_size >= LEAST_RSA_BITS else frozenset()
    if isinstance(public, ec.EllipticCurvePublicKey):
        return frozenset({_CURVES.get(public.curve.name, "")})
    return frozenset({"EdDSA"}) if isinstance(public, ed25519.Ed25519PublicKey) else frozenset()
