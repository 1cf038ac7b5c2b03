"""Receipts: one signature with all it stands for, to be kept by whoever signed.

It holds the text that was signed, its hash, the event and the hashes around it, so that it can be
verified without the server; the server's own signature says where it is from. Nothing of it is
stored: it is made of what never changes. Once the texts are erased there is none any more.
"""

from dataclasses import dataclass
from typing import Any

from goals.domain.canonical import canonical_json, plain
from goals.domain.proofs import RECEIPT
from goals.services import signing
from goals.services.contents import content_of, hash_of, without_lineages
from goals.store.events import link_from_json
from goals.store.revisions import from_json


@dataclass(frozen=True, slots=True)
class Signed:
    """What a receipt is made of; ``wording`` and ``link`` are JSON of goals.store."""

    organisation: dict[str, Any]
    commission: dict[str, Any]
    signer: dict[str, Any]
    wording: str
    link: str


def receipt(signed: Signed) -> dict[str, Any] | None:
    """The receipt, signed where the server has a key; None once its texts are erased."""
    wording, link = from_json(signed.wording), link_from_json(signed.link)
    content = content_of(wording)
    if hash_of(content) != wording.revision.content_hash:
        return None
    event: dict[str, Any] = {
        "header": dict(link.header),
        "previous_hash": link.previous_hash,
        "hash": link.hash,
    }
    if link.text is not None:
        event |= {"salt": link.salt, "body": link.body}
    key = signing.configured()
    document = {
        "format": RECEIPT,
        "organisation": signed.organisation,
        "commission": signed.commission,
        "revision": {
            "number": wording.revision.number,
            "hash": wording.revision.content_hash,
            "content": plain(without_lineages(content)),
        },
        "signer": signed.signer,
        "event": event,
    }
    return document if key is None else key.sign(document | {"key": key.public.id})


def text_of(document: dict[str, Any]) -> str:
    """The receipt as text, in its canonical form."""
    return canonical_json(document).decode()
