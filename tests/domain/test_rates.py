"""Rates: published values, and never a number without what it rests on."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goals.domain.rates import Exclusion, RateNote, Tally, estimate
from goals.domain.statistics.intervals import Interval
from goals.domain.statistics.wilson import wilson

counts = st.integers(0, 60)
tallies = st.builds(
    Tally,
    achieved=counts,
    not_achieved=counts,
    not_assessable=counts,
    pending=counts,
    overdue=counts,
    cancelled=counts,
)


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [  # Newcombe (1998), Statistics in Medicine 17:857-872, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_the_published_one(successes, n, low, high):
    found = wilson(successes, n)

    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_holds_the_share_and_mirrors(case):
    successes, n = case

    found, mirrored = wilson(successes, n), wilson(n - successes, n)

    assert 0 <= found.low <= successes / n <= found.high <= 1
    assert math.isclose(found.low, 1 - mirrored.high, abs_tol=1e-12)
    assert found.high - found.low > wilson(successes * 10, n * 10).high - (
        wilson(successes * 10, n * 10).low
    )


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_ends_solve_the_score_equation(case):
    successes, n = case
    found = wilson(successes, n)

    for end in (found.low, found.high):
        if 0 < end < 1:
            score = abs(successes / n - end) / math.sqrt(end * (1 - end) / n)
            assert math.isclose(score, 1.959963984540054, rel_tol=1e-6)


def test_no_case_says_nothing_and_impossible_ones_are_refused():
    assert wilson(0, 0) == Interval(0.0, 1.0)
    for successes, n in ((-1, 5), (6, 5), (1, 0)):
        with pytest.raises(ValueError, match="between 0 and n"):
            wilson(successes, n)
    with pytest.raises(ValueError, match="negative"):
        Tally(achieved=-1)
    with pytest.raises(ValueError, match="negative"):
        Tally(cancelled=-1)


def test_a_rate_says_what_it_rests_on_and_what_it_leaves_out():
    tally = Tally(
        achieved=6, not_achieved=2, not_assessable=1, pending=3, overdue=1, cancelled=2, lapsed=1
    )

    found = estimate(tally)

    assert (found.achieved, found.due, found.settled, found.n) == (6, 15, 9, 8)
    assert found.rate == 6 / 8
    assert found.strict_rate == 6 / (8 + 2 + 1)
    assert found.bounds == Interval(6 / 12, 10 / 12)
    assert found.interval == wilson(6, 8)
    assert found.excluded == {
        Exclusion.PENDING: 3,
        Exclusion.OVERDUE: 1,
        Exclusion.CANCELLED: 2,
        Exclusion.NOT_ASSESSABLE: 1,
    }
    assert (found.lapsed, found.sufficient, found.note) == (1, True, RateNote.PROVISIONAL)


@pytest.mark.parametrize(
    ("tally", "note"),
    [
        (Tally(), RateNote.NOTHING_DUE),
        (Tally(pending=9), RateNote.NOTHING_SETTLED),
        (Tally(achieved=4, not_assessable=9), RateNote.TOO_FEW),
        (Tally(achieved=4, not_achieved=1), RateNote.COMPLETE),
        (Tally(achieved=4, not_achieved=1, pending=1), RateNote.PROVISIONAL),
        (Tally(achieved=4, not_achieved=1, overdue=1), RateNote.PROVISIONAL),
        (Tally(achieved=4, not_achieved=1, pending=1, overdue=1), RateNote.PROVISIONAL),
    ],
)
def test_a_rate_says_how_far_to_trust_it(tally, note):
    assert estimate(tally).note is note


@given(tallies)
def test_below_five_there_are_counts_only(tally):
    found = estimate(tally)

    shown = (found.rate, found.strict_rate, found.interval, found.bounds)
    enough = tally.achieved + tally.not_achieved >= 5
    assert found.sufficient is enough
    assert all((value is not None) is enough for value in shown)


@given(tallies)
def test_the_strict_rate_is_never_higher_and_the_bounds_hold_the_rate(tally):
    found = estimate(tally)

    if found.sufficient:
        assert found.strict_rate <= found.rate
        assert found.bounds.low <= found.rate <= found.bounds.high
        assert found.interval.low <= found.rate <= found.interval.high
    assert found.due == found.n + sum(found.excluded.values())
