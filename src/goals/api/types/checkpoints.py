"""Checkpoints: signed heads of the history, meant to be kept elsewhere."""

from datetime import datetime
from typing import Any

from goals.api.fields import column, computed, picked
from goals.api.node import Node, described, entity
from goals.api.visibility import FOR_ADMINS
from goals.domain.canonical import canonical_json, utc_text
from goals.domain.proofs import checkpoint
from goals.reads.sources import Column
from goals.reads.viewer import Viewer


def _document(values: dict[str, Any], _viewer: Viewer) -> str:
    at = datetime.fromisoformat(values["at"])
    unsigned = checkpoint(
        org_id=values["org_id"],
        seq=values["seq"],
        head=values["hash"],
        at=utc_text(at),
        key=values["key_id"],
    )
    return canonical_json(unsigned | {"signature": values["signature"]}).decode()


@entity("checkpoint", FOR_ADMINS)
class AuditCheckpoint(Node):
    """The head of the history at a time, signed by the server (Ed25519).

    Kept outside the database it shows that nothing before it was cut or rewritten.
    """

    seq: int = column("The number of the newest event.")
    hash: str = column("The hash of that event.", kind="plain")
    at: datetime = column("When it was signed.")
    key_id: str = column("The key that signed it: the start of its SHA-256.", kind="plain")
    signature: str = column("The signature in base64.", kind="plain")
    document: str = computed(
        "The whole checkpoint as JSON text; `goals audit verify --checkpoint FILE` takes it.",
        _document,
        org_id=Column("org_id", "uuid"),
        seq=Column("seq", "integer"),
        hash=Column("hash", "plain"),
        at=Column("at", "datetime"),
        key_id=Column("key_id", "plain"),
        signature=Column("signature", "plain"),
    )


@described
class AuditKey:
    """The public key of the server, to check what it signs."""

    id: str = picked("The short name of the key: the start of its SHA-256.")
    public_key: str = picked("The 32 bytes of the Ed25519 key in base64.")
