"""The lifecycle: ``TRANSITIONS`` says which act may follow in which state; nothing else decides it.

It is the table of states of the domain as data. Additions beyond that table, each on purpose:

- revise in DRAFT by the initiator, since a draft with missing answers must be completable;
- withdraw_question in CLARIFYING, guarded so that only the side that asked may;
- override_attainment in AGREED by the supplier, beside measure: it corrects what the measured
  values say. The customer's own view has its places in the review and the assessment;
- fulfil_duty in AGREED by the side that owes the duty;
- accept and decline in AGREED apply to a pending amendment; the state stays AGREED, and a
  declined amendment is dropped. Leaving AGREED drops a pending amendment, too, so that nobody
  can hold up a delivery by proposing a change;
- record_lesson, plan_action and complete_action in EVALUATING and CLOSED by either side;
- review_benefit in EVALUATING and CLOSED by the customer, as often as there is news: whose the
  benefit is, that side says whether it came.

Guards are named here and written in ``guards``; ``decide`` puts both together.
"""

from dataclasses import dataclass

from goals.domain.acts import Act
from goals.domain.states import State
from goals.domain.words import Word


class Who(Word):
    """Who may do an act in a state."""

    CUSTOMER = "CUSTOMER", "The customer's side."
    SUPPLIER = "SUPPLIER", "The supplier's side."
    INITIATOR = "INITIATOR", "The side that drafted the commission."
    EITHER = "EITHER", "Each of the two sides."
    CLOCK = "CLOCK", "Time, after reminders."
    INTEGRATION = "INTEGRATION", "A connected system."
    SELF = "SELF", "The person whom it is about."


class Guard(Word):
    """A condition on an act, by name."""

    FIVE_ANSWERS = "FIVE_ANSWERS", "The five questions have an answer."
    QUESTION_OF_OTHER = "QUESTION_OF_OTHER", "The other side has an open question."
    QUESTION_OF_OWN = "QUESTION_OF_OWN", "The own side has an open question."
    NO_PLAYBACK_PENDING = "NO_PLAYBACK_PENDING", "No playback waits for the customer."
    PLAYBACK_PENDING = "PLAYBACK_PENDING", "A playback waits for the customer."
    SIGNABLE = "SIGNABLE", "A revision is on the table that this side has not signed."
    NO_OPEN_QUESTION = "NO_OPEN_QUESTION", "All questions are answered or withdrawn."
    PLAYBACK_CONFIRMED = "PLAYBACK_CONFIRMED", "Played back and confirmed, or noted on acceptance."
    SMART_GATE = "SMART_GATE", "No FAIL in S, M, R or T, or an override with a reason."
    CONFIDENCE = "CONFIDENCE", "A confidence between 0 and 100 per cent is given."
    REASON = "REASON", "A reason is given."
    ALTERNATIVE = "ALTERNATIVE", "An alternative is given, or that none is possible."
    CORRECTION = "CORRECTION", "It is said what was understood wrongly."
    CAUSE = "CAUSE", "The cause of the change is given."
    FACTOR = "FACTOR", "At least one factor is named."
    NO_AMENDMENT_PENDING = "NO_AMENDMENT_PENDING", "No other amendment waits for signatures."
    AMENDMENT_PENDING = "AMENDMENT_PENDING", "A proposed change waits for signatures."
    UNACKNOWLEDGED = "UNACKNOWLEDGED", "A check-in waits to be acknowledged."
    BLOCKER_OPEN = "BLOCKER_OPEN", "A blocker is open."
    OWN_DUTY_OPEN = "OWN_DUTY_OPEN", "The own side owes something."
    MUST_CLAIMS = "MUST_CLAIMS", "There is a claim for every MUST criterion."
    MUST_JUDGED = "MUST_JUDGED", "Every MUST is judged; none unmet unless with reservations."
    UNMET_NAMED = "UNMET_NAMED", "The unmet criteria are named."
    EXPIRY_REACHED = "EXPIRY_REACHED", "The time for clarification is over."
    REVIEW_WINDOW_OVER = "REVIEW_WINDOW_OVER", "The time for the review is over."
    PAST_GRACE = "PAST_GRACE", "The deadline and the days of grace have passed."
    NOT_ASSESSED = "NOT_ASSESSED", "The own side has not assessed yet."
    ASSESSMENT_OVER = "ASSESSMENT_OVER", "Both assessments are in, or their window is over."
    ACTION_OPEN = "ACTION_OPEN", "A planned action is open."


@dataclass(frozen=True, slots=True)
class Transition:
    """One row of the table; ``source`` None means: before the commission exists.

    ``targets`` has one state, or two where the second is reached once both sides have acted.
    """

    source: State | None
    act: Act
    who: tuple[Who, ...]
    targets: tuple[State, ...]
    guards: tuple[Guard, ...] = ()


_ACCEPT = (Guard.SIGNABLE, Guard.NO_OPEN_QUESTION, Guard.PLAYBACK_CONFIRMED, Guard.CONFIDENCE)
_END = (Guard.REASON, Guard.FACTOR)
_CUSTOMER, _SUPPLIER, _EITHER = (Who.CUSTOMER,), (Who.SUPPLIER,), (Who.EITHER,)
_INITIATOR, _CLOCK = (Who.INITIATOR,), (Who.CLOCK,)
_C, _A, _D, _E = State.CLARIFYING, State.AGREED, State.DELIVERED, State.EVALUATING

TRANSITIONS: tuple[Transition, ...] = (
    Transition(None, Act.DRAFT, _EITHER, (State.DRAFT,)),
    Transition(State.DRAFT, Act.REVISE, _INITIATOR, (State.DRAFT,)),
    Transition(State.DRAFT, Act.PROPOSE, _INITIATOR, (_C,), (Guard.FIVE_ANSWERS,)),
    Transition(_C, Act.ASK, _EITHER, (_C,)),
    Transition(_C, Act.ANSWER, _EITHER, (_C,), (Guard.QUESTION_OF_OTHER,)),
    Transition(_C, Act.WITHDRAW_QUESTION, _EITHER, (_C,), (Guard.QUESTION_OF_OWN,)),
    Transition(_C, Act.PLAY_BACK, _SUPPLIER, (_C,), (Guard.NO_PLAYBACK_PENDING,)),
    Transition(_C, Act.CONFIRM_PLAYBACK, _CUSTOMER, (_C,), (Guard.PLAYBACK_PENDING,)),
    Transition(
        _C, Act.CORRECT_PLAYBACK, _CUSTOMER, (_C,), (Guard.PLAYBACK_PENDING, Guard.CORRECTION)
    ),
    Transition(_C, Act.REVISE, _EITHER, (_C,)),
    Transition(_C, Act.ACCEPT, _EITHER, (_C, _A), (*_ACCEPT, Guard.SMART_GATE)),
    Transition(_C, Act.DECLINE, _SUPPLIER, (State.DECLINED,), (Guard.REASON, Guard.ALTERNATIVE)),
    Transition(_C, Act.WITHDRAW, _INITIATOR, (State.WITHDRAWN,), (Guard.REASON,)),
    Transition(_C, Act.EXPIRE, _CLOCK, (State.EXPIRED,), (Guard.EXPIRY_REACHED, Guard.REASON)),
    Transition(_A, Act.CHECK_IN, _SUPPLIER, (_A,)),
    Transition(_A, Act.MEASURE, (Who.SUPPLIER, Who.INTEGRATION), (_A,)),
    Transition(_A, Act.OVERRIDE_ATTAINMENT, _SUPPLIER, (_A,), (Guard.REASON,)),
    Transition(_A, Act.RAISE_BLOCKER, _SUPPLIER, (_A,)),
    Transition(_A, Act.CLOSE_BLOCKER, _SUPPLIER, (_A,), (Guard.BLOCKER_OPEN,)),
    Transition(_A, Act.ACKNOWLEDGE, _CUSTOMER, (_A,), (Guard.UNACKNOWLEDGED,)),
    Transition(_A, Act.FULFIL_DUTY, _EITHER, (_A,), (Guard.OWN_DUTY_OPEN,)),
    Transition(_A, Act.AMEND, _EITHER, (_A,), (Guard.NO_AMENDMENT_PENDING, Guard.CAUSE)),
    Transition(
        _A, Act.ACCEPT, _EITHER, (_A,), (Guard.SIGNABLE, Guard.CONFIDENCE, Guard.SMART_GATE)
    ),
    Transition(
        _A, Act.DECLINE, _EITHER, (_A,), (Guard.AMENDMENT_PENDING, Guard.REASON, Guard.ALTERNATIVE)
    ),
    Transition(_A, Act.DELIVER, _SUPPLIER, (_D,), (Guard.MUST_CLAIMS,)),
    Transition(_D, Act.REVIEW_REJECT, _CUSTOMER, (_A,), (Guard.UNMET_NAMED,)),
    Transition(_D, Act.REVIEW_ACCEPT, _CUSTOMER, (_E,), (Guard.MUST_JUDGED,)),
    Transition(_D, Act.LAPSE, _CLOCK, (_E,), (Guard.REVIEW_WINDOW_OVER,)),
    Transition(_A, Act.CANCEL, _CUSTOMER, (State.CANCELLED,), _END),
    Transition(_D, Act.CANCEL, _CUSTOMER, (State.CANCELLED,), _END),
    Transition(_A, Act.REVOKE, _SUPPLIER, (State.CANCELLED,), _END),
    Transition(_D, Act.REVOKE, _SUPPLIER, (State.CANCELLED,), _END),
    Transition(_A, Act.CLOSE_FOR_EVALUATION, _EITHER, (_E,), (Guard.PAST_GRACE,)),
    Transition(_E, Act.ASSESS, _EITHER, (_E, State.CLOSED), (Guard.NOT_ASSESSED,)),
    Transition(_E, Act.CLOSE, _CLOCK, (State.CLOSED,), (Guard.ASSESSMENT_OVER,)),
    Transition(_E, Act.RECORD_LESSON, _EITHER, (_E,)),
    Transition(_E, Act.PLAN_ACTION, _EITHER, (_E,)),
    Transition(_E, Act.COMPLETE_ACTION, _EITHER, (_E,), (Guard.ACTION_OPEN,)),
    Transition(_E, Act.REVIEW_BENEFIT, _CUSTOMER, (_E,)),
    Transition(State.CLOSED, Act.RECORD_LESSON, _EITHER, (State.CLOSED,)),
    Transition(State.CLOSED, Act.PLAN_ACTION, _EITHER, (State.CLOSED,)),
    Transition(State.CLOSED, Act.COMPLETE_ACTION, _EITHER, (State.CLOSED,), (Guard.ACTION_OPEN,)),
    Transition(State.CLOSED, Act.REVIEW_BENEFIT, _CUSTOMER, (State.CLOSED,)),
)

_BY_STATE_AND_ACT = {(row.source, row.act): row for row in TRANSITIONS}


def transition(state: State | None, act: Act) -> Transition | None:
    """The row for this act in this state, or None when the act cannot follow here."""
    return _BY_STATE_AND_ACT.get((state, act))
