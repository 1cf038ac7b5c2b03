"""Commissions walked at random: whatever the two sides do, the rules of the trade hold.

The machine keeps its own small record of what happened, applies what ``decide`` says, and checks
after every step what must always be true.
"""

import itertools
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from goals.domain.decide import Effect, allowed_acts, decide, expected_of
from goals.domain.enums import Act, Machine, PlaybackStatus, ReviewDecision, Side, State
from goals.domain.errors import GoalsError, NotYourTurn, ValidationFailed, WrongState
from goals.domain.situation import Owned, Request, Situation

MUSTS = ("must-1", "must-2")
ACTORS = [*Side, *Machine]
DEADLINE = date(2026, 6, 30)
ORDER = [State.DRAFT, State.CLARIFYING, State.AGREED, State.DELIVERED, State.EVALUATING]

ENDING = {Act.WITHDRAW, Act.DECLINE, Act.EXPIRE, Act.CANCEL, Act.REVOKE}
FORWARD = [
    Act.PROPOSE,
    Act.ANSWER,
    Act.CONFIRM_PLAYBACK,
    Act.ACCEPT,
    Act.PLAY_BACK,
    Act.DELIVER,
    Act.REVIEW_ACCEPT,
    Act.ASSESS,
]


def complete(act: Act) -> Request:
    return Request(
        reason="r",
        no_alternative=True,
        correction="c",
        cause="c",
        confidence=50,
        note="n",
        override_reason="o",
        factors=("time",),
        claims=frozenset(MUSTS),
        decision=ReviewDecision.ACCEPTED,
        judgements=dict.fromkeys(MUSTS, act is not Act.REVIEW_REJECT),
    )


def refusal_of(act, by, situation, request):
    try:
        decide(act, by, situation, request)
    except GoalsError as refusal:
        return refusal
    return None


class Walk(RuleBasedStateMachine):
    """One commission, its two sides, the clock and an integration."""

    @initialize(initiator=st.sampled_from(Side))
    def draft(self, initiator):
        empty = Situation(state=None, initiator=initiator, today=date(2026, 1, 1))
        decision = decide(Act.DRAFT, initiator, empty)
        self.now = replace(empty, state=decision.new_state, deadline=DEADLINE, must_criteria=MUSTS)
        self.signed_hashes = {side: set() for side in Side}
        self.agreed_revisions = []
        self.states = [self.now.state]
        self.assessed = []
        self.count = 0

    @rule(by=st.sampled_from(ACTORS), data=st.data())
    def do_something_allowed(self, by, data):
        acts = [act for act in allowed_acts(self.now, by) if act not in ENDING]
        if acts:
            self.do(data.draw(st.sampled_from(acts)), by)

    @rule(first=st.sampled_from(Side))
    def go_forward(self, first):
        for act, by in itertools.product(FORWARD, (first, first.other)):
            if act in allowed_acts(self.now, by):
                self.do(act, by)
                return

    @precondition(lambda self: len(self.states) > 1 and not self.now.state.is_final)
    @rule(by=st.sampled_from(ACTORS), sure=st.integers(0, 9))
    def end_it(self, by, sure):
        acts = [act for act in allowed_acts(self.now, by) if act in ENDING]
        if acts and sure == 0:
            self.do(acts[0], by)

    @rule(days=st.integers(1, 60))
    def let_time_pass(self, days):
        self.now = replace(self.now, today=self.now.today + timedelta(days=days))

    @rule(act=st.sampled_from(Act), by=st.sampled_from([*ACTORS, None]))
    def try_anything(self, act, by):
        refusal = refusal_of(act, by, self.now, complete(act))

        match refusal:
            case None:
                assert act in allowed_acts(self.now, by)
            case NotYourTurn():
                assert refusal.side is not by
            case WrongState():
                assert act not in refusal.allowed_actions
        assert refusal is None or refusal.message()

    @precondition(lambda self: Act.ACCEPT in allowed_acts(self.now, Side.SUPPLIER))
    @rule()
    def accept_without_saying_anything(self):
        refusal = refusal_of(Act.ACCEPT, Side.SUPPLIER, self.now, Request())

        assert isinstance(refusal, ValidationFailed)
        assert "CONFIDENCE_MISSING" in {issue.code for issue in refusal.issues}

    def do(self, act, by):
        decision = decide(act, by, self.now, complete(act))
        before = self.now
        if Effect.SIGNED in decision.effects and act is Act.ACCEPT:
            self.signed_hashes[by].add(before.revision)
        if decision.effects & {Effect.AGREED, Effect.AMENDMENT_IN_FORCE}:
            self.agreed_revisions.append(before.revision)
        if act is Act.ASSESS:
            self.assessed.append(by)
        self.now = self.after(act, by, decision)
        if self.now.state is not before.state:
            self.states.append(self.now.state)

    def after(self, act, by, decision):
        """The situation after an act, as the services would load it anew."""
        now, effects = replace(self.now, state=decision.new_state), decision.effects
        self.count += 1
        if effects & {Effect.NEW_REVISION, Effect.AMENDMENT_PROPOSED}:
            now = replace(now, revision=self.count + 1, accepted_by=frozenset(), playback=None)
        if effects == {Effect.SIGNED} and act is Act.ACCEPT:
            now = replace(now, accepted_by=now.accepted_by | {by})
        if effects & {Effect.AGREED, Effect.AMENDMENT_IN_FORCE, Effect.AMENDMENT_DROPPED}:
            now = replace(now, accepted_by=frozenset(), amendment_pending=False)
        if act is Act.ASK:
            now = replace(now, open_questions=(*now.open_questions, Owned(str(self.count), by)))
        if act in {Act.ANSWER, Act.WITHDRAW_QUESTION}:
            asker = by.other if act is Act.ANSWER else by
            done = next(question for question in now.open_questions if question.side is asker)
            rest = tuple(question for question in now.open_questions if question is not done)
            now = replace(now, open_questions=rest)
        return replace(now, **self.facts_after(act, by))

    def facts_after(self, act, by):
        soon = self.now.today + timedelta(days=14)
        return {
            Act.PROPOSE: {"expires_on": soon + timedelta(days=76)},
            Act.PLAY_BACK: {"playback": PlaybackStatus.PENDING},
            Act.CONFIRM_PLAYBACK: {"playback": PlaybackStatus.CONFIRMED},
            Act.CORRECT_PLAYBACK: {"playback": PlaybackStatus.CORRECTED},
            Act.AMEND: {"amendment_pending": True},
            Act.CHECK_IN: {"unacknowledged_check_ins": ("check-in",)},
            Act.ACKNOWLEDGE: {"unacknowledged_check_ins": ()},
            Act.DELIVER: {"lapses_on": soon},
            Act.REVIEW_ACCEPT: {"assessment_closes_on": soon},
            Act.LAPSE: {"assessment_closes_on": soon},
            Act.CLOSE_FOR_EVALUATION: {"assessment_closes_on": soon},
            Act.ASSESS: {"assessed_by": self.now.assessed_by | {by}},
        }.get(act, {})

    @invariant()
    def nothing_is_agreed_that_both_did_not_sign(self):
        for revision in self.agreed_revisions:
            assert all(revision in self.signed_hashes[side] for side in Side)
        if self.now.state in ORDER[2:]:
            assert self.agreed_revisions

    @invariant()
    def each_side_assesses_at_most_once(self):
        assert len(self.assessed) <= 2
        assert len(set(self.assessed)) == len(self.assessed)

    @invariant()
    def states_only_go_forward_except_for_a_rejected_delivery(self):
        for earlier, later in itertools.pairwise(self.states):
            if later in ORDER:
                step = ORDER.index(later) - ORDER.index(earlier)
                rejected = (earlier, later) == (State.DELIVERED, State.AGREED)
                skipped = (earlier, later) == (State.AGREED, State.EVALUATING)
                assert step == 1 or rejected or skipped
            assert not earlier.is_final

    @invariant()
    def what_a_side_owes_can_be_done(self):
        for side in Side:
            owed, possible = expected_of(self.now, side), allowed_acts(self.now, side)
            assert not owed or possible
            assert "SIGN" not in owed or Act.ACCEPT in possible
            assert "REVIEW" not in owed or Act.REVIEW_REJECT in possible

    @invariant()
    def a_commission_under_way_is_never_stuck(self):
        if self.now.state.is_final:
            return
        later = replace(self.now, today=self.now.today + timedelta(days=400))
        changing = set(Act) - {
            Act.ASK,
            Act.RECORD_LESSON,
            Act.PLAN_ACTION,
            Act.REVIEW_BENEFIT,
        }
        assert any(set(allowed_acts(later, by)) & changing for by in ACTORS)


TestWalk = Walk.TestCase
TestWalk.settings = settings(max_examples=100, stateful_step_count=40, deadline=None)
