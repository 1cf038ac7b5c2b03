"""The chain: every event carries the hash of the one before it, so that no past can be rewritten.

hash = SHA-256(domain tag, previous hash, canonical header); the header holds the hash of the
body, and the body is salted, so that it can be erased later and the chain still verifies. A cut
tail shows only against a head kept elsewhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from goals.domain.canonical import canonical_json, plain
from goals.domain.parties import Channel, Side
from goals.domain.words import Word

GENESIS = "0" * 64
EVENT_TAG = b"goals/event/v1\n"
BODY_TAG = b"goals/event-body/v1\n"


@dataclass(frozen=True, slots=True)
class EventHeader:
    """All of an event but its body; ``seq`` counts from 1 within the organisation."""

    org_id: UUID
    seq: int
    id: UUID
    at: datetime
    kind: str
    channel: Channel
    subject_type: str
    subject_id: UUID
    body_hash: str
    actor_id: UUID | None = None
    token_id: UUID | None = None
    side: Side | None = None
    commission_id: UUID | None = None
    revision_hash: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One event as stored: header, both hashes, and the body unless it was erased."""

    header: EventHeader
    previous_hash: str
    hash: str
    salt: str | None = None
    body: object = None


class Fault(Word):
    """What is wrong with a link of the chain."""

    GAP = "GAP", "A number is missing or comes twice."
    FOREIGN = "FOREIGN", "The event belongs to another organisation."
    PREVIOUS = "PREVIOUS", "It does not follow the event before it."
    HEADER = "HEADER", "Its own hash does not fit what it says."
    BODY = "BODY", "Its body is not the one that was hashed."


@dataclass(frozen=True, slots=True)
class ChainReport:
    """How far a chain holds: ``count`` good links, the ``head``, and the first broken link."""

    count: int
    head: str
    broken_seq: int | None = None
    fault: Fault | None = None

    @property
    def holds(self) -> bool:
        """Whether every link that was shown holds."""
        return self.fault is None


def body_hash(body: object, salt: str) -> str:
    """The SHA-256, in hex, of a salted body of JSON values; the salt is hex text."""
    return sha256(BODY_TAG + bytes.fromhex(salt) + b"\n" + canonical_json(body)).hexdigest()


def event_hash(header: EventHeader, previous_hash: str) -> str:
    """The SHA-256, in hex, that the next event must carry as its previous hash."""
    return sha256(
        EVENT_TAG + bytes.fromhex(previous_hash) + canonical_json(plain(header))
    ).hexdigest()


def verify_chain(
    links: Iterable[Link], *, previous_hash: str = GENESIS, first_seq: int = 1
) -> ChainReport:
    """Walk the links of one organisation in order and name the first that does not hold.

    Starts at the beginning, or at a checkpoint: the head before ``first_seq``.
    """
    head, count, org_id = previous_hash, 0, None
    for link in links:
        org_id = org_id or link.header.org_id
        fault = _fault(link, head, first_seq + count, org_id)
        if fault is not None:
            return ChainReport(count, head, first_seq + count, fault)
        head, count = link.hash, count + 1
    return ChainReport(count, head)


def _fault(link: Link, head: str, seq: int, org_id: UUID) -> Fault | None:
    if link.header.seq != seq:
        return Fault.GAP
    if link.header.org_id != org_id:
        return Fault.FOREIGN
    if link.previous_hash != head:
        return Fault.PREVIOUS
    if event_hash(link.header, link.previous_hash) != link.hash:
        return Fault.HEADER
    if link.salt is not None and body_hash(link.body, link.salt) != link.header.body_hash:
        return Fault.BODY
    return None
