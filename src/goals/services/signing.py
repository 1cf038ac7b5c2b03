"""Signing: the server's own key (Ed25519), which signs checkpoints and receipts.

The one rule: the key lies in a file that only the server can read, named by GOALS_SIGNING_KEY,
and never in the database: who can rewrite the history must not be able to sign it again. Without
a key everything works but the proofs that leave the house are not signed.
"""

import base64
import os
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from goals.domain.errors import UnusableKey
from goals.domain.proofs import Document, signed_part
from goals.settings import Settings


@dataclass(frozen=True, slots=True)
class PublicKey:
    """What checks a signature; ``id`` is the beginning of the SHA-256 of its 32 bytes."""

    raw: bytes

    @property
    def id(self) -> str:
        """The short name of the key."""
        return sha256(self.raw).hexdigest()[:16]

    @property
    def text(self) -> str:
        """The key as base64 text, as it is handed out."""
        return base64.b64encode(self.raw).decode()

    def holds(self, document: Document) -> bool:
        """Whether the document names this key and bears its signature."""
        try:
            signature = base64.b64decode(document["signature"], validate=True)
            key = Ed25519PublicKey.from_public_bytes(self.raw)
            key.verify(signature, signed_part(document))
        except (InvalidSignature, KeyError, TypeError, ValueError):
            return False
        return bool(document.get("key") == self.id)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The private key, and the public one that goes with it."""

    private: Ed25519PrivateKey

    @property
    def public(self) -> PublicKey:
        """The key to check with."""
        return PublicKey(self.private.public_key().public_bytes_raw())

    def sign(self, document: dict[str, Any]) -> dict[str, Any]:
        """The same document with a signature; its member ``key`` must name this key."""
        signature = self.private.sign(signed_part(document))
        return document | {"signature": base64.b64encode(signature).decode()}


def configured() -> SigningKey | None:
    """The key named by GOALS_SIGNING_KEY, or None. Raises UnusableKey."""
    path = Settings.from_environment().signing_key
    return None if path is None else _kept(str(path))


@lru_cache(maxsize=4)
def _kept(path: str) -> SigningKey:
    return load(Path(path))


def create(path: Path) -> SigningKey:
    """Make a key in a new file that only its owner can read. Raises FileExistsError."""
    key = Ed25519PrivateKey.generate()
    written = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(opened, "wb") as file:
        file.write(written)
    return SigningKey(key)


def load(path: Path) -> SigningKey:
    """Read a key. Raises UnusableKey for a file that is missing, closed or no Ed25519 key."""
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, TypeError, ValueError, UnsupportedAlgorithm):
        raise UnusableKey(str(path)) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise UnusableKey(str(path))
    return SigningKey(key)


def public_key(given: str) -> PublicKey:
    """Read a public key: base64 text, or a file that holds it, in PEM too. Raises UnusableKey."""
    path = Path(given)
    try:
        text = path.read_bytes() if path.is_file() else given.encode()
        if b"PRIVATE KEY" in text:
            return load(path).public
        if b"PUBLIC KEY" in text:
            key = serialization.load_pem_public_key(text)
            if not isinstance(key, Ed25519PublicKey):
                raise UnusableKey(given)
            return PublicKey(key.public_bytes_raw())
        raw = base64.b64decode(text.strip(), validate=True)
    except (OSError, ValueError, UnsupportedAlgorithm):
        raise UnusableKey(given) from None
    if len(raw) != 32:
        raise UnusableKey(given)
    return PublicKey(raw)
