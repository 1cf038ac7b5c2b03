"""Every state, act and side against a table written by hand, independently of the code's own."""

import itertools

import pytest

from goals.domain.decide import allowed_acts, decide, expected_of
from goals.domain.enums import Act, Machine, Side, State
from goals.domain.errors import Forbidden, GoalsError, NotYourTurn, WrongState
from goals.domain.lifecycle import TRANSITIONS

# State, act, who (c customer, s supplier, i initiator, t time, n integration), state after the
# first and, where both must act, after the second act. All other combinations are refused.
TABLE = """
NONE        DRAFT                 cs   DRAFT
DRAFT       REVISE                i    DRAFT
DRAFT       PROPOSE               i    CLARIFYING
CLARIFYING  ASK                   cs   CLARIFYING
CLARIFYING  ANSWER                cs   CLARIFYING
CLARIFYING  WITHDRAW_QUESTION     cs   CLARIFYING
CLARIFYING  PLAY_BACK             s    CLARIFYING
CLARIFYING  CONFIRM_PLAYBACK      c    CLARIFYING
CLARIFYING  CORRECT_PLAYBACK      c    CLARIFYING
CLARIFYING  REVISE                cs   CLARIFYING
CLARIFYING  ACCEPT                cs   CLARIFYING  AGREED
CLARIFYING  DECLINE               s    DECLINED
CLARIFYING  WITHDRAW              i    WITHDRAWN
CLARIFYING  EXPIRE                t    EXPIRED
AGREED      CHECK_IN              s    AGREED
AGREED      MEASURE               sn   AGREED
AGREED      OVERRIDE_ATTAINMENT   s    AGREED
AGREED      RAISE_BLOCKER         s    AGREED
AGREED      CLOSE_BLOCKER         s    AGREED
AGREED      ACKNOWLEDGE           c    AGREED
AGREED      FULFIL_DUTY           cs   AGREED
AGREED      AMEND                 cs   AGREED
AGREED      ACCEPT                cs   AGREED
AGREED      DECLINE               cs   AGREED
AGREED      DELIVER               s    DELIVERED
AGREED      CANCEL                c    CANCELLED
AGREED      REVOKE                s    CANCELLED
AGREED      CLOSE_FOR_EVALUATION  cs   EVALUATING
DELIVERED   REVIEW_REJECT         c    AGREED
DELIVERED   REVIEW_ACCEPT         c    EVALUATING
DELIVERED   LAPSE                 t    EVALUATING
DELIVERED   CANCEL                c    CANCELLED
DELIVERED   REVOKE                s    CANCELLED
EVALUATING  ASSESS                cs   EVALUATING  CLOSED
EVALUATING  CLOSE                 t    CLOSED
EVALUATING  RECORD_LESSON         cs   EVALUATING
EVALUATING  PLAN_ACTION           cs   EVALUATING
EVALUATING  COMPLETE_ACTION       cs   EVALUATING
EVALUATING  REVIEW_BENEFIT        c    EVALUATING
CLOSED      RECORD_LESSON         cs   CLOSED
CLOSED      PLAN_ACTION           cs   CLOSED
CLOSED      COMPLETE_ACTION       cs   CLOSED
CLOSED      REVIEW_BENEFIT        c    CLOSED
"""
ROWS = {
    (state, act): (who, after)
    for state, act, who, *after in (line.split() for line in TABLE.strip().splitlines())
}
STATES = ["NONE", *(state.name for state in State)]
ACTORS = [*Side, *Machine, None]
IRREGULAR = {"withdrawn", "overridden"}
LETTERS = {Side.CUSTOMER: "c", Side.SUPPLIER: "s", Machine.CLOCK: "t", Machine.INTEGRATION: "n"}


def _may(who: str, by, initiator: Side) -> bool:
    return LETTERS.get(by, "-") in who or ("i" in who and by is initiator)


def _expected(state: str, act: Act, by, initiator: Side):
    """The state after the act, or the kind of refusal."""
    everywhere = "".join(who for (_, name), (who, _) in ROWS.items() if name == act.name)
    for_people = set(everywhere) & set("csi")
    if by is None or (isinstance(by, Side) and not for_people):
        return Forbidden
    if isinstance(by, Machine) and LETTERS[by] not in everywhere:
        return Forbidden
    if (state, act.name) not in ROWS:
        return WrongState
    who, after = ROWS[state, act.name]
    return State[after[0]] if _may(who, by, initiator) else NotYourTurn


@pytest.mark.parametrize("state", STATES)
def test_every_act_of_every_side_in_every_state_is_allowed_or_refused(state, favourable, complete):
    at = None if state == "NONE" else State[state]
    seen = []

    for act, by, initiator in itertools.product(Act, ACTORS, Side):
        try:
            decision = decide(act, by, favourable(at, act, initiator), complete(act))
            found = decision.new_state
            assert decision.event_kind == act.event_kind
        except GoalsError as refusal:
            found = type(refusal)
        seen.append(((act.name, by, initiator), found))

    expected = [
        ((act.name, by, initiator), _expected(state, act, by, initiator))
        for act, by, initiator in itertools.product(Act, ACTORS, Side)
    ]
    assert expected == seen


def test_the_table_in_the_code_has_no_row_more_or_twice():
    rows = [(row.source.name if row.source else "NONE", row.act.name) for row in TRANSITIONS]

    assert sorted(ROWS) == sorted(rows)
    assert {key: after for key, (_, after) in ROWS.items()} == {
        (row.source.name if row.source else "NONE", row.act.name): [s.name for s in row.targets]
        for row in TRANSITIONS
    }


def test_a_refusal_names_the_side_that_may_and_what_is_possible_instead(favourable, complete):
    refusals = 0
    for state, act, side in itertools.product(State, Act, Side):
        situation = favourable(state, act)
        refusal = _refusal(act, side, situation, complete(act))

        match refusal:
            case NotYourTurn():
                assert decide(act, refusal.side, situation, complete(act))
            case WrongState():
                assert refusal.state is state
                assert refusal.allowed_actions == allowed_acts(situation, side)
            case Forbidden():
                assert {who.name for who in refusal.who} <= {"CLOCK", "INTEGRATION"}
        refusals += refusal is not None
    assert refusals > 500


def _refusal(act, by, situation, request):
    try:
        decide(act, by, situation, request)
    except GoalsError as refusal:
        return refusal
    return None


def test_allowed_acts_are_exactly_those_that_decide_allows(favourable, complete):
    for state, by, mould in itertools.product([None, *State], ACTORS, Act):
        situation = favourable(state, mould)

        listed = allowed_acts(situation, by)

        for act in Act:
            possible = _refusal(act, by, situation, complete(act)) is None
            assert possible == (act in listed), (state, by, act)


def test_the_ends_allow_nothing_any_more(favourable):
    for state in (State.DECLINED, State.WITHDRAWN, State.EXPIRED, State.CANCELLED):
        for by in ACTORS:
            assert allowed_acts(favourable(state, Act.ASK), by) == ()
            if isinstance(by, Side):
                assert expected_of(favourable(state, Act.ASK), by) == ()


def test_every_act_has_its_own_event_in_the_past_tense():
    kinds = [act.event_kind for act in Act]
    verbs = [kind.split(".")[1].split("_") for kind in kinds]

    assert len(kinds) == len(set(kinds))
    assert all(word[0].endswith("ed") or word[0] in IRREGULAR for word in verbs)
