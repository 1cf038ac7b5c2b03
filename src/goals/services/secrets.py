"""Secrets: bearer tokens as they are made and recognised.

A token is shown once; only its SHA-256 is stored, found by a unique index. Its last signs are a
checksum, so that a mistyped one is refused without asking the database.
"""

import hashlib
import secrets

PREFIX = "goals_"
_RANDOM_BYTES = 32
_BODY = 43
_CHECK = 6
SHOWN = len(PREFIX) + 6


def make() -> str:
    """Make a new secret: prefix, 32 random bytes, checksum."""
    body = secrets.token_urlsafe(_RANDOM_BYTES)
    return PREFIX + body + _checksum(body)


def is_well_formed(secret: str) -> bool:
    """Whether the text can be a token at all: prefix, length and checksum fit."""
    if len(secret) != len(PREFIX) + _BODY + _CHECK or not secret.startswith(PREFIX):
        return False
    body = secret[len(PREFIX) : -_CHECK]
    return secrets.compare_digest(_checksum(body).encode(), secret[-_CHECK:].encode())


def digest(secret: str) -> str:
    """What is stored of a secret: SHA-256 in hexadecimal."""
    return hashlib.sha256(secret.encode()).hexdigest()


def shown(secret: str) -> str:
    """The first signs, by which people tell their tokens apart."""
    return secret[:SHOWN]


def _checksum(body: str) -> str:
    return hashlib.sha256(b"goals token " + body.encode()).hexdigest()[:_CHECK]
