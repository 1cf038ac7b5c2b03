"""Proofs: what the server signs, so that it can be checked far from it and without it.

A checkpoint is the head of a chain at a time, a receipt is one signature with all it stands for.
Both are JSON objects; what is signed is their canonical form without the member ``signature``.
The signing itself is in goals.services.signing.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from goals.domain.canonical import CONTENT_TAG, canonical_json
from goals.domain.chain import body_hash, event_hash
from goals.domain.words import Word

CHECKPOINT = "goals/checkpoint/v1"
RECEIPT = "goals/receipt/v1"

Document = Mapping[str, Any]


def signed_part(document: Document) -> bytes:
    """The bytes of a document that its signature covers: all of it, its format included.

    Raises TypeError or ValueError for what has no canonical form.
    """
    return canonical_json({name: value for name, value in document.items() if name != "signature"})


def checkpoint(*, org_id: str, seq: int, head: str, at: str, key: str) -> dict[str, Any]:
    """A checkpoint, not yet signed; ``key`` is the id of the key that will sign it."""
    return {
        "format": CHECKPOINT,
        "organisation": org_id,
        "seq": seq,
        "hash": head,
        "at": at,
        "key": key,
    }


class Doubt(Word):
    """Why a receipt does not prove what it says."""

    FORM = "FORM", "It is no receipt, or parts of it are missing."
    CONTENT = "CONTENT", "The text is not the one whose hash was signed."
    EVENT = "EVENT", "The event does not fit its hash."
    BINDING = "BINDING", "The event is about another text, person, side or organisation."
    SIGNATURE = "SIGNATURE", "It is not signed by this key."
    UNSIGNED = "UNSIGNED", "It bears no signature of the server."


def doubts_of(receipt: Document) -> list[Doubt]:
    """Everything that speaks against a receipt, but for the server's own signature."""
    try:
        found = list(dict.fromkeys(doubt for doubt, holds in _checks(receipt) if not holds))
    except (AttributeError, KeyError, TypeError, ValueError):
        return [Doubt.FORM]
    return found


def _checks(receipt: Document) -> list[tuple[Doubt, bool]]:
    event, revision, signer = receipt["event"], receipt["revision"], receipt["signer"]
    header = event["header"]
    return [
        (Doubt.FORM, receipt["format"] == RECEIPT),
        (Doubt.CONTENT, _hash_of(revision["content"]) == revision["hash"]),
        (Doubt.EVENT, event_hash(header, event["previous_hash"]) == event["hash"]),
        (
            Doubt.EVENT,
            "body" not in event or body_hash(event["body"], event["salt"]) == header["body_hash"],
        ),
        (
            Doubt.BINDING,
            header["revision_hash"] == revision["hash"]
            and header["org_id"] == receipt["organisation"]["id"]
            and header["commission_id"] == receipt["commission"]["id"]
            and header["actor_id"] == signer["id"]
            and header["side"] == signer["side"]
            and header["kind"] == _KINDS[signer["decision"]],
        ),
    ]


_KINDS = {"ACCEPT": "commission.accepted", "DECLINE": "commission.declined"}


def _hash_of(content: Document) -> str:
    return sha256(CONTENT_TAG + canonical_json(content)).hexdigest()
