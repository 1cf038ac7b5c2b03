"""Course: one commission made in bulk, with its rows and events as they come together.

The one rule: nothing happens after the present; ``act`` raises ``Present`` there, and what was
done by then is what ``finish`` makes rows of. What is done is decided in ``courses``.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from goals.demo.cast import Member
from goals.demo.repertoire import Spoken, hash_on
from goals.domain.acts import EVENT_KINDS
from goals.domain.attainment import UNKNOWN, attained
from goals.domain.canonical import plain
from goals.domain.enums import Act, Channel, Priority, SatisfactionAspect, Side, State
from goals.domain.identity import commission_key
from goals.domain.moments import local_day
from goals.domain.outcome import CriterionRecord, evaluate
from goals.services.contents import DEFAULT_TIME_ZONE
from goals.store.assessments import AssessmentRow
from goals.store.commissions import CommissionRow
from goals.store.evaluations import EvaluationRow
from goals.store.events import NewEvent
from goals.store.factors import FactorObservationRow
from goals.store.records import Record

Values = dict[str, Any]
EPOCH, MILLISECOND = datetime(1970, 1, 1, tzinfo=UTC), timedelta(milliseconds=1)
LOW_BITS = 2**62 - 1


class Present(Exception):  # noqa: N818 - no error, it is where every story ends
    """The next act lies in the future."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What all courses stand on: the organisation, the present, the ids of factors by key."""

    org_id: UUID
    now: datetime
    factors: dict[str, UUID]


@dataclass(frozen=True, slots=True)
class Happened:
    """An act, and the signature that will hold the number of its event."""

    event: NewEvent
    signature: Values | None = None


@dataclass(slots=True)
class Course:
    """A commission on its way; ``at`` is the moment it has come to."""

    ground: Ground
    spoken: Spoken
    number: int
    dice: Random
    at: datetime
    people: dict[Side, Member]
    initiator: Side
    deadline: date
    happened: list[Happened] = field(default_factory=list)
    rows: list[tuple[type[Record], Values]] = field(default_factory=list)
    changes: Values = field(default_factory=dict)
    judged: dict[Side, tuple[int, ...]] = field(default_factory=dict)
    met: tuple[bool, ...] = ()
    measured: Decimal | None = None
    id: UUID = field(init=False)
    revision_id: UUID = field(init=False)
    criteria: tuple[UUID, ...] = field(init=False)
    hash: str = field(init=False)

    def __post_init__(self) -> None:
        """Make the ids that everything else points to."""
        self.id, self.revision_id = self.new(), self.new()
        self.criteria = tuple(self.new() for _ in self.spoken.content.criteria)
        self.hash = hash_on(self.spoken.number, self.deadline)

    @property
    def german(self) -> bool:
        """Whether its people write German."""
        return self.spoken.theme.language == "de"

    def new(self) -> UUID:
        """An id of this moment: RFC 9562's version 7, its random part thrown with the dice."""
        moment, random = (self.at - EPOCH) // MILLISECOND, self.dice.getrandbits(74)
        high, low = random >> 62, random & LOW_BITS
        return UUID(int=moment << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low)

    def wait(self, low: int, high: int) -> None:
        """Let some hours go by, from low to high."""
        self.at += timedelta(minutes=self.dice.randint(low * 60, high * 60))

    def row(self, kind: type[Record], /, **values: Any) -> Values:
        """Note a row with a new id; its values may be changed until ``finish``."""
        values["org_id"] = self.ground.org_id
        values["id"] = self.new()
        self.rows.append((kind, values))
        return values

    def own(self, kind: type[Record], /, **values: Any) -> Values:
        """Note a row that hangs on the commission itself."""
        return self.row(kind, commission_id=self.id, **values)

    def act(
        self,
        act: Act,
        side: Side | None,
        state: State,
        subject: tuple[str, UUID] | None = None,
        *,
        signature: Values | None = None,
        hashed: bool = False,
        **body: Any,
    ) -> None:
        """Do an act (side None: the clock); raises Present when it lies in the future."""
        self.check()
        self.changes["state"] = state.value
        self.changes["updated_at"] = self.at
        body["state"] = state.value
        event = NewEvent(
            id=self.new(),
            kind=EVENT_KINDS[act],
            subject=subject or ("Commission", self.id),
            at=self.at,
            channel=(Channel.SYSTEM if side is None else Channel.CLI).value,
            body=body,
            actor_id=None if side is None else self.people[side].id,
            side=side,
            commission_id=self.id,
            revision_hash=self.hash if hashed else None,
        )
        self.happened.append(Happened(event, signature))

    def check(self) -> None:
        """Raise Present unless this moment has come."""
        if self.at >= self.ground.now:
            raise Present

    def end(self, side: Side, reason: str) -> None:
        """Note which side ended it, and why."""
        self.changes |= {"closed_at": self.at, "ended_by": side.value, "end_reason": reason}

    def conclude(
        self, act: Act, side: Side | None, subject: tuple[str, UUID] | None = None
    ) -> None:
        """Close by this act: unseal what was assessed, derive the outcome and store it."""
        self.check()
        found = evaluate(
            self._records(),
            delivered_on=self._delivered_on(),
            first_agreed=self.deadline,
            current=self.deadline,
            perceived={
                Side(values["side"]): {SatisfactionAspect.OVERALL: values["overall_perceived"]}
                for kind, values in self.rows
                if kind is AssessmentRow and "overall_perceived" in values
            },
        )
        self.act(act, side, State.CLOSED, subject, outcome=found.outcome.value)
        for kind, values in self.rows:
            if kind is AssessmentRow or kind is FactorObservationRow:
                values["unsealed_at"] = self.at
        self.own(
            EvaluationRow,
            outcome=found.outcome.value,
            timeliness_first_agreed=_text(found.timeliness_first_agreed),
            timeliness_current=_text(found.timeliness_current),
            attainment=found.attainment.fraction,
            disagreements=[plain(each) for each in found.disagreements],
            evaluated_at=self.at,
        )
        self.changes |= {"outcome": found.outcome.value, "closed_at": self.at}

    def _records(self) -> list[CriterionRecord]:
        parts = self.spoken.content.criteria
        customer, supplier = (self.judged.get(side, ()) for side in Side)
        return [
            CriterionRecord(
                id=str(self.criteria[at]),
                priority=Priority(part.priority),
                weight=part.weight,
                measured=UNKNOWN if at else attained(self.spoken.target, self.measured),
                reviewed_met=self.met[at] if at < len(self.met) else None,
                customer=customer[at] if at < len(customer) else None,
                supplier=supplier[at] if at < len(supplier) else None,
            )
            for at, part in enumerate(parts)
        ]

    def _delivered_on(self) -> date | None:
        delivered = self.changes.get("delivered_at")
        return None if delivered is None else local_day(delivered, DEFAULT_TIME_ZONE)

    def finish(self) -> list[Record]:
        """All rows, the commission first; signatures wait for the numbers of their events."""
        customer, supplier = self.people[Side.CUSTOMER], self.people[Side.SUPPLIER]
        commission = CommissionRow(
            org_id=self.ground.org_id,
            id=self.id,
            number=self.number,
            key=commission_key(self.number),
            title=self.spoken.theme.title,
            customer_team_id=customer.team_id,
            customer_id=customer.id,
            supplier_team_id=supplier.team_id,
            supplier_id=supplier.id,
            initiator=self.initiator.value,
            self_commission=False,
            version=len(self.happened),
            current_revision_id=self.revision_id,
            deadline=self.deadline,
            created_by_id=self.people[self.initiator].id,
            **{"lapsed": False, **self.changes},
        )
        return [commission, *[make(**values) for make, values in self.rows]]


def _text(value: Any) -> str | None:
    return None if value is None else str(value.value)
