"""Decide: may this side do this act now, and what becomes of the commission?

``decide`` is the one door to the lifecycle. It refuses with a typed error that says what is
possible instead, or returns what follows. It changes nothing: goals.services writes what it says.
``allowed_acts`` and ``expected_of`` are the same knowledge, asked the other way round.
"""

from dataclasses import dataclass

from goals.domain.acts import Act, Expectation
from goals.domain.clarifying import PlaybackStatus
from goals.domain.error_base import GoalsError
from goals.domain.guards import BOTH, REQUEST_GUARDS, SITUATION_GUARDS, smart_gate
from goals.domain.issues import Issues
from goals.domain.lifecycle import TRANSITIONS, Guard, Transition, Who, transition
from goals.domain.parties import Actor, Machine, Side
from goals.domain.refusals import (
    Forbidden,
    NothingThere,
    NotYourTurn,
    StaleRevision,
    WrongState,
)
from goals.domain.situation import NOTHING, Request, Situation
from goals.domain.states import State
from goals.domain.words import Word


class Effect(Word):
    """What follows from an act besides the new state and the event."""

    NEW_REVISION = "NEW_REVISION", "A new revision becomes the one on the table."
    SIGNATURES_STALE = "SIGNATURES_STALE", "Signatures of the revision before no longer count."
    SIGNED = "SIGNED", "This side's signature of the revision on the table is recorded."
    AGREED = "AGREED", "Both signed: the deadline first agreed is set for ever."
    AMENDMENT_PROPOSED = "AMENDMENT_PROPOSED", "The new revision waits for both signatures."
    AMENDMENT_IN_FORCE = "AMENDMENT_IN_FORCE", "The pending revision becomes the current one."
    AMENDMENT_DROPPED = "AMENDMENT_DROPPED", "The pending revision is dropped."
    LAPSED = "LAPSED", "Counted as lapsed, never as satisfaction."
    UNDELIVERED = "UNDELIVERED", "Goes to evaluation without ever having been delivered."
    ENDED = "ENDED", "Ended by this side; reason and factors are kept."
    UNSEALED = "UNSEALED", "Both assessments may be read by both sides from now on."
    EVALUATED = "EVALUATED", "Outcome and timeliness are derived and stored."


@dataclass(frozen=True, slots=True)
class Decision:
    """What follows from an allowed act."""

    act: Act
    new_state: State
    event_kind: str
    effects: frozenset[Effect] = frozenset()
    self_commission: bool = False


def decide(
    act: Act, by: Actor | None, situation: Situation, request: Request = NOTHING
) -> Decision:
    """Decide about one act of one side, or of a machine; ``by`` None is on neither side.

    Raises Forbidden, WrongState, NotYourTurn, StaleRevision, GuardFailed, ValidationFailed or
    SmartGateClosed, in this order of precedence.
    """
    row = _possible(act, by, situation)
    assert by is not None  # noqa: S101 - _possible refuses None
    if request.expected_revision is not None and request.expected_revision != situation.revision:
        raise StaleRevision(request.expected_revision, situation.revision)
    _check_subject(act, by, situation, request)
    issues = Issues()
    for guard in row.guards:
        if guard in REQUEST_GUARDS:
            REQUEST_GUARDS[guard](act, by, situation, request, issues)
    issues.check()
    if Guard.SMART_GATE in row.guards:
        smart_gate(situation, request)
    return _decision(row, by, situation)


def allowed_acts(situation: Situation, by: Actor | None) -> tuple[Act, ...]:
    """The acts that this side could do now, given the right input, in the order of ``Act``."""
    return tuple(act for act in _IN_STATE[situation.state] if _is_possible(act, by, situation))


def acting_side(
    act: Act, sides: frozenset[Side], situation: Situation, request: Request = NOTHING
) -> Side | None:
    """The side for which somebody acts who may stand on both: the one that may do it now.

    None when the person is on neither side. Where no side may, any own side is returned, so that
    the refusal says why. Hand in the request where it names a question or a duty: they have owners.
    """
    mine = [side for side in Side if side in sides]
    able = [side for side in mine if _is_possible(act, side, situation, request)]
    return next(iter(able or mine), None)


def expected_of(situation: Situation, side: Side) -> tuple[Expectation, ...]:
    """What this side owes the other now; empty when it is up to the other side, or to nobody."""
    clarifying, agreed = situation.state is State.CLARIFYING, situation.state is State.AGREED
    supplier, customer = side is Side.SUPPLIER, side is Side.CUSTOMER
    owed = {
        Expectation.ANSWER: _is_possible(Act.ANSWER, side, situation),
        Expectation.CONFIRM_PLAYBACK: _is_possible(Act.CONFIRM_PLAYBACK, side, situation),
        Expectation.PLAY_BACK: (
            clarifying and supplier and situation.playback is PlaybackStatus.CORRECTED
        ),
        Expectation.SIGN: _is_possible(Act.ACCEPT, side, situation),
        Expectation.ACKNOWLEDGE: _is_possible(Act.ACKNOWLEDGE, side, situation),
        Expectation.CHECK_IN: agreed and supplier and situation.check_in_due,
        Expectation.FULFIL_DUTY: _is_possible(Act.FULFIL_DUTY, side, situation),
        Expectation.DELIVER: supplier and situation.is_overdue,
        Expectation.REVIEW: customer and situation.state is State.DELIVERED,
        Expectation.ASSESS: _is_possible(Act.ASSESS, side, situation),
        Expectation.COMPLETE_ACTION: (
            situation.state in {State.EVALUATING, State.CLOSED}
            and any(action.side is side for action in situation.open_actions)
        ),
    }
    return tuple(expectation for expectation, is_owed in owed.items() if is_owed)


def may(who: Who, by: Actor, initiator: Side) -> bool:
    """Whether this actor is among those that a row of the lifecycle names."""
    match who:
        case Who.EITHER:
            return isinstance(by, Side)
        case Who.INITIATOR:
            return by is initiator
        case _:
            return who.value == by.value


def _is_possible(
    act: Act, by: Actor | None, situation: Situation, request: Request = NOTHING
) -> bool:
    if transition(situation.state, act) is None:
        return False
    try:
        _possible(act, by, situation)
        _check_subject(act, by, situation, request)
    except GoalsError:
        return False
    return True


def _possible(act: Act, by: Actor | None, situation: Situation) -> Transition:
    """The row that allows this act now, whatever input may come; else raise why not."""
    if by is None or not _ever(act, by):
        raise Forbidden(act, _WHO_EVER[act])
    row = transition(situation.state, act)
    if row is None:
        raise WrongState(act, situation.state, allowed_acts(situation, by))
    if not any(may(who, by, situation.initiator) for who in row.who):
        raise NotYourTurn(act, Side(by).other)  # machines were sent away above
    for guard in row.guards:
        if guard in SITUATION_GUARDS:
            SITUATION_GUARDS[guard](act, by, situation)
    return row


def _who_ever(act: Act) -> tuple[Who, ...]:
    found = (who for row in TRANSITIONS if row.act is act for who in row.who)
    return tuple(dict.fromkeys(found))


def _ever(act: Act, by: Actor) -> bool:
    """Whether this act is for people at all, or for this machine."""
    machines = {Who.CLOCK, Who.INTEGRATION}
    who = _WHO_EVER[act]
    if isinstance(by, Machine):
        return Who(by.value) in who
    return not set(who) <= machines


_WHO_EVER = {act: _who_ever(act) for act in Act}
_IN_STATE = {state: tuple(act for act in Act if transition(state, act)) for state in (None, *State)}


def _check_subject(act: Act, by: Actor | None, situation: Situation, request: Request) -> None:
    """Refuse an act upon something that is not open, or is not this side's to act upon."""
    if request.subject is None:
        return
    open_things: dict[Act, tuple[str, ...]] = {
        Act.ANSWER: tuple(q.id for q in situation.open_questions),
        Act.WITHDRAW_QUESTION: tuple(q.id for q in situation.open_questions),
        Act.ACKNOWLEDGE: situation.unacknowledged_check_ins,
        Act.CLOSE_BLOCKER: situation.open_blockers,
        Act.FULFIL_DUTY: tuple(duty.id for duty in situation.open_duties),
        Act.COMPLETE_ACTION: tuple(action.id for action in situation.open_actions),
    }
    if act in open_things and request.subject not in open_things[act]:
        raise NothingThere(act)
    owners = {thing.id: thing.side for thing in situation.open_questions + situation.open_duties}
    owner = owners.get(request.subject)
    if owner is None or not isinstance(by, Side):
        return
    if act is Act.ANSWER and owner is by:
        raise NotYourTurn(act, by.other)
    if act in {Act.WITHDRAW_QUESTION, Act.FULFIL_DUTY} and owner is not by:
        raise NotYourTurn(act, owner)


def _decision(row: Transition, by: Actor, situation: Situation) -> Decision:
    target, effects = row.targets[0], set(_EFFECTS.get((row.source, row.act), ()))
    if row.act is Act.ACCEPT and situation.accepted_by | {by} == BOTH:
        target = row.targets[-1]
        agreed = row.source is State.CLARIFYING
        effects.add(Effect.AGREED if agreed else Effect.AMENDMENT_IN_FORCE)
    if row.act is Act.ASSESS and situation.assessed_by | {by} == BOTH:
        target = row.targets[-1]
        effects |= {Effect.UNSEALED, Effect.EVALUATED}
    if situation.amendment_pending and row.source is State.AGREED and target is not State.AGREED:
        effects.add(Effect.AMENDMENT_DROPPED)
    return Decision(
        act=row.act,
        new_state=target,
        event_kind=row.act.event_kind,
        effects=frozenset(effects),
        self_commission=situation.self_commission,
    )


_EFFECTS: dict[tuple[State | None, Act], tuple[Effect, ...]] = {
    (None, Act.DRAFT): (Effect.NEW_REVISION,),
    (State.DRAFT, Act.REVISE): (Effect.NEW_REVISION,),
    (State.CLARIFYING, Act.REVISE): (Effect.NEW_REVISION, Effect.SIGNATURES_STALE),
    (State.CLARIFYING, Act.ACCEPT): (Effect.SIGNED,),
    (State.CLARIFYING, Act.DECLINE): (Effect.SIGNED,),
    (State.AGREED, Act.ACCEPT): (Effect.SIGNED,),
    (State.AGREED, Act.DECLINE): (Effect.SIGNED, Effect.AMENDMENT_DROPPED),
    (State.AGREED, Act.AMEND): (Effect.AMENDMENT_PROPOSED,),
    (State.AGREED, Act.CANCEL): (Effect.ENDED,),
    (State.AGREED, Act.REVOKE): (Effect.ENDED,),
    (State.DELIVERED, Act.CANCEL): (Effect.ENDED,),
    (State.DELIVERED, Act.REVOKE): (Effect.ENDED,),
    (State.DELIVERED, Act.LAPSE): (Effect.LAPSED,),
    (State.AGREED, Act.CLOSE_FOR_EVALUATION): (Effect.UNDELIVERED,),
    (State.EVALUATING, Act.CLOSE): (Effect.UNSEALED, Effect.EVALUATED),
}
