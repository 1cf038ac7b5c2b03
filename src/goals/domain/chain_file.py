"""Chain files: the whole history of an organisation as lines of JSON, to be verified anywhere.

One header line, then every event in order, each checkpoint right after its event, and last the
head; a file without that last line was cut. Every line has exactly one spelling, so that not one
byte of it can differ unseen. Reading takes the same memory for any length.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from goals.domain.chain import ChainReport, Fault, Link, Plain, Walk, body_text, canonical_header

FORMAT = "goals/chain/v1"

Signed = Callable[[Plain], bool]
_WRITE = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


_READ = json.JSONDecoder().raw_decode
_EVENT = '{"type":"event","header":'
_REST = re.compile(
    r',"previous_hash":"([0-9a-f]{64})","hash":"([0-9a-f]{64})",'
    r'(?:"salt":"([0-9a-f]*)","body":(.+)|"erased_by":([1-9][0-9]*))\}'
)


def header_line(*, org_id: str, name: str, at: str, key: str | None) -> str:
    """The first line: whose history it is, and the public key that signs its checkpoints."""
    organisation = {"id": org_id, "name": name}
    return _WRITE(
        {"type": "header", "format": FORMAT, "organisation": organisation, "at": at, "key": key}
    )


def event_line(link: Link) -> str:
    """One event; where its body was erased, the number of the event that says so."""
    hashes = f'"previous_hash":"{link.previous_hash}","hash":"{link.hash}"'
    if link.erased_by is None:
        rest = f'"salt":"{link.salt or ""}","body":{body_text(link) or "null"}'
    else:
        rest = f'"erased_by":{link.erased_by}'
    return f"{_EVENT}{canonical_header(link.header).decode()},{hashes},{rest}}}"


def checkpoint_line(checkpoint: Plain) -> str:
    """A checkpoint, after the event it signs."""
    return _WRITE({"type": "checkpoint", "checkpoint": checkpoint})


def head_line(seq: int, head: str) -> str:
    """The last line: where the history ended when it was written."""
    return _WRITE({"type": "head", "seq": seq, "hash": head})


@dataclass(frozen=True, slots=True)
class FileReport:
    """What was found in a file: the chain, whose it is, and how many checkpoints it holds.

    ``line`` is where it broke, counted from 1. ``org_id`` is None where no header can be read.
    """

    chain: ChainReport
    org_id: str | None = None
    checkpoints: int = 0
    line: int | None = None


def verify_file(
    lines: Iterable[str],
    *,
    known: Mapping[int, str] | None = None,
    signed: Signed | None = None,
) -> FileReport:
    """Walk an export; ``known`` are heads kept elsewhere, ``signed`` checks a checkpoint's key."""
    reading = _Reading(Walk(known=known or {}), signed)
    number = 0
    for number, text in enumerate(lines, 1):
        if not reading.take(text.removesuffix("\n"), number):
            break
    else:
        if not reading.ended:
            reading.break_off(Fault.TAIL)
    report = reading.walk.finish()
    return FileReport(
        report, reading.org_id, reading.checkpoints, None if report.holds else max(number, 1)
    )


@dataclass(slots=True)
class _Reading:
    walk: Walk
    signed: Signed | None
    org_id: str | None = None
    checkpoints: int = 0
    ended: bool = False
    _takes: Mapping[str, Callable[[Plain], Fault | None]] = field(init=False)

    def __post_init__(self) -> None:
        self._takes = {"checkpoint": self._checkpoint, "head": self._head}

    def take(self, text: str, number: int) -> bool:
        """Look at one line; False when the history breaks here."""
        try:
            fault = self._fault(text, number)
        except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
            fault = Fault.UNREADABLE
        return fault is None or self.break_off(fault)

    def _fault(self, text: str, number: int) -> Fault | None:
        if text.startswith(_EVENT) and number > 1 and not self.ended:
            return self._event(text)
        line = json.loads(text)
        if _WRITE(line) != text or self.ended:
            return Fault.UNREADABLE
        return self._header(line) if number == 1 else self._takes[line["type"]](line)

    def break_off(self, fault: Fault) -> bool:
        """Note the fault, unless the walk itself has found one; always False."""
        if self.walk.fault is None:
            self.walk.fault = fault
            self.walk.broken_seq = self.walk.broken_seq or self.walk.next_seq
        return False

    def _header(self, line: Plain) -> Fault | None:
        if (line["type"], line["format"]) != ("header", FORMAT):
            return Fault.UNREADABLE
        self.org_id = str(line["organisation"]["id"])
        return None

    def _event(self, text: str) -> Fault | None:
        """Take the pieces of the line as they stand: what is hashed is their very text."""
        header, end = _READ(text, len(_EVENT))
        rest = _REST.fullmatch(text, end)
        if rest is None:
            return Fault.UNREADABLE
        if header.get("org_id") != self.org_id:
            return Fault.FOREIGN
        previous_hash, own_hash, salt, body, erased_by = rest.groups()
        link = Link(
            header,
            previous_hash,
            own_hash,
            salt,
            body,
            None if erased_by is None else int(erased_by),
            text[len(_EVENT) : end],
        )
        return None if self.walk.take(link) else self.walk.fault

    def _checkpoint(self, line: Plain) -> Fault | None:
        kept = line["checkpoint"]
        self.checkpoints += 1
        seq = kept["seq"]
        if (kept["organisation"], seq, kept["hash"]) != (
            self.org_id,
            self.walk.next_seq - 1,
            self.walk.head,
        ):
            self.walk.broken_seq = seq if isinstance(seq, int) else None
            return Fault.CHECKPOINT
        if self.signed is not None and not self.signed(kept):
            self.walk.broken_seq = seq
            return Fault.SIGNATURE
        return None

    def _head(self, line: Plain) -> Fault | None:
        self.ended = True
        found = (self.walk.next_seq - 1, self.walk.head)
        return None if (line["seq"], line["hash"]) == found else Fault.TAIL
