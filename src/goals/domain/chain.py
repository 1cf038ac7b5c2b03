"""The chain: every event carries the hash of the one before it, so that no past can be rewritten.

hash = SHA-256(domain tag, previous hash, canonical header); the header holds the hash of the
body, and the body is salted, so that it can be erased later and the chain still verifies. What is
verified is the stored text itself, so that not one bit of it can differ. Erasures are events too,
and one that erases the body of another repeats its count, so that none hides more than it did.
A cut tail shows only against a head kept elsewhere: a checkpoint.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from goals.domain.canonical import canonical_json, plain
from goals.domain.parties import Channel, Side
from goals.domain.words import Word

GENESIS = "0" * 64
EVENT_TAG = b"goals/event/v1\n"
BODY_TAG = b"goals/event-body/v1\n"
ERASING = frozenset({"person.erased", "commission.texts_erased"})
"""The kinds of event that say that bodies of earlier ones were erased, and how many."""

_SALT = re.compile(r"(?:[0-9a-f]{2})+")
_WRITE = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
).encode


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


Plain = Mapping[str, Any]
"""A header as it was hashed: texts and one number, members without a value left out."""


@dataclass(slots=True)
class Link:
    """One event as stored: header, both hashes, and salt and JSON text of the body.

    An erased body has neither; ``erased_by`` is the number of the event that says so. ``written``
    is the JSON text the header was read from, where it was: then that very text is hashed.
    Not frozen: a walk makes one for every event, and freezing takes longer than hashing.
    """

    header: Plain
    previous_hash: str
    hash: str
    salt: str | None = None
    text: str | None = None
    erased_by: int | None = None
    written: str | None = None

    @property
    def seq(self) -> Any:
        """Its number in the chain."""
        return self.header.get("seq")

    @property
    def event(self) -> EventHeader:
        """The header, read."""
        values = dict(self.header)
        for name in ("org_id", "id", "subject_id", "actor_id", "token_id", "commission_id"):
            if name in values:
                values[name] = UUID(values[name])
        values["at"] = datetime.fromisoformat(values["at"])
        values["channel"] = Channel(values["channel"])
        values["side"] = Side(values["side"]) if "side" in values else None
        return EventHeader(**values)

    @property
    def body(self) -> Any:
        """What the event says; None once erased."""
        return None if self.text is None else json.loads(self.text)


class Fault(Word):
    """What is wrong with a chain, at one of its links."""

    GAP = "GAP", "A number is missing or comes twice."
    FOREIGN = "FOREIGN", "The event belongs to another organisation."
    PREVIOUS = "PREVIOUS", "It does not follow the event before it."
    HEADER = "HEADER", "Its own hash does not fit what it says."
    BODY = "BODY", "Its body is not the one that was hashed."
    ERASURE = "ERASURE", "Its body was taken out, and no later event accounts for it."
    CHECKPOINT = "CHECKPOINT", "A signed checkpoint knows another event under this number."
    TAIL = "TAIL", "The chain ends before a head that is known."
    SIGNATURE = "SIGNATURE", "A checkpoint is not signed by the key it was to be signed by."
    CONTENT = "CONTENT", "A stored text is not the one whose hash was signed."
    UNREADABLE = "UNREADABLE", "The line is not one that an export holds."


@dataclass(frozen=True, slots=True)
class ChainReport:
    """How far a chain holds: ``count`` good links, the ``head``, and the first broken link."""

    count: int
    head: str
    broken_seq: int | None = None
    fault: Fault | None = None
    erased: int = 0

    @property
    def holds(self) -> bool:
        """Whether every link that was shown holds."""
        return self.fault is None


def body_hash(body: object, salt: str) -> str:
    """The SHA-256, in hex, of a salted body of JSON values; the salt is hex text."""
    return _salted(canonical_json(body), salt)


def _salted(written: bytes, salt: str) -> str:
    return sha256(BODY_TAG + bytes.fromhex(salt) + b"\n" + written).hexdigest()


def event_hash(header: EventHeader | Plain, previous_hash: str) -> str:
    """The SHA-256, in hex, that the next event must carry as its previous hash."""
    members = plain(header) if isinstance(header, EventHeader) else header
    return _following(canonical_header(members), previous_hash)


def _following(written: bytes, previous_hash: str) -> str:
    return sha256(EVENT_TAG + bytes.fromhex(previous_hash) + written).hexdigest()


def canonical_header(header: Any) -> bytes:
    """Canonical JSON the short way; only what is outside ASCII needs the long one."""
    written = _WRITE(header)
    return written.encode() if written.isascii() else canonical_json(header)


def verify_chain(
    links: Iterable[Link],
    *,
    previous_hash: str = GENESIS,
    first_seq: int = 1,
    known: Mapping[int, str] | None = None,
) -> ChainReport:
    """Walk the links of one organisation in order and name the first that does not hold.

    Starts at the beginning, or at a checkpoint: the head before ``first_seq``. ``known`` are
    hashes by number that were kept elsewhere.
    """
    walk = Walk(head=previous_hash, next_seq=first_seq, known=known or {})
    for link in links:
        if not walk.take(link):
            break
    return walk.finish()


@dataclass(slots=True)
class Walk:
    """A walk along one chain, link by link, in constant memory; it stops at the first fault."""

    head: str = GENESIS
    next_seq: int = 1
    known: Mapping[int, str] = field(default_factory=dict)
    count: int = 0
    erased: int = 0
    broken_seq: int | None = None
    fault: Fault | None = None
    _org_id: object = None
    _missing: dict[int, tuple[int, int]] = field(default_factory=dict)
    """By the number of an erasing event still to come: how many bodies, and the first of them."""
    _carried: dict[int, dict[str, int]] = field(default_factory=dict)
    """By the same: the counts of erasing events that were erased themselves, which it repeats."""

    def take(self, link: Link) -> bool:
        """Look at the next link; False when it, or one before it, does not hold."""
        if self.fault is None:
            try:
                self.fault = self._fault(link)
            except (AttributeError, TypeError, ValueError):
                self.fault = Fault.HEADER
        if self.fault is not None:
            self.broken_seq = self.broken_seq or self.next_seq
            return False
        self.head, self.count, self.next_seq = link.hash, self.count + 1, self.next_seq + 1
        return True

    def finish(self) -> ChainReport:
        """Say how it went; what had to come and did not is a fault too."""
        if self.fault is None and self._missing:
            self.fault, self.broken_seq = (
                Fault.ERASURE,
                min(first for _, first in self._missing.values()),
            )
        late = [seq for seq in self.known if seq >= self.next_seq]
        if self.fault is None and late:
            self.fault, self.broken_seq = Fault.TAIL, self.next_seq
        return ChainReport(self.count, self.head, self.broken_seq, self.fault, self.erased)

    def _fault(self, link: Link) -> Fault | None:
        header, seq = link.header, self.next_seq
        if header.get("seq") != seq:
            return Fault.GAP
        self._org_id = self._org_id or header.get("org_id")
        if header.get("org_id") != self._org_id:
            return Fault.FOREIGN
        if link.previous_hash != self.head:
            return Fault.PREVIOUS
        written = canonical_header(header) if link.written is None else link.written.encode()
        if _following(written, link.previous_hash) != link.hash:
            return Fault.HEADER
        if self.known.get(seq, link.hash) != link.hash:
            return Fault.CHECKPOINT
        return self._fault_of_body(link, seq)

    def _fault_of_body(self, link: Link, seq: int) -> Fault | None:
        if link.erased_by is None:
            if not _is_body(link):
                return Fault.BODY
        elif link.salt is not None or link.text is not None or link.erased_by <= seq:
            return Fault.ERASURE
        else:
            self.erased += 1
            count, first = self._missing.get(link.erased_by, (0, seq))
            self._missing[link.erased_by] = (count + 1, first)
        return self._fault_of_erasing(link, seq)

    def _fault_of_erasing(self, link: Link, seq: int) -> Fault | None:
        """An erasing event must account for exactly the bodies that point to it."""
        due, first = self._missing.pop(seq, (0, seq))
        carried = self._carried.pop(seq, {})
        if link.header["kind"] in ERASING:
            body = link.body
            if body is None and link.erased_by is not None:
                self._carried.setdefault(link.erased_by, {}).update(carried | {str(seq): due})
                return None
            if body.get("bodies") == due and body.get("carried", {}) == carried:
                return None
        elif not due:
            return None
        self.broken_seq = first
        return Fault.ERASURE


def _is_body(link: Link) -> bool:
    return _fits(link, link.text) or (link.written is None and _fits(link, _respelt(link)))


def body_text(link: Link) -> str | None:
    """The text of a body as it was hashed."""
    return link.text if _fits(link, link.text) else _respelt(link)


def _fits(link: Link, text: str | None) -> bool:
    if link.salt is None or text is None or not _SALT.fullmatch(link.salt):
        return False
    said: str = link.header["body_hash"]
    return _salted(text.encode(), link.salt) == said


def _respelt(link: Link) -> str | None:
    """The canonical text: some were stored in another spelling before there was one form."""
    if link.text is None:
        return None
    try:
        return canonical_json(json.loads(link.text, object_pairs_hook=_once)).decode()
    except (TypeError, ValueError):
        return link.text


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The members of an object; ValueError for a name that comes twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a member comes twice")
    return found
