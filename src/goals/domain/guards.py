"""Guards: the conditions that ``lifecycle`` names, written out.

Two kinds. A *situation guard* looks at the commission and raises at once: the act is not possible
now, whatever is sent. A *request guard* looks at what was sent and collects issues, so that a
form learns all its faults at once. The SMART gate is closed or open after both.
"""

from collections.abc import Callable, Iterable
from datetime import date
from textwrap import shorten

from goals.domain.acts import Act
from goals.domain.clarifying import Dimension, PlaybackStatus
from goals.domain.evaluating import ReviewDecision
from goals.domain.issues import Issues
from goals.domain.lifecycle import Guard
from goals.domain.parties import Actor, Side
from goals.domain.refusals import (
    AmendmentPending,
    NothingThere,
    NotYourTurn,
    OpenQuestions,
    PlaybackUnconfirmed,
    SmartGateClosed,
    TooEarly,
)
from goals.domain.situation import Owned, Request, Situation
from goals.domain.states import State

SituationGuard = Callable[[Act, Actor, Situation], None]
RequestGuard = Callable[[Act, Actor, Situation, Request, Issues], None]

BOTH = frozenset(Side)


def _five_answers(_act: Act, _by: Actor, situation: Situation) -> None:
    issues = Issues()
    for question in situation.missing_answers:
        issues.add("ANSWER_MISSING", (_camel(question.value),))
    issues.check()


def _camel(name: str) -> str:
    first, *rest = name.lower().split("_")
    return first + "".join(word.capitalize() for word in rest)


def _question_of_other(act: Act, by: Actor, situation: Situation) -> None:
    _need_open(act, Side(by).other, Side(by), situation.open_questions)


def _question_of_own(act: Act, by: Actor, situation: Situation) -> None:
    _need_open(act, Side(by), Side(by), situation.open_questions)


def _own_duty_open(act: Act, by: Actor, situation: Situation) -> None:
    _need_open(act, Side(by), Side(by), situation.open_duties)


def _need_open(act: Act, owner: Side, by: Side, things: Iterable[Owned]) -> None:
    """Raise unless one of the open things belongs to ``owner``."""
    owners = {thing.side for thing in things}
    if not owners:
        raise NothingThere(act)
    if owner not in owners:
        raise NotYourTurn(act, by.other)


def _no_playback_pending(act: Act, _by: Actor, situation: Situation) -> None:
    if situation.playback is PlaybackStatus.PENDING:
        raise NotYourTurn(act, Side.CUSTOMER)


def _playback_pending(act: Act, _by: Actor, situation: Situation) -> None:
    if situation.playback is not PlaybackStatus.PENDING:
        raise NothingThere(act)


def _signable(act: Act, by: Actor, situation: Situation) -> None:
    if situation.state is State.AGREED and not situation.amendment_pending:
        raise NothingThere(act)
    if by in situation.accepted_by:
        raise NotYourTurn(act, Side(by).other)


def _no_open_question(_act: Act, _by: Actor, situation: Situation) -> None:
    if situation.open_questions:
        raise OpenQuestions(tuple(question.id for question in situation.open_questions))


def _playback_confirmed(_act: Act, _by: Actor, situation: Situation) -> None:
    if situation.playback in {PlaybackStatus.PENDING, PlaybackStatus.CORRECTED}:
        raise PlaybackUnconfirmed


def _no_amendment_pending(_act: Act, _by: Actor, situation: Situation) -> None:
    if situation.amendment_pending:
        raise AmendmentPending


def _amendment_pending(act: Act, _by: Actor, situation: Situation) -> None:
    if not situation.amendment_pending:
        raise NothingThere(act)


def _unacknowledged(act: Act, _by: Actor, situation: Situation) -> None:
    if not situation.unacknowledged_check_ins:
        raise NothingThere(act)


def _blocker_open(act: Act, _by: Actor, situation: Situation) -> None:
    if not situation.open_blockers:
        raise NothingThere(act)


def _action_open(act: Act, _by: Actor, situation: Situation) -> None:
    if not situation.open_actions:
        raise NothingThere(act)


def _not_before(act: Act, day: date | None, today: date) -> None:
    if day is None or today < day:
        raise TooEarly(act, day)


def _expiry_reached(act: Act, _by: Actor, situation: Situation) -> None:
    _not_before(act, situation.expires_on, situation.today)


def _review_window_over(act: Act, _by: Actor, situation: Situation) -> None:
    _not_before(act, situation.lapses_on, situation.today)


def _past_grace(act: Act, _by: Actor, situation: Situation) -> None:
    _not_before(act, situation.evaluable_from, situation.today)


def _not_assessed(act: Act, by: Actor, situation: Situation) -> None:
    if by in situation.assessed_by:
        raise NotYourTurn(act, Side(by).other)


def _assessment_over(act: Act, _by: Actor, situation: Situation) -> None:
    if situation.assessed_by != BOTH:
        _not_before(act, situation.assessment_closes_on, situation.today)


SITUATION_GUARDS: dict[Guard, SituationGuard] = {
    Guard.FIVE_ANSWERS: _five_answers,
    Guard.QUESTION_OF_OTHER: _question_of_other,
    Guard.QUESTION_OF_OWN: _question_of_own,
    Guard.OWN_DUTY_OPEN: _own_duty_open,
    Guard.NO_PLAYBACK_PENDING: _no_playback_pending,
    Guard.PLAYBACK_PENDING: _playback_pending,
    Guard.SIGNABLE: _signable,
    Guard.NO_OPEN_QUESTION: _no_open_question,
    Guard.PLAYBACK_CONFIRMED: _playback_confirmed,
    Guard.NO_AMENDMENT_PENDING: _no_amendment_pending,
    Guard.AMENDMENT_PENDING: _amendment_pending,
    Guard.UNACKNOWLEDGED: _unacknowledged,
    Guard.BLOCKER_OPEN: _blocker_open,
    Guard.ACTION_OPEN: _action_open,
    Guard.EXPIRY_REACHED: _expiry_reached,
    Guard.REVIEW_WINDOW_OVER: _review_window_over,
    Guard.PAST_GRACE: _past_grace,
    Guard.NOT_ASSESSED: _not_assessed,
    Guard.ASSESSMENT_OVER: _assessment_over,
}


def _reason(_act: Act, _by: Actor, _now: Situation, request: Request, issues: Issues) -> None:
    if not request.reason:
        issues.add("REASON_MISSING", ("reason",))


def _alternative(_act: Act, _by: Actor, _now: Situation, request: Request, issues: Issues) -> None:
    if request.alternative and request.no_alternative:
        issues.add("ALTERNATIVE_CONTRADICTS", ("alternative",))
    elif not request.alternative and not request.no_alternative:
        issues.add("ALTERNATIVE_MISSING", ("alternative",))


def _correction(_act: Act, _by: Actor, _now: Situation, request: Request, issues: Issues) -> None:
    if not request.correction:
        issues.add("CORRECTION_MISSING", ("correction",))


def _cause(_act: Act, _by: Actor, _now: Situation, request: Request, issues: Issues) -> None:
    if not request.cause:
        issues.add("CAUSE_MISSING", ("cause",))


def _confidence(_act: Act, _by: Actor, _now: Situation, request: Request, issues: Issues) -> None:
    if request.confidence is None:
        issues.add("CONFIDENCE_MISSING", ("confidence",))
    elif not 0 <= request.confidence <= 100:
        given = request.confidence
        issues.add("OUT_OF_RANGE", ("confidence",), actual=given, low=0, high=100)


def _note_instead_of_playback(
    _act: Act, by: Actor, now: Situation, request: Request, issues: Issues
) -> None:
    if by is Side.SUPPLIER and now.playback is None and not request.note:
        issues.add("NOTE_INSTEAD_OF_PLAYBACK", ("note",))


def _factor(_act: Act, _by: Actor, _now: Situation, request: Request, issues: Issues) -> None:
    if not request.factors:
        issues.add("FACTOR_MISSING", ("factors",))


def _must_claims(_act: Act, _by: Actor, now: Situation, request: Request, issues: Issues) -> None:
    for criterion in now.must_criteria:
        if criterion not in request.claims:
            issues.add("CLAIM_MISSING", ("claims",), criterion=_named(criterion, now))
    _only_known(request.claims, "claims", now, issues)


def _must_judged(_act: Act, _by: Actor, now: Situation, request: Request, issues: Issues) -> None:
    if request.decision not in _ACCEPTING:
        choices = ", ".join(_ACCEPTING)
        issues.add("NOT_A_CHOICE", ("decision",), choices=choices)
    unmet = [key for key, met in request.judgements.items() if not met]
    for criterion in now.must_criteria:
        if criterion not in request.judgements:
            issues.add("JUDGEMENT_MISSING", ("judgements",), criterion=_named(criterion, now))
        elif criterion in unmet and request.decision is ReviewDecision.ACCEPTED:
            issues.add("UNMET_MUST", ("decision",), criterion=_named(criterion, now))
    with_reservations = request.decision is ReviewDecision.ACCEPTED_WITH_RESERVATIONS
    if with_reservations and not unmet and not request.comment:
        issues.add("RESERVATION_MISSING", ("comment",))
    _only_known(request.judgements, "judgements", now, issues)


_ACCEPTING = (ReviewDecision.ACCEPTED, ReviewDecision.ACCEPTED_WITH_RESERVATIONS)


def _unmet_named(_act: Act, _by: Actor, now: Situation, request: Request, issues: Issues) -> None:
    if all(request.judgements.values()):
        issues.add("UNMET_MISSING", ("judgements",))
    _only_known(request.judgements, "judgements", now, issues)


def _named(criterion: str, now: Situation) -> str:
    """What people call a criterion: its text, cut short; the id where no text is known."""
    text = now.criterion_texts.get(criterion)
    return criterion if text is None else f'"{shorten(text, 60, placeholder="…")}"'


def _only_known(given: Iterable[str], path: str, now: Situation, issues: Issues) -> None:
    for criterion in sorted(set(given) - now.criteria - set(now.must_criteria)):
        issues.add("UNKNOWN_CRITERION", (path,), criterion=criterion)


REQUEST_GUARDS: dict[Guard, RequestGuard] = {
    Guard.REASON: _reason,
    Guard.ALTERNATIVE: _alternative,
    Guard.CORRECTION: _correction,
    Guard.CAUSE: _cause,
    Guard.CONFIDENCE: _confidence,
    Guard.PLAYBACK_CONFIRMED: _note_instead_of_playback,
    Guard.FACTOR: _factor,
    Guard.MUST_CLAIMS: _must_claims,
    Guard.MUST_JUDGED: _must_judged,
    Guard.UNMET_NAMED: _unmet_named,
}


def smart_gate(situation: Situation, request: Request) -> None:
    """Raise ``SmartGateClosed`` on a FAIL in S, M, R or T without an override reason.

    A (accepted) never closes the gate: it is what the signatures themselves are about to settle.
    """
    failures = tuple(
        failure
        for failure in situation.smart_failures
        if failure.dimension is not Dimension.ACCEPTED
    )
    if failures and not request.override_reason:
        raise SmartGateClosed(failures)
