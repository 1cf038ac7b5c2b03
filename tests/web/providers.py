"""An identity provider of our own: it makes keys, signs tokens, and can be away."""

import base64
import hashlib
import hmac
import json
import time
from dataclasses import dataclass, field
from typing import Any

import httpx
import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from jwt import algorithms

from goals.settings import Issuer
from goals.web.app import create_app
from goals.web.oidc.fetching import Fetcher
from goals.web.oidc.issuers import Issuers

ISSUER = "https://login.example.org/realms/main"
AUDIENCE = "goals"
RSA = rsa.generate_private_key(65_537, 2_048)
OTHER_RSA = rsa.generate_private_key(65_537, 2_048)
EC = ec.generate_private_key(ec.SECP256R1())
ED = ed25519.Ed25519PrivateKey.generate()


def listed(kid: str, key: Any, **more: str) -> dict[str, Any]:
    """A public key as a provider lists it."""
    kinds = {
        rsa.RSAPrivateKey: algorithms.RSAAlgorithm,
        ec.EllipticCurvePrivateKey: algorithms.ECAlgorithm,
        ed25519.Ed25519PrivateKey: algorithms.OKPAlgorithm,
    }
    kind = next(kind for private, kind in kinds.items() if isinstance(key, private))
    found = kind.to_jwk(key.public_key(), as_dict=True)
    return {**found, "kid": kid, **more}


@dataclass
class Provider:
    """What it lists and whether it answers; ``asked`` are the paths it was asked for."""

    keys: list[dict[str, Any]] = field(
        default_factory=lambda: [listed("r", RSA), listed("e", EC), listed("d", ED)]
    )
    down: bool = False
    asked: list[str] = field(default_factory=list)
    answer: httpx.Response | None = None

    def issuer(self, **changes: Any) -> Issuer:
        """How the server is told about it."""
        return Issuer(ISSUER, AUDIENCE, "Example", **changes)

    async def handle(self, request: httpx.Request) -> httpx.Response:
        """Answer like a provider."""
        self.asked.append(request.url.path)
        if self.down:
            raise httpx.ConnectError("nobody there")
        if self.answer is not None:
            return self.answer
        if request.url.path.endswith("/.well-known/openid-configuration"):
            return httpx.Response(200, json={"issuer": ISSUER, "jwks_uri": f"{ISSUER}/keys"})
        return httpx.Response(200, json={"keys": self.keys})


def guarded(door: Any, provider: Provider, **changes: Any) -> Any:
    """Put the provider behind a front door."""
    fetcher = Fetcher(httpx.MockTransport(provider.handle))
    door.issuers = Issuers(door.database, [provider.issuer(**changes)], fetcher)
    door.app = create_app(door.database, with_clock=False, issuers=door.issuers)
    transport = httpx.ASGITransport(app=door.app, raise_app_exceptions=False)
    door.client = httpx.AsyncClient(transport=transport, base_url="http://goals.test")
    return door


async def ask(door: Any, bearer: str, query: str) -> httpx.Response:
    """Post a document with this token."""
    headers = {"Authorization": f"Bearer {bearer}"}
    return await door.client.post("/graphql", json={"query": query}, headers=headers)


def claims(**changes: Any) -> dict[str, Any]:
    """The claims of a good token; None leaves one out."""
    now = int(time.time())
    made = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": "s-1",
        "iat": now,
        "exp": now + 300,
        "email": "anna@example.org",
        "email_verified": True,
        "name": "Anna",
    }
    return {name: value for name, value in {**made, **changes}.items() if value is not None}


def token(key: Any = RSA, algorithm: str = "RS256", kid: str | None = "r", **changes: Any) -> str:
    """A signed token; ``headers`` adds to its header, everything else changes a claim."""
    headers = {"kid": kid, **changes.pop("headers", {})}
    headers = {name: value for name, value in headers.items() if value is not None}
    return jwt.encode(claims(**changes), key, algorithm, headers=headers)


def part(value: object) -> str:
    """One part of a token, by hand."""
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def unsigned(**header: Any) -> str:
    """A token with ``alg: none``."""
    return f"{part({'typ': 'JWT', 'kid': 'r', 'alg': 'none', **header})}.{part(claims())}."


def signed_with_the_public_key() -> str:
    """HS256 with the public key as its secret: the swapped algorithm."""
    public = RSA.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    text = f"{part({'typ': 'JWT', 'kid': 'r', 'alg': 'HS256'})}.{part(claims())}"
    mac = hmac.new(public, text.encode(), hashlib.sha256).digest()
    return f"{text}.{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"
