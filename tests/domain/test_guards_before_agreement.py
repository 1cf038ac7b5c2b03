"""The guards before agreement, one sentence each: what is refused, and what mends it."""

from dataclasses import replace

import pytest

from goals.domain.decide import Effect, decide, expected_of
from goals.domain.enums import (
    Act,
    Dimension,
    Expectation,
    Machine,
    PlaybackStatus,
    QuestionField,
    Side,
    State,
)
from goals.domain.errors import (
    NothingThere,
    NotYourTurn,
    OpenQuestions,
    PlaybackUnconfirmed,
    SmartFailure,
    SmartGateClosed,
    StaleRevision,
    ValidationFailed,
)
from goals.domain.situation import Owned, Request

CUSTOMER, SUPPLIER = Side.CUSTOMER, Side.SUPPLIER


def codes(refusal: pytest.ExceptionInfo[ValidationFailed]) -> list[tuple[str, tuple]]:
    return [(issue.code, issue.path) for issue in refusal.value.issues]


def test_a_draft_with_missing_answers_is_not_proposed_and_all_are_named(favourable):
    missing = (QuestionField.BENEFIT, QuestionField.SUCCESS_CRITERIA)
    draft = replace(favourable(State.DRAFT, Act.PROPOSE), missing_answers=missing)

    with pytest.raises(ValidationFailed) as refusal:
        decide(Act.PROPOSE, CUSTOMER, draft)

    expected = [("ANSWER_MISSING", ("benefit",)), ("ANSWER_MISSING", ("successCriteria",))]
    assert expected == codes(refusal)


def test_an_offer_is_proposed_by_the_supplier_who_drafted_it(favourable):
    offer = favourable(State.DRAFT, Act.PROPOSE, SUPPLIER)

    with pytest.raises(NotYourTurn) as refusal:
        decide(Act.PROPOSE, CUSTOMER, offer)

    assert refusal.value.side is SUPPLIER
    assert decide(Act.PROPOSE, SUPPLIER, offer).new_state is State.CLARIFYING


def test_a_question_is_answered_by_the_other_side_and_withdrawn_by_the_own(favourable):
    asked = replace(favourable(State.CLARIFYING, Act.ASK), open_questions=(Owned("q1", SUPPLIER),))

    with pytest.raises(NotYourTurn):
        decide(Act.ANSWER, SUPPLIER, asked)
    with pytest.raises(NotYourTurn):
        decide(Act.WITHDRAW_QUESTION, CUSTOMER, asked)
    assert decide(Act.ANSWER, CUSTOMER, asked, Request(subject="q1"))
    assert decide(Act.WITHDRAW_QUESTION, SUPPLIER, asked, Request(subject="q1"))
    assert expected_of(asked, CUSTOMER) == (Expectation.ANSWER,)
    assert expected_of(asked, SUPPLIER) == ()


def test_of_two_questions_only_the_other_sides_one_can_be_answered(favourable):
    asked = favourable(State.CLARIFYING, Act.ANSWER)

    with pytest.raises(NotYourTurn):
        decide(Act.ANSWER, CUSTOMER, asked, Request(subject="of-customer"))
    with pytest.raises(NotYourTurn):
        decide(Act.WITHDRAW_QUESTION, CUSTOMER, asked, Request(subject="of-supplier"))
    with pytest.raises(NothingThere):
        decide(Act.ANSWER, CUSTOMER, asked, Request(subject="answered-long-ago"))
    assert decide(Act.ANSWER, CUSTOMER, asked, Request(subject="of-supplier"))


def test_nobody_signs_while_a_question_is_open(favourable, complete):
    asked = replace(
        favourable(State.CLARIFYING, Act.ACCEPT), open_questions=(Owned("q1", SUPPLIER),)
    )

    with pytest.raises(OpenQuestions) as refusal:
        decide(Act.ACCEPT, CUSTOMER, asked, complete(Act.ACCEPT))

    assert refusal.value.question_ids == ("q1",)


@pytest.mark.parametrize("status", [PlaybackStatus.PENDING, PlaybackStatus.CORRECTED])
@pytest.mark.parametrize("side", Side)
def test_nobody_signs_while_a_playback_is_not_confirmed(favourable, complete, status, side):
    played = replace(favourable(State.CLARIFYING, Act.ACCEPT), playback=status)

    with pytest.raises(PlaybackUnconfirmed):
        decide(Act.ACCEPT, side, played, complete(Act.ACCEPT))


def test_without_any_playback_the_suppliers_acceptance_needs_a_note(favourable, complete):
    quick = favourable(State.CLARIFYING, Act.ACCEPT)
    silent = replace(complete(Act.ACCEPT), note=None)

    with pytest.raises(ValidationFailed) as refusal:
        decide(Act.ACCEPT, SUPPLIER, quick, silent)

    confirmed = replace(quick, playback=PlaybackStatus.CONFIRMED)
    assert codes(refusal) == [("NOTE_INSTEAD_OF_PLAYBACK", ("note",))]
    assert decide(Act.ACCEPT, CUSTOMER, quick, silent)
    assert decide(Act.ACCEPT, SUPPLIER, quick, complete(Act.ACCEPT))
    assert decide(Act.ACCEPT, SUPPLIER, confirmed, silent)


def test_a_second_playback_waits_for_the_customers_word_on_the_first(favourable):
    played = replace(favourable(State.CLARIFYING, Act.PLAY_BACK), playback=PlaybackStatus.PENDING)

    with pytest.raises(NotYourTurn) as refusal:
        decide(Act.PLAY_BACK, SUPPLIER, played)

    assert refusal.value.side is CUSTOMER
    assert Expectation.CONFIRM_PLAYBACK in expected_of(played, CUSTOMER)
    corrected = replace(played, playback=PlaybackStatus.CORRECTED)
    assert decide(Act.PLAY_BACK, SUPPLIER, corrected)
    assert Expectation.PLAY_BACK in expected_of(corrected, SUPPLIER)


def test_a_playback_is_corrected_with_words_and_only_while_it_waits(favourable):
    played = favourable(State.CLARIFYING, Act.CORRECT_PLAYBACK)
    answered = replace(played, playback=PlaybackStatus.CONFIRMED)

    with pytest.raises(ValidationFailed) as refusal:
        decide(Act.CORRECT_PLAYBACK, CUSTOMER, played)
    with pytest.raises(NothingThere):
        decide(Act.CONFIRM_PLAYBACK, CUSTOMER, answered)

    assert codes(refusal) == [("CORRECTION_MISSING", ("correction",))]


@pytest.mark.parametrize("confidence", [None, -1, 101])
def test_a_signature_needs_a_confidence_from_0_to_100(favourable, complete, confidence):
    request = replace(complete(Act.ACCEPT), confidence=confidence)

    with pytest.raises(ValidationFailed) as refusal:
        decide(Act.ACCEPT, CUSTOMER, favourable(State.CLARIFYING, Act.ACCEPT), request)

    assert [path for _, path in codes(refusal)] == [("confidence",)]


def test_the_edges_of_confidence_are_allowed(favourable, complete):
    for confidence in (0, 100):
        request = replace(complete(Act.ACCEPT), confidence=confidence)

        assert decide(Act.ACCEPT, CUSTOMER, favourable(State.CLARIFYING, Act.ACCEPT), request)


@pytest.mark.parametrize("dimension", Dimension)
def test_a_smart_fail_closes_the_gate_to_each_side_except_for_accepted(
    favourable, complete, dimension
):
    failures = (SmartFailure(dimension, "X1"),)
    weak = replace(favourable(State.CLARIFYING, Act.ACCEPT), smart_failures=failures)
    reasoned = replace(complete(Act.ACCEPT), override_reason="The law gives no number.")

    for side in Side:
        assert decide(Act.ACCEPT, side, weak, reasoned)
        if dimension is Dimension.ACCEPTED:
            assert decide(Act.ACCEPT, side, weak, complete(Act.ACCEPT))
            continue
        with pytest.raises(SmartGateClosed) as refusal:
            decide(Act.ACCEPT, side, weak, complete(Act.ACCEPT))
        assert refusal.value.findings == failures


def test_two_acceptances_of_one_revision_agree_and_one_does_not(favourable, complete):
    first = favourable(State.CLARIFYING, Act.ACCEPT)
    second = replace(first, accepted_by=frozenset({CUSTOMER}))

    after_first = decide(Act.ACCEPT, CUSTOMER, first, complete(Act.ACCEPT))
    after_second = decide(Act.ACCEPT, SUPPLIER, second, complete(Act.ACCEPT))

    assert (after_first.new_state, after_first.effects) == (State.CLARIFYING, {Effect.SIGNED})
    assert after_second.new_state is State.AGREED
    assert after_second.effects == {Effect.SIGNED, Effect.AGREED}


def test_a_side_signs_a_revision_once(favourable, complete):
    signed = replace(favourable(State.CLARIFYING, Act.ACCEPT), accepted_by=frozenset({CUSTOMER}))

    with pytest.raises(NotYourTurn) as refusal:
        decide(Act.ACCEPT, CUSTOMER, signed, complete(Act.ACCEPT))

    assert refusal.value.side is SUPPLIER
    assert Expectation.SIGN not in expected_of(signed, CUSTOMER)
    assert Expectation.SIGN in expected_of(signed, SUPPLIER)


def test_nobody_signs_a_revision_that_is_no_longer_current(favourable, complete):
    request = replace(complete(Act.ACCEPT), expected_revision=2)

    with pytest.raises(StaleRevision) as refusal:
        decide(Act.ACCEPT, CUSTOMER, favourable(State.CLARIFYING, Act.ACCEPT), request)

    assert (refusal.value.expected, refusal.value.actual) == (2, 3)


def test_a_new_revision_makes_signatures_stale(favourable):
    decision = decide(Act.REVISE, SUPPLIER, favourable(State.CLARIFYING, Act.REVISE))

    assert decision.effects == {Effect.NEW_REVISION, Effect.SIGNATURES_STALE}


def test_a_no_needs_a_reason_and_an_alternative_or_the_word_that_there_is_none(favourable):
    proposed = favourable(State.CLARIFYING, Act.DECLINE)
    none_possible = Request(reason="No staff.", no_alternative=True)
    both = Request(reason="No staff.", alternative="In May.", no_alternative=True)

    with pytest.raises(ValidationFailed) as bare:
        decide(Act.DECLINE, SUPPLIER, proposed)
    with pytest.raises(ValidationFailed) as contradiction:
        decide(Act.DECLINE, SUPPLIER, proposed, both)

    expected = [("REASON_MISSING", ("reason",)), ("ALTERNATIVE_MISSING", ("alternative",))]
    assert expected == codes(bare)
    assert codes(contradiction) == [("ALTERNATIVE_CONTRADICTS", ("alternative",))]
    assert decide(Act.DECLINE, SUPPLIER, proposed, none_possible).new_state is State.DECLINED


def test_withdrawing_and_overriding_need_a_reason(favourable):
    for state, act, side in (
        (State.CLARIFYING, Act.WITHDRAW, CUSTOMER),
        (State.AGREED, Act.OVERRIDE_ATTAINMENT, SUPPLIER),
        (State.CLARIFYING, Act.EXPIRE, Machine.CLOCK),
    ):
        with pytest.raises(ValidationFailed) as refusal:
            decide(act, side, favourable(state, act))
        assert codes(refusal) == [("REASON_MISSING", ("reason",))]
