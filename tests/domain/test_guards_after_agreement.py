"""The guards after agreement, one sentence each: what is refused, and what mends it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from goals.domain.decide import Effect, acting_side, decide, expected_of
from goals.domain.enums import (
    Act,
    Expectation,
    Machine,
    ReviewDecision,
    Side,
    State,
)
from goals.domain.errors import (
    AmendmentPending,
    NothingThere,
    NotYourTurn,
    TooEarly,
    ValidationFailed,
)
from goals.domain.situation import Owned, Request

CUSTOMER, SUPPLIER = Side.CUSTOMER, Side.SUPPLIER


def codes(refusal: pytest.ExceptionInfo[ValidationFailed]) -> list[tuple[str, tuple]]:
    return [(issue.code, issue.path) for issue in refusal.value.issues]


@pytest.mark.parametrize("state", [State.AGREED, State.DELIVERED])
@pytest.mark.parametrize(("act", "side"), [(Act.CANCEL, CUSTOMER), (Act.REVOKE, SUPPLIER)])
def test_ending_an_agreement_needs_a_reason_and_a_factor(favourable, state, act, side):
    with pytest.raises(ValidationFailed) as refusal:
        decide(act, side, favourable(state, act))

    assert codes(refusal) == [("REASON_MISSING", ("reason",)), ("FACTOR_MISSING", ("factors",))]


def test_an_amendment_needs_a_cause_and_waits_for_no_other(favourable):
    agreed = favourable(State.AGREED, Act.AMEND)
    pending = replace(agreed, amendment_pending=True)

    with pytest.raises(ValidationFailed) as refusal:
        decide(Act.AMEND, CUSTOMER, agreed)
    with pytest.raises(AmendmentPending):
        decide(Act.AMEND, CUSTOMER, pending, Request(cause="The law changed."))

    assert codes(refusal) == [("CAUSE_MISSING", ("cause",))]


def test_an_amendment_is_in_force_once_both_signed_and_dropped_when_one_declines(
    favourable, complete
):
    pending = favourable(State.AGREED, Act.ACCEPT)
    half = replace(pending, accepted_by=frozenset({SUPPLIER}))

    first = decide(Act.ACCEPT, SUPPLIER, pending, complete(Act.ACCEPT))
    second = decide(Act.ACCEPT, CUSTOMER, half, complete(Act.ACCEPT))
    declined = decide(Act.DECLINE, SUPPLIER, half, complete(Act.DECLINE))

    assert {State.AGREED} == {first.new_state, second.new_state, declined.new_state}
    assert first.effects == {Effect.SIGNED}
    assert second.effects == {Effect.SIGNED, Effect.AMENDMENT_IN_FORCE}
    assert declined.effects == {Effect.SIGNED, Effect.AMENDMENT_DROPPED}


def test_without_an_amendment_there_is_nothing_to_sign_after_agreement(favourable, complete):
    agreed = favourable(State.AGREED, Act.DELIVER)

    for act in (Act.ACCEPT, Act.DECLINE):
        with pytest.raises(NothingThere):
            decide(act, CUSTOMER, agreed, complete(act))


def test_a_pending_amendment_cannot_hold_up_a_delivery(favourable, complete):
    pending = replace(favourable(State.AGREED, Act.DELIVER), amendment_pending=True)
    request = replace(complete(Act.DELIVER), expected_revision=None)

    decision = decide(Act.DELIVER, SUPPLIER, pending, request)

    assert decision.new_state is State.DELIVERED
    assert Effect.AMENDMENT_DROPPED in decision.effects


def test_a_delivery_claims_every_must_criterion_and_none_that_is_unknown(favourable):
    agreed = favourable(State.AGREED, Act.DELIVER)
    request = Request(claims=frozenset({"must-2", "strange"}))

    with pytest.raises(ValidationFailed) as refusal:
        decide(Act.DELIVER, SUPPLIER, agreed, request)

    found = [(issue.code, issue.params["criterion"]) for issue in refusal.value.issues]
    assert found == [("CLAIM_MISSING", "must-1"), ("UNKNOWN_CRITERION", "strange")]


def test_a_delivery_with_an_unmet_must_is_taken_with_reservations_or_not_at_all(favourable):
    delivered = favourable(State.DELIVERED, Act.REVIEW_ACCEPT)
    unmet = {"must-1": True, "must-2": False}
    plain = Request(decision=ReviewDecision.ACCEPTED, judgements=unmet)
    reserved = Request(decision=ReviewDecision.ACCEPTED_WITH_RESERVATIONS, judgements=unmet)

    with pytest.raises(ValidationFailed) as refusal:
        decide(Act.REVIEW_ACCEPT, CUSTOMER, delivered, plain)

    assert codes(refusal) == [("UNMET_MUST", ("decision",))]
    assert decide(Act.REVIEW_ACCEPT, CUSTOMER, delivered, reserved).new_state is State.EVALUATING


def test_an_accepting_review_judges_every_must_and_says_its_reservation(favourable):
    delivered = favourable(State.DELIVERED, Act.REVIEW_ACCEPT)
    met = {"must-1": True, "must-2": True}
    half = Request(decision=ReviewDecision.ACCEPTED, judgements={"must-1": True})
    mute = Request(decision=ReviewDecision.ACCEPTED_WITH_RESERVATIONS, judgements=met)
    wrong = Request(decision=ReviewDecision.REJECTED, judgements=met)

    for request, expected in (
        (half, ("JUDGEMENT_MISSING", ("judgements",))),
        (mute, ("RESERVATION_MISSING", ("comment",))),
        (wrong, ("NOT_A_CHOICE", ("decision",))),
    ):
        with pytest.raises(ValidationFailed) as refusal:
            decide(Act.REVIEW_ACCEPT, CUSTOMER, delivered, request)
        assert [expected] == codes(refusal)


def test_a_rejection_names_the_unmet_criteria(favourable):
    delivered = favourable(State.DELIVERED, Act.REVIEW_REJECT)

    for judgements in ({}, {"must-1": True}):
        with pytest.raises(ValidationFailed) as refusal:
            decide(Act.REVIEW_REJECT, CUSTOMER, delivered, Request(judgements=judgements))
        assert codes(refusal) == [("UNMET_MISSING", ("judgements",))]
    rejected = Request(judgements={"wish-1": False})
    assert decide(Act.REVIEW_REJECT, CUSTOMER, delivered, rejected).new_state is State.AGREED


def test_an_overdue_commission_can_be_closed_for_evaluation_after_the_grace(favourable):
    agreed = favourable(State.AGREED, Act.CLOSE_FOR_EVALUATION)
    last_day_of_grace = agreed.deadline + timedelta(days=7)

    with pytest.raises(TooEarly) as refusal:
        decide(Act.CLOSE_FOR_EVALUATION, CUSTOMER, replace(agreed, today=last_day_of_grace))

    first_day = refusal.value.date
    assert first_day == last_day_of_grace + timedelta(days=1)
    decision = decide(Act.CLOSE_FOR_EVALUATION, CUSTOMER, replace(agreed, today=first_day))
    assert decision.effects == {Effect.UNDELIVERED}


@pytest.mark.parametrize(
    ("state", "act", "window"),
    [
        (State.CLARIFYING, Act.EXPIRE, "expires_on"),
        (State.DELIVERED, Act.LAPSE, "lapses_on"),
        (State.EVALUATING, Act.CLOSE, "assessment_closes_on"),
    ],
)
def test_the_clock_acts_only_when_a_window_is_over(favourable, complete, state, act, window):
    open_window = favourable(state, act)
    tomorrow = replace(open_window, **{window: open_window.today + timedelta(days=1)})
    never = replace(open_window, **{window: None})

    for situation in (tomorrow, never):
        with pytest.raises(TooEarly):
            decide(act, Machine.CLOCK, situation, complete(act))
    assert decide(act, Machine.CLOCK, open_window, complete(act))


def test_the_second_assessment_closes_and_unseals_both(favourable):
    nobody = favourable(State.EVALUATING, Act.ASSESS)
    customer_only = replace(nobody, assessed_by=frozenset({CUSTOMER}))

    first = decide(Act.ASSESS, CUSTOMER, nobody)
    second = decide(Act.ASSESS, SUPPLIER, customer_only)
    with pytest.raises(NotYourTurn) as refusal:
        decide(Act.ASSESS, CUSTOMER, customer_only)

    assert (first.new_state, first.effects) == (State.EVALUATING, set())
    assert second.new_state is State.CLOSED
    assert second.effects == {Effect.UNSEALED, Effect.EVALUATED}
    assert refusal.value.side is SUPPLIER
    assert Expectation.ASSESS not in expected_of(customer_only, CUSTOMER)


def test_acts_upon_open_things_need_one(favourable):
    bare = {
        "open_duties": (),
        "open_blockers": (),
        "unacknowledged_check_ins": (),
        "open_actions": (),
    }
    for state, act, side in (
        (State.AGREED, Act.ACKNOWLEDGE, CUSTOMER),
        (State.AGREED, Act.CLOSE_BLOCKER, SUPPLIER),
        (State.AGREED, Act.FULFIL_DUTY, CUSTOMER),
        (State.CLOSED, Act.COMPLETE_ACTION, SUPPLIER),
    ):
        with pytest.raises(NothingThere):
            decide(act, side, replace(favourable(state, act), **bare))
        with pytest.raises(NothingThere):
            decide(act, side, favourable(state, act), Request(subject="unknown"))


def test_a_duty_is_fulfilled_by_the_side_that_owes_it(favourable):
    owed = replace(favourable(State.AGREED, Act.FULFIL_DUTY), open_duties=(Owned("d1", CUSTOMER),))

    with pytest.raises(NotYourTurn):
        decide(Act.FULFIL_DUTY, SUPPLIER, owed, Request(subject="d1"))

    assert decide(Act.FULFIL_DUTY, CUSTOMER, owed, Request(subject="d1"))
    assert Expectation.FULFIL_DUTY in expected_of(owed, CUSTOMER)
    assert Expectation.FULFIL_DUTY not in expected_of(owed, SUPPLIER)


def test_somebody_on_both_sides_acts_for_the_side_whose_turn_it_is(favourable):
    half_signed = replace(
        favourable(State.CLARIFYING, Act.ACCEPT),
        accepted_by=frozenset({CUSTOMER}),
        self_commission=True,
    )
    asked = favourable(State.CLARIFYING, Act.ANSWER)

    both = frozenset(Side)
    assert acting_side(Act.ACCEPT, both, half_signed) is SUPPLIER
    assert acting_side(Act.DECLINE, both, half_signed) is SUPPLIER
    assert acting_side(Act.ANSWER, both, asked, Request(subject="of-customer")) is SUPPLIER
    assert acting_side(Act.ACCEPT, frozenset({CUSTOMER}), half_signed) is CUSTOMER
    assert acting_side(Act.ACCEPT, frozenset(), half_signed) is None


def test_a_self_commission_is_allowed_and_flagged(favourable):
    own = replace(favourable(State.DRAFT, Act.PROPOSE), self_commission=True)

    assert decide(Act.PROPOSE, CUSTOMER, own).self_commission is True


def test_the_inbox_lists_what_is_owed_after_agreement(favourable):
    overdue = replace(favourable(State.AGREED, Act.DELIVER), check_in_due=True, open_duties=())
    delivered = favourable(State.DELIVERED, Act.REVIEW_ACCEPT)
    evaluating = favourable(State.EVALUATING, Act.ASSESS)

    assert expected_of(overdue, SUPPLIER) == (Expectation.CHECK_IN, Expectation.DELIVER)
    assert expected_of(overdue, CUSTOMER) == (Expectation.ACKNOWLEDGE,)
    assert expected_of(delivered, CUSTOMER) == (Expectation.REVIEW,)
    assert expected_of(delivered, SUPPLIER) == ()
    assert Expectation.ASSESS in expected_of(evaluating, SUPPLIER)
    assert Expectation.COMPLETE_ACTION in expected_of(evaluating, SUPPLIER)


def test_an_open_action_is_owed_by_its_side_alone(favourable):
    planned = replace(
        favourable(State.CLOSED, Act.COMPLETE_ACTION), open_actions=(Owned("a1", SUPPLIER),)
    )

    assert expected_of(planned, SUPPLIER) == (Expectation.COMPLETE_ACTION,)
    assert expected_of(planned, CUSTOMER) == ()
