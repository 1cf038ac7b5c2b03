"""Checking: whether a JWT is what it says, by the key of its issuer (RFC 7519, RFC 8725).

Before the signature is checked nothing in a token is believed; its issuer and its key id only say
which key to try. Which algorithms may sign is said by the configuration and the key, never by the
token.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt

from goals.services.arrivals import Arrival
from goals.settings import Issuer
from goals.web.oidc.keys import Key

LEEWAY = timedelta(seconds=30)
LONGEST = 8_192
LONGEST_NAME = 255
MOST_GROUPS = 1_000
REQUIRED = ["exp", "iat", "iss", "aud", "sub"]
_TYPES = {"jwt", "at+jwt"}
_ANYTHING_WRONG = (
    jwt.PyJWTError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    OverflowError,
    OSError,
    RecursionError,
)


class Refused(Exception):  # noqa: N818 - the text is for the log alone
    """A token that is not accepted."""


@dataclass(frozen=True, slots=True)
class Unchecked:
    """What a token says of itself, to find the key it has to be checked by."""

    token: str
    issuer: str
    audiences: frozenset[str]
    kid: str


def looks_like_one(secret: str) -> bool:
    """Whether the text has the three parts of a JWT."""
    return secret.count(".") == 2


def read(token: str) -> Unchecked:
    """Read what a token says of itself. Raises Refused."""
    if len(token) > LONGEST:
        raise Refused("too long")
    try:
        header = jwt.get_unverified_header(token)
        claims = jwt.decode(token, options={"verify_signature": False})
        return _unchecked(token, header, claims)
    except _ANYTHING_WRONG as error:
        raise Refused(type(error).__name__) from None


def _unchecked(token: str, header: dict[str, Any], claims: dict[str, Any]) -> Unchecked:
    kind = str(header.get("typ", "JWT")).lower().removeprefix("application/")
    kid, issuer, audience = header.get("kid"), claims.get("iss"), claims.get("aud")
    if "crit" in header or kind not in _TYPES:
        raise Refused("a header that is not understood")
    if not isinstance(kid, str) or not 0 < len(kid) <= LONGEST_NAME or not isinstance(issuer, str):
        raise Refused("no key id, or no issuer")
    audiences = frozenset([audience] if isinstance(audience, str) else audience or ())
    return Unchecked(token, issuer, audiences, kid)


def check(unchecked: Unchecked, issuer: Issuer, key: Key) -> Arrival:
    """Check signature and claims; who comes. Raises Refused."""
    allowed: Sequence[str] = [one for one in issuer.algorithms if one in key.algorithms]
    if not allowed:
        raise Refused("a key for no algorithm that is allowed")
    try:
        claims = jwt.decode(
            unchecked.token,
            key=key.public,
            algorithms=allowed,
            audience=issuer.audience,
            issuer=issuer.issuer,
            leeway=LEEWAY,
            options={"require": REQUIRED},
        )
        return _arrival(issuer, claims)
    except _ANYTHING_WRONG as error:
        raise Refused(type(error).__name__) from None


def _arrival(issuer: Issuer, claims: dict[str, Any]) -> Arrival:
    subject = claims["sub"]
    if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST_NAME:
        raise Refused("a subject that is no name")
    groups = claims.get(issuer.groups_claim)
    listed = groups if isinstance(groups, list) else []
    verified = claims.get("email_verified") in (True, "true")  # some providers write a text
    return Arrival(
        issuer=issuer,
        subject=subject,
        expires_at=datetime.fromtimestamp(float(claims["exp"]), UTC) + LEEWAY,
        email=_text(claims.get(issuer.email_claim)) if verified else None,
        name=_text(claims.get(issuer.name_claim)),
        language=_text(claims.get("locale")),
        issued=int(claims["iat"]),
        groups=frozenset(group for group in listed[:MOST_GROUPS] if isinstance(group, str)),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
