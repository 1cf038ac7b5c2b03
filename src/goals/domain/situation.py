"""The situation: just the facts about a commission that decide what may happen next.

Whoever loads a commission fills one of these; ``decide`` and ``guards`` need nothing else. Ids
are opaque strings. ``today`` is the day in the time zone of the deadline: no clock here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType

from goals.domain.clarifying import PlaybackStatus, QuestionField
from goals.domain.evaluating import ReviewDecision
from goals.domain.parties import Side
from goals.domain.refusals import SmartFailure
from goals.domain.states import State

GRACE_DAYS = 7


@dataclass(frozen=True, slots=True)
class Owned:
    """Something open that belongs to a side: a question it asked, a duty or action it owes."""

    id: str
    side: Side


@dataclass(frozen=True, slots=True)
class Situation:
    """The facts of one commission now; ``state`` None means that it does not exist yet.

    ``revision`` is the number of the revision on the table: the pending amendment if there is
    one, else the current revision. ``smart_failures``, ``accepted_by`` and ``playback`` are of
    that revision. ``must_criteria`` and ``criteria`` are ids of the current revision;
    ``criterion_texts`` says what people call them.
    """

    state: State | None
    initiator: Side
    today: date
    revision: int = 1
    missing_answers: tuple[QuestionField, ...] = ()
    open_questions: tuple[Owned, ...] = ()
    playback: PlaybackStatus | None = None
    smart_failures: tuple[SmartFailure, ...] = ()
    accepted_by: frozenset[Side] = frozenset()
    amendment_pending: bool = False
    criteria: frozenset[str] = frozenset()
    must_criteria: tuple[str, ...] = ()
    criterion_texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    deadline: date | None = None
    grace_days: int = GRACE_DAYS
    unacknowledged_check_ins: tuple[str, ...] = ()
    check_in_due: bool = False
    open_blockers: tuple[str, ...] = ()
    open_duties: tuple[Owned, ...] = ()
    open_actions: tuple[Owned, ...] = ()
    assessed_by: frozenset[Side] = frozenset()
    expires_on: date | None = None
    lapses_on: date | None = None
    assessment_closes_on: date | None = None
    self_commission: bool = False

    @property
    def evaluable_from(self) -> date | None:
        """The first day on which an undelivered commission may be closed for evaluation."""
        if self.deadline is None:
            return None
        return self.deadline + timedelta(days=self.grace_days + 1)

    @property
    def is_overdue(self) -> bool:
        """Whether it is agreed, undelivered and past its deadline."""
        late = self.deadline is not None and self.today > self.deadline
        return self.state is State.AGREED and late


@dataclass(frozen=True, slots=True)
class Request:
    """What an act brings with it, as far as a guard looks at it; texts are already trimmed.

    ``expected_revision`` None means that the act does not name a revision. ``judgements`` says
    per criterion whether it is met. ``subject`` is the id of the question, check-in, blocker,
    duty or action meant; None takes any that fits.
    """

    expected_revision: int | None = None
    reason: str | None = None
    alternative: str | None = None
    no_alternative: bool = False
    correction: str | None = None
    cause: str | None = None
    confidence: int | None = None
    note: str | None = None
    override_reason: str | None = None
    factors: tuple[str, ...] = ()
    claims: frozenset[str] = frozenset()
    decision: ReviewDecision | None = None
    judgements: Mapping[str, bool] = field(default_factory=lambda: MappingProxyType({}))
    comment: str | None = None
    subject: str | None = None


NOTHING = Request()
