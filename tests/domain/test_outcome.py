"""Outcome, timeliness, disagreement and health: derived by the rule that the module states."""

import itertools
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goals.domain.attainment import UNKNOWN, Attainment, WeightedAttainment
from goals.domain.enums import (
    CheckInHealth,
    Health,
    Outcome,
    Priority,
    SatisfactionAspect,
    Side,
    State,
    Timeliness,
)
from goals.domain.health import health, is_check_in_due
from goals.domain.outcome import (
    CriterionRecord,
    Disagreement,
    disagreements,
    evaluate,
    judged,
    outcome_of,
    timeliness,
)

MET = Attainment(Decimal(1), met=True)
BEYOND = Attainment(Decimal("1.2"), met=True, exceeded=True)
HALF = Attainment(Decimal("0.5"), met=False)
MUST, SHOULD, WISH = Priority.MUST, Priority.SHOULD, Priority.WISH
TODAY = date(2026, 11, 21)
DAY = timedelta(days=1)


def criterion(priority=MUST, **said) -> CriterionRecord:
    return CriterionRecord("c1", priority, **said)


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        ([criterion(measured=MET), criterion(measured=MET)], Outcome.ACHIEVED),
        ([criterion(measured=BEYOND), criterion(measured=MET)], Outcome.EXCEEDED),
        ([criterion(measured=MET), criterion(WISH, measured=BEYOND)], Outcome.EXCEEDED),
        ([criterion(measured=BEYOND), criterion(measured=HALF)], Outcome.PARTLY_ACHIEVED),
        ([criterion(measured=MET), criterion()], Outcome.PARTLY_ACHIEVED),
        ([criterion(measured=HALF), criterion(measured=HALF)], Outcome.MISSED),
        ([criterion(measured=HALF), criterion()], Outcome.MISSED),
        ([criterion(measured=HALF), criterion(SHOULD, measured=MET)], Outcome.MISSED),
        ([criterion(measured=MET), criterion(SHOULD, measured=HALF)], Outcome.ACHIEVED),
        ([criterion(), criterion(SHOULD, measured=MET)], Outcome.NOT_ASSESSABLE),
        ([criterion(SHOULD, measured=MET), criterion(WISH, measured=HALF)], Outcome.ACHIEVED),
        ([criterion(WISH, measured=HALF)], Outcome.MISSED),
        ([criterion()], Outcome.NOT_ASSESSABLE),
        ([], Outcome.NOT_ASSESSABLE),
    ],
)
def test_the_outcome_follows_the_criteria_that_count(criteria, expected):
    assert outcome_of(criteria) is expected


@pytest.mark.parametrize(
    ("said", "met"),
    [
        ({"customer": 100, "supplier": 40, "measured": HALF, "reviewed_met": False}, True),
        ({"customer": 99, "supplier": 100, "measured": MET, "reviewed_met": True}, False),
        ({"supplier": 100, "measured": MET, "reviewed_met": False}, False),
        ({"supplier": 0, "measured": HALF, "reviewed_met": True}, True),
        ({"supplier": 100, "measured": HALF}, False),
        ({"supplier": 100}, True),
        ({"supplier": 90}, False),
        ({}, None),
    ],
)
def test_the_customer_counts_first_then_facts_then_the_supplier(said, met):
    assert judged(criterion(**said)).met is met


def test_percentages_of_the_sides_become_fractions():
    assert judged(criterion(customer=40)) == Attainment(Decimal("0.4"), met=False)
    assert judged(criterion(supplier=100)) == MET
    assert judged(criterion(customer=100, measured=BEYOND)).exceeded
    assert not judged(criterion(customer=90, measured=BEYOND)).exceeded


def test_a_review_keeps_the_measured_fraction_where_it_says_the_same():
    assert judged(criterion(measured=HALF, reviewed_met=False)) == HALF
    assert judged(criterion(measured=BEYOND, reviewed_met=True)) == BEYOND
    assert judged(criterion(measured=MET, reviewed_met=False)) == Attainment(None, met=False)
    assert judged(criterion(measured=HALF, reviewed_met=True)) == MET


said = st.builds(
    CriterionRecord,
    id=st.just("c"),
    priority=st.sampled_from(Priority),
    measured=st.sampled_from([UNKNOWN, HALF, MET, BEYOND]),
    reviewed_met=st.none() | st.booleans(),
    customer=st.none() | st.integers(0, 150),
    supplier=st.none() | st.integers(0, 150),
)


@given(st.lists(said, max_size=6))
def test_only_a_commission_with_all_that_counts_met_is_achieved(criteria):
    musts = [each for each in criteria if each.priority is MUST]

    outcome = outcome_of(criteria)

    if outcome in {Outcome.ACHIEVED, Outcome.EXCEEDED}:
        assert all(judged(each).met for each in musts)
        assert criteria
    assert outcome_of(reversed(criteria)) is outcome


@given(st.lists(said, max_size=5), st.integers(0, 4))
def test_a_customer_who_sees_it_met_never_makes_the_outcome_worse(criteria, place):
    order = [
        Outcome.NOT_ASSESSABLE,
        Outcome.MISSED,
        Outcome.PARTLY_ACHIEVED,
        Outcome.ACHIEVED,
        Outcome.EXCEEDED,
    ]
    better = [
        replace(each, customer=100) if number == place else each
        for number, each in enumerate(criteria)
    ]

    assert order.index(outcome_of(better)) >= order.index(outcome_of(criteria))


def test_a_delivery_is_early_on_time_late_or_missing():
    assert timeliness(TODAY - DAY, TODAY) is Timeliness.EARLY
    assert timeliness(TODAY, TODAY) is Timeliness.ON_TIME
    assert timeliness(TODAY + DAY, TODAY) is Timeliness.LATE
    assert timeliness(None, TODAY) is Timeliness.NOT_DELIVERED
    assert timeliness(TODAY, None) is None


def test_notable_differences_of_the_sides_are_recorded_whoever_counts():
    criteria = [
        replace(criterion(customer=80, supplier=100), id="met-or-not"),
        replace(criterion(customer=40, supplier=60), id="far"),
        replace(criterion(customer=40, supplier=59), id="near"),
        replace(criterion(customer=110, supplier=100), id="both-met"),
        replace(criterion(customer=0), id="one-side"),
    ]
    perceived = {
        Side.CUSTOMER: {SatisfactionAspect.CLARITY: 3, SatisfactionAspect.OVERALL: 5},
        Side.SUPPLIER: {SatisfactionAspect.CLARITY: 5, SatisfactionAspect.OVERALL: 6},
    }

    found = disagreements(criteria, perceived)

    assert found == (
        Disagreement("met-or-not", 80, 100, about_met=True),
        Disagreement("far", 40, 60),
        Disagreement("CLARITY", 3, 5),
    )


def test_an_evaluation_holds_all_that_is_derived():
    criteria = [
        CriterionRecord("a", MUST, weight=3, customer=100, supplier=100),
        CriterionRecord("b", SHOULD, weight=1, measured=HALF),
    ]

    found = evaluate(criteria, delivered_on=TODAY, first_agreed=TODAY - DAY, current=TODAY)

    assert found.outcome is Outcome.ACHIEVED
    assert found.attainment == WeightedAttainment(Decimal("0.875"), 4, 4)
    assert found.timeliness_first_agreed is Timeliness.LATE
    assert found.timeliness_current is Timeliness.ON_TIME
    assert found.disagreements == ()


def healthy(state=State.AGREED, **facts) -> Health:
    usual = {
        "today": TODAY,
        "deadline": TODAY + 60 * DAY,
        "agreed_on": TODAY - 5 * DAY,
        "last_check_in_on": TODAY - DAY,
        "last_health": CheckInHealth.ON_TRACK,
        "cadence_days": 7,
    }
    return health(state, **{**usual, **facts})


def test_the_last_check_in_speaks_while_it_is_fresh():
    for reported in CheckInHealth:
        assert healthy(last_health=reported) == reported.value
    assert healthy(last_check_in_on=TODAY - 7 * DAY) is Health.ON_TRACK
    assert healthy(last_check_in_on=None, last_health=None) is Health.PENDING


def test_silence_is_never_green():
    silent = {"agreed_on": TODAY - 300 * DAY, "last_check_in_on": TODAY - 299 * DAY}

    assert healthy(**silent) is Health.STALE
    assert healthy(**silent, cadence_days=None) is Health.STALE
    assert healthy(agreed_on=TODAY - 8 * DAY, last_check_in_on=None, last_health=None) is (
        Health.STALE
    )


def test_without_an_agreed_cadence_a_check_in_counts_for_thirty_days():
    for days, expected in ((30, Health.ON_TRACK), (31, Health.STALE)):
        heard = {"agreed_on": TODAY - 99 * DAY, "last_check_in_on": TODAY - days * DAY}

        assert healthy(**heard, cadence_days=None) is expected


def test_overdue_comes_before_stale_and_closed_before_overdue():
    late = {"deadline": TODAY - DAY, "last_check_in_on": TODAY - 99 * DAY}

    assert healthy(**late) is Health.OVERDUE
    assert healthy(deadline=TODAY) is Health.ON_TRACK
    for state in set(State) - {State.DRAFT, State.CLARIFYING, State.AGREED, State.DELIVERED}:
        assert healthy(state, **late) is Health.CLOSED


def test_what_waits_for_the_customer_is_neither_overdue_nor_stale():
    late = {"deadline": TODAY - DAY, "last_check_in_on": TODAY - 99 * DAY}

    assert healthy(State.DELIVERED, **late) is Health.ON_TRACK
    for state in (State.DRAFT, State.CLARIFYING):
        assert healthy(state, **late) is Health.PENDING


def test_every_combination_has_a_health():
    days = [None, TODAY - 50 * DAY, TODAY]
    for state, deadline, agreed, last, reported in itertools.product(
        State, days, days, days, [None, *CheckInHealth]
    ):
        found = healthy(
            state, deadline=deadline, agreed_on=agreed, last_check_in_on=last, last_health=reported
        )
        assert isinstance(found, Health)


def test_a_check_in_is_due_once_the_cadence_is_over():
    agreed = TODAY - 10 * DAY

    assert not is_check_in_due(TODAY, agreed, None, 10)
    assert is_check_in_due(TODAY, agreed, None, 9)
    assert not is_check_in_due(TODAY, agreed, TODAY - DAY, 9)
    assert not is_check_in_due(TODAY, None, None, 9)
