"""Attainment: right for rising, falling, threshold, band and binary criteria."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from goals.domain.attainment import (
    Attainment,
    AttainmentRecord,
    Target,
    WeightedAttainment,
    attained,
    check_target,
    weighted,
)
from goals.domain.enums import CriterionKind, Direction
from goals.domain.errors import Issues

LEVELS = (Direction.INCREASE, Direction.DECREASE, Direction.AT_LEAST, Direction.AT_MOST)
RISING = {Direction.INCREASE, Direction.AT_LEAST}
numbers = st.decimals(-1000, 1000, allow_nan=False, allow_infinity=False, places=2)


def metric(direction, target, baseline=None, stretch=None, band=None) -> Target:
    given_numbers = (
        None if each is None else Decimal(each) for each in (baseline, target, stretch, band)
    )
    return Target(CriterionKind.METRIC, direction, *given_numbers)


def reach(target: Target, value) -> tuple[str, bool, bool]:
    found = attained(target, Decimal(value))
    return (str(found.fraction), found.met, found.exceeded)


@pytest.mark.parametrize(
    ("target", "value", "expected"),
    [
        # Erstlösungsquote von 61 auf 75 heben; 80 wäre übertroffen.
        (metric(Direction.INCREASE, 75, 61, 80), 61, ("0", False, False)),
        (metric(Direction.INCREASE, 75, 61, 80), 68, ("0.5", False, False)),
        (metric(Direction.INCREASE, 75, 61, 80), 75, ("1", True, False)),
        (metric(Direction.INCREASE, 75, 61, 80), 82, ("1.5", True, True)),
        (metric(Direction.INCREASE, 75, 61, 80), 40, ("0", False, False)),
        # Von 12 auf 5 Tage senken.
        (metric(Direction.DECREASE, 5, 12, 4), 12, ("0", False, False)),
        (metric(Direction.DECREASE, 5, 12, 4), "8.5", ("0.5", False, False)),
        (metric(Direction.DECREASE, 5, 12, 4), 5, ("1", True, False)),
        (metric(Direction.DECREASE, 5, 12, 4), 4, ("1.142857", True, True)),
        (metric(Direction.DECREASE, 5, 12, 4), 20, ("0", False, False)),
        # To zero, and below zero.
        (metric(Direction.DECREASE, 0, 40), 10, ("0.75", False, False)),
        (metric(Direction.INCREASE, 5, -5), 0, ("0.5", False, False)),
        # Thresholds are met or approached, never more than met.
        (metric(Direction.AT_LEAST, "99.5"), "99.9", ("1", True, False)),
        (metric(Direction.AT_LEAST, 80), 60, ("0.75", False, False)),
        (metric(Direction.AT_LEAST, 80, 60), 70, ("0.5", False, False)),
        (metric(Direction.AT_LEAST, 80, 60, 90), 95, ("1", True, True)),
        (metric(Direction.AT_MOST, 5), 5, ("1", True, False)),
        (metric(Direction.AT_MOST, 5), 10, ("0.5", False, False)),
        (metric(Direction.AT_MOST, 5, 20), 8, ("0.8", False, False)),
        (metric(Direction.AT_MOST, 0), 3, ("0", False, False)),
        (metric(Direction.AT_MOST, 5, None, 2), 1, ("1", True, True)),
        # Without a baseline nobody can say how far beyond.
        (metric(Direction.INCREASE, 50), 100, ("1", True, False)),
        (metric(Direction.INCREASE, 50), 25, ("0.5", False, False)),
        (metric(Direction.DECREASE, 5), 1, ("1", True, False)),
        (metric(Direction.DECREASE, 5), 10, ("0.5", False, False)),
        # A room between 20 and 22 degrees; it was 26.
        (metric(Direction.WITHIN, 21, None, None, 1), 20, ("1", True, False)),
        (metric(Direction.WITHIN, 21, None, None, 1), 22, ("1", True, False)),
        (metric(Direction.WITHIN, 21, None, None, 1), 23, ("0.5", False, False)),
        (metric(Direction.WITHIN, 21, 26, None, 1), 24, ("0.5", False, False)),
        (metric(Direction.WITHIN, 21, 26, None, 1), 18, ("0.5", False, False)),
        (metric(Direction.WITHIN, 21, 26, None, 1), 30, ("0", False, False)),
        (metric(Direction.WITHIN, 21), 21, ("1", True, False)),
        (metric(Direction.WITHIN, 21), "21.1", ("0", False, False)),
        # Yes or no.
        (Target(CriterionKind.BINARY), 1, ("1", True, False)),
        (Target(CriterionKind.BINARY), 0, ("0", False, False)),
    ],
)
def test_examples_come_out_as_people_would_say(target, value, expected):
    assert reach(target, value) == expected


def test_just_short_of_the_target_is_never_rounded_up_to_it():
    target = metric(Direction.INCREASE, "1000000000", 0)

    assert reach(target, "999999999.99999999") == ("0.999999", False, False)


def test_without_a_value_or_a_target_nothing_is_said():
    assert attained(metric(Direction.INCREASE, 75, 61), None) == Attainment(None, None, False)
    assert attained(Target(CriterionKind.METRIC), Decimal(3)) == Attainment(None, None, False)


@given(st.sampled_from(LEVELS), numbers, numbers)
def test_the_baseline_is_0_and_the_target_is_1(direction, low, high):
    assume(low < high)
    start, goal = (low, high) if direction in RISING else (high, low)
    target = metric(direction, goal, start)

    assert attained(target, start) == Attainment(Decimal(0), met=False)
    assert attained(target, goal) == Attainment(Decimal(1), met=True)


@given(st.sampled_from(LEVELS), numbers, st.none() | numbers, st.none() | numbers, numbers, numbers)
def test_a_better_value_never_attains_less(direction, goal, start, stretch, one, other):
    target = metric(direction, goal, start, stretch)
    worse, better = sorted((one, other), reverse=direction not in RISING)

    less, more = attained(target, worse), attained(target, better)

    assert less.fraction <= more.fraction
    assert less.met <= more.met
    assert less.exceeded <= more.exceeded


@given(numbers, st.decimals(0, 100, places=2), st.none() | numbers, numbers, numbers)
def test_nearer_to_the_middle_of_a_band_never_attains_less(goal, band, start, one, other):
    target = metric(Direction.WITHIN, goal, start, None, band)
    nearer, farther = sorted((one, other), key=lambda value: abs(value - goal))

    assert attained(target, farther).fraction <= attained(target, nearer).fraction
    assert attained(target, goal).met


@given(
    st.sampled_from([*LEVELS, Direction.WITHIN]),
    numbers,
    st.none() | numbers,
    st.none() | numbers,
    st.none() | st.decimals(0, 100, places=2),
    numbers,
)
def test_a_fraction_is_1_exactly_when_the_criterion_is_met(
    direction, goal, start, stretch, band, value
):
    found = attained(metric(direction, goal, start, stretch, band), value)

    assert found.met is (found.fraction >= 1)
    assert 0 <= found.fraction <= 10
    assert found.met or not found.exceeded


@given(numbers, numbers, st.none() | numbers, numbers)
def test_falling_is_rising_in_the_mirror(goal, start, stretch, value):
    rising = metric(Direction.INCREASE, goal, start, stretch)
    falling = metric(Direction.DECREASE, -goal, -start, None if stretch is None else -stretch)
    assume(start < goal)

    assert attained(rising, value) == attained(falling, -value)


@given(numbers, numbers, st.decimals(0, 100, places=2), numbers)
def test_a_band_does_not_mind_which_side_a_value_lies_on(goal, start, band, off):
    target = metric(Direction.WITHIN, goal, start, None, band)

    assert attained(target, goal + off) == attained(target, goal - off)


@given(numbers, numbers, numbers, st.decimals(1, 50, places=1), numbers)
def test_another_unit_does_not_change_the_attainment(goal, start, value, factor, shift):
    assume(start < goal)
    target = metric(Direction.INCREASE, goal, start)
    scaled = metric(Direction.INCREASE, goal * factor + shift, start * factor + shift)

    assert attained(target, value) == attained(scaled, value * factor + shift)


def test_an_override_counts_and_the_computed_value_stays_beside_it():
    computed = attained(metric(Direction.INCREASE, 75, 61), Decimal(68))

    record = AttainmentRecord(computed, override=Decimal(1))

    assert record.computed == Attainment(Decimal("0.5"), met=False)
    assert record.effective == Attainment(Decimal(1), met=True)
    assert AttainmentRecord(computed).effective == computed


def test_a_commission_is_weighed_by_its_criteria_and_nothing_makes_up_for_a_miss():
    parts = [(3, Decimal(2)), (1, Decimal(0)), (2, None)]

    assert weighted(parts) == WeightedAttainment(Decimal("0.75"), known=4, total=6)
    assert weighted([(2, None)]) == WeightedAttainment(None, 0, 2)
    assert weighted([]) == WeightedAttainment(None, 0, 0)


@given(st.lists(st.tuples(st.integers(1, 100), st.decimals(0, 10, places=3)), min_size=1))
def test_a_weighted_attainment_lies_between_the_smallest_and_the_largest(parts):
    capped = [min(part, Decimal(1)) for _, part in parts]

    found = weighted(parts).fraction

    assert min(capped) - Decimal("0.000001") <= found <= max(capped)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (metric(Direction.INCREASE, 75, 61, 80), []),
        (metric(Direction.DECREASE, 5, 12, 4), []),
        (metric(Direction.AT_LEAST, 80, 90), []),
        (metric(Direction.WITHIN, 21, 26, None, 1), []),
        (Target(CriterionKind.BINARY), []),
        (metric(Direction.INCREASE, 5, 12), [("WRONG_WAY", "target")]),
        (metric(Direction.DECREASE, 12, 12), [("WRONG_WAY", "target")]),
        (metric(Direction.INCREASE, 75, 61, 70), [("WRONG_WAY", "stretch")]),
        (metric(Direction.AT_MOST, 5, None, 5), [("WRONG_WAY", "stretch")]),
        (metric(Direction.WITHIN, 21), [("REQUIRED", "band")]),
        (metric(Direction.WITHIN, 21, None, None, -1), [("BAND_NEGATIVE", "band")]),
        (Target(CriterionKind.METRIC), [("REQUIRED", "direction"), ("REQUIRED", "target")]),
        (
            Target(CriterionKind.BINARY, target=Decimal(1), band=Decimal(1)),
            [("NOT_FOR_BINARY", "target"), ("NOT_FOR_BINARY", "band")],
        ),
    ],
)
def test_numbers_that_make_no_sense_are_named(target, expected):
    issues = Issues()

    check_target(target, ("criteria", 0), issues)

    assert [(issue.code, issue.path[-1]) for issue in issues] == expected
