"""Situations and requests for the tests of the domain: made so that one act can be done."""

from datetime import date

import pytest

from goals.domain.enums import Act, PlaybackStatus, ReviewDecision, Side, State
from goals.domain.situation import Owned, Request, Situation

TODAY = date(2026, 11, 21)
DEADLINE = date(2026, 11, 1)


def favourable(state: State | None, act: Act, initiator: Side = Side.CUSTOMER) -> Situation:
    """A situation in which nothing but state and side can stand in the way of the act."""
    both = tuple(Owned(f"of-{side.lower()}", side) for side in Side)
    clarifying = state is State.CLARIFYING
    asking = act in {Act.ANSWER, Act.WITHDRAW_QUESTION}
    about_playback = act in {Act.CONFIRM_PLAYBACK, Act.CORRECT_PLAYBACK}
    return Situation(
        state=state,
        initiator=initiator,
        today=TODAY,
        revision=3,
        open_questions=both if clarifying and asking else (),
        playback=PlaybackStatus.PENDING if about_playback else None,
        amendment_pending=state is State.AGREED and act in {Act.ACCEPT, Act.DECLINE},
        criteria=frozenset({"must-1", "must-2", "wish-1"}),
        must_criteria=("must-1", "must-2"),
        deadline=DEADLINE,
        unacknowledged_check_ins=("check-in-1",),
        open_blockers=("blocker-1",),
        open_duties=both,
        open_actions=both,
        expires_on=TODAY,
        lapses_on=TODAY,
        assessment_closes_on=TODAY,
    )


def complete(act: Act) -> Request:
    """A request that brings everything the act can ask for."""
    return Request(
        expected_revision=3,
        reason="The budget was cut.",
        alternative="Ask team Nord.",
        correction="It is about quotes, not invoices.",
        cause="The law changed.",
        confidence=80,
        note="I understood: quotes leave within a day.",
        factors=("budget",),
        claims=frozenset({"must-1", "must-2"}),
        decision=ReviewDecision.ACCEPTED,
        judgements={"must-1": True, "must-2": act is not Act.REVIEW_REJECT},
        comment="Thank you.",
    )


@pytest.fixture(name="favourable")
def _favourable():
    return favourable


@pytest.fixture(name="complete")
def _complete():
    return complete
