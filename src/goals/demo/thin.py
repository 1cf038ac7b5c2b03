"""Thin: one of very many commissions, with what rates, lists and pages read and no more.

The one rule: what is there is true: hashes verify, the outcome is the domain's, each date is that
of its act. What is left out is the way: of the acts only the draft, the signatures, a measurement
of the stretch value and the last one are told, and check-ins, questions, reviews and factors are
not. Values are written as the engine takes them. Fates are those of ``courses``; a commission told
in full is a ``course``.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from goals.demo import sheets
from goals.demo.course import Present
from goals.demo.wordings import Short, Verdict, day_of
from goals.domain.acts import EVENT_KINDS
from goals.domain.enums import Act
from goals.store.bulk import Row, Told

CUSTOMER, SUPPLIER = "CUSTOMER", "SUPPLIER"
LOW_BITS = 2**62 - 1


@dataclass(frozen=True, slots=True)
class Happened:
    """An act, and the values of the signature that waits for the number of its event."""

    told: Told
    signature: tuple[object, ...] | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """What all of them share: organisation, present, dice; ``stamp`` writes a time or a day."""

    org_id: str
    now: datetime
    dialect: str
    dice: Random
    stamp: Callable[[Any], object]


def past_of(org_id: object, now: datetime, dialect: str, dice: Random) -> Past:
    """The past of an organisation as this engine takes it."""
    stamp = _text if dialect == "sqlite" else _same
    return Past(str(org_id), now.astimezone(UTC), dialect, dice, stamp)


def _text(value: datetime | date | None) -> str | None:
    if isinstance(value, datetime):  # of UTC
        return value.isoformat(timespec="microseconds")[:26] + "Z"
    return None if value is None else value.isoformat()


def _same(value: object) -> object:
    return value


def new_id(dice: Random, at: datetime) -> str:
    """An id of this moment, as ``Course.new`` makes it, in text."""
    moment, random = f"{int(at.timestamp() * 1000):012x}", dice.getrandbits(74)
    low = f"{0b10 << 62 | random & LOW_BITS:016x}"
    return f"{moment[:8]}-{moment[8:]}-7{random >> 62:03x}-{low[:4]}-{low[4:]}"


@dataclass(slots=True)
class Thin:
    """A commission on its way; ``at`` is the moment it has come to, ``people`` ids by side."""

    past: Past
    short: Short
    number: int
    at: datetime
    people: dict[str, tuple[str, str]]
    initiator: str
    deadline: date
    commitment: str
    state: str = "DRAFT"
    happened: list[Happened] = field(default_factory=list)
    last: tuple[Any, ...] | None = None
    updated: datetime = field(init=False)
    started: datetime = field(init=False)
    proposed: datetime | None = None
    agreed: datetime | None = None
    delivered: datetime | None = None
    evaluating: datetime | None = None
    closed: datetime | None = None
    assessed: dict[str, sheets.Assessed] = field(default_factory=dict)
    measured_at: datetime | None = None
    measurement_id: str = ""
    lapsed: bool = False
    ended_by: str | None = None
    end_reason: str | None = None
    verdict: Verdict | None = None
    id: str = field(init=False)
    revision_id: str = field(init=False)
    criteria: list[str] = field(init=False)
    hash: str = field(init=False)

    def __post_init__(self) -> None:
        """Make the ids that everything else points to."""
        self.started = self.updated = self.at
        self.id, self.revision_id = self.near(), self.near()
        self.criteria = [self.near() for _ in self.short.criteria]
        self.hash = self.short.hash_on(self.deadline)

    def near(self) -> str:
        """An id of the moment of the draft: rows loaded together lie together in every index."""
        return new_id(self.past.dice, self.started)

    def wait(self, low: int, high: int) -> None:
        """Let some hours go by, from low to high."""
        minutes = (low + (high - low) * self.past.dice.random()) * 60
        self.at += timedelta(minutes=int(minutes))

    def check(self) -> None:
        """Raise Present unless this moment has come."""
        if self.at >= self.past.now:
            raise Present

    def act(
        self, act: Act, side: str | None, state: str, more: str = "", subject: Any = None
    ) -> None:
        """Do an act that is told only if it stays the last one; ``more`` are its body's members.

        They are canonical JSON that ends with a comma, and come before ``state`` in its order.
        """
        self.check()
        self.state, self.updated = state, self.at
        self.last = (act, side, self.at, f'{{{more}"state":"{state}"}}', subject)

    def tell(self) -> None:
        """Keep the last act for good."""
        if self.last is not None:
            act, side, at, body, subject = self.last
            self._keep(act, side, at, body, subject, hashed=False)
            self.last = None

    def draft(self) -> None:
        """Begin, which is always told."""
        self.check()
        body = (
            f'{{"key":"C-{self.number}","revision":1,"state":"DRAFT","title":{self.short.title}}}'
        )
        self._keep(Act.DRAFT, self.initiator, self.at, body, None, hashed=True)

    def sign(self, side: str, state: str, body: str, *said: object, decline: bool = False) -> None:
        """Sign, which is always told; ``said`` are the last columns of the signature."""
        self.check()
        self.last, self.state, self.updated = None, state, self.at
        made, person = new_id(self.past.dice, self.at), self.people[side][0]
        act, decision = (Act.DECLINE, "DECLINE") if decline else (Act.ACCEPT, "ACCEPT")
        about = (self.past.org_id, made, self.id, self.revision_id, self.hash, side, person)
        signature = (*about, decision, self.past.stamp(self.at), *said)
        self._keep(act, side, self.at, body, ("Signature", made), hashed=True, signature=signature)

    def _keep(
        self,
        act: Act,
        side: str | None,
        at: datetime,
        body: str,
        subject: Any,
        *,
        hashed: bool,
        signature: tuple[object, ...] | None = None,
    ) -> None:
        told = Told(
            new_id(self.past.dice, at),
            at,
            EVENT_KINDS[act],
            "SYSTEM" if side is None else "CLI",
            subject or ("Commission", self.id),
            body,
            None if side is None else self.people[side][0],
            side,
            self.id,
            self.hash if hashed else None,
        )
        self.happened.append(Happened(told, signature))

    def end(self, side: str | None, reason: str) -> None:
        """Note which side ended it, and why."""
        self.closed, self.ended_by, self.end_reason = self.at, side, reason

    def finish(self) -> list[Row]:
        """All rows but signatures and events, whose turn comes later."""
        waiting: list[Row] = []
        if self.last is not None and self.state == "DELIVERED":
            made = self.near()
            self.last = (*self.last[:4], ("Delivery", made))
            waiting = [sheets.delivery(self, made)]
        self.tell()
        return sheets.begun(self) + waiting + sheets.judged(self)

    @property
    def delivered_on(self) -> date | None:
        """The day of the delivery, where the deadline is."""
        return None if self.delivered is None else day_of(self.delivered)

    @property
    def ends(self) -> datetime:
        """The afternoon of the deadline."""
        return datetime.combine(self.deadline, time(14), UTC)
