"""Forecasts, judges and grades: published values and other people's software."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from goals.domain.statistics.bins import equal_bins
from goals.domain.statistics.brier import brier
from goals.domain.statistics.kappa import kappa
from goals.domain.statistics.student import beyond, mean, quantile_975

forecasts = st.dictionaries(
    st.integers(0, 100).map(lambda percent: percent / 100),
    st.integers(1, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    min_size=1,
    max_size=20,
)


def test_the_score_is_that_of_the_ten_forecasts_of_rain():
    """Brier (1950), table 1: 0.19, summed over rain and no rain; ours is one half of that."""
    said = {0.7: (0, 1), 0.9: (1, 1), 0.8: (1, 1), 0.4: (1, 1), 0.2: (0, 1), 0.0: (0, 4)}
    said[0.1] = (0, 1)

    found = brier(said)

    assert found.n == 10
    assert 2 * found.score == pytest.approx(0.19, abs=1e-12)


@given(forecasts)
def test_the_parts_of_the_score_are_the_whole(said):
    found = brier(said)

    parts = found.reliability - found.resolution + found.uncertainty
    assert parts == pytest.approx(found.score, abs=1e-12)
    assert 0 <= found.score <= 1


def test_the_two_ends_of_forecasting():
    perfect = brier({1.0: (6, 6), 0.0: (0, 4)})
    constant = brier({0.6: (6, 10)})

    assert (perfect.score, perfect.reliability) == (0, 0)
    assert perfect.resolution == pytest.approx(perfect.uncertainty)
    assert constant.score == pytest.approx(0.24)
    assert (constant.reliability, constant.resolution) == (0, 0)
    with pytest.raises(ValueError, match="at least one forecast"):
        brier({})


@given(forecasts, st.integers(1, 8))
def test_bins_hold_every_forecast_once_and_in_order(said, wanted):
    found = equal_bins(said, wanted)

    assert 1 <= len(found) <= wanted
    assert sum(one.n for one in found) == sum(n for _, n in said.values())
    assert sum(one.came for one in found) == sum(came for came, _ in said.values())
    assert all(one.highest < other.lowest for one, other in itertools.pairwise(found))
    assert all(one.lowest - 1e-12 <= one.said <= one.highest + 1e-12 for one in found)


def test_bins_are_of_equal_count_where_the_forecasts_allow_it():
    said = {percent / 100: (0, 3) for percent in range(5, 100, 5)} | {1.0: (3, 3)}

    found = equal_bins(said, 5)

    assert [one.n for one in found] == [12, 12, 12, 12, 12]
    assert equal_bins({}, 5) == []


def test_a_band_is_where_honest_forecasts_lie():
    (found,) = equal_bins({0.8: (3, 20)}, 5)

    low, high = stats.binom.ppf([0.025, 0.975], 20, 0.8) / 20
    assert (found.band.low, found.band.high) == (low, high)
    assert not found.band.holds(found.share)


@pytest.mark.parametrize(
    ("rows", "value", "low", "high"),
    [  # Cohen (1960), table 1: .492; digits and intervals by statsmodels 0.15
        ([[88, 14, 18], [10, 40, 10], [2, 6, 12]], 0.4915254, 0.3915637, 0.5914871),
        ([[20, 5], [10, 15]], 0.4, 0.1510923, 0.6489077),
    ],
)
def test_agreement_is_the_published_one(rows, value, low, high):
    table = {(str(i), str(j)): n for i, row in enumerate(rows) for j, n in enumerate(row)}

    found = kappa(table)

    assert found is not None
    assert (found.value, found.interval.low, found.interval.high) == pytest.approx(
        (value, low, high), abs=5e-7
    )


def test_agreement_has_ends_and_a_place_where_nothing_can_be_told():
    full = kappa({("yes", "yes"): 5, ("no", "no"): 5})
    none = kappa({("yes", "no"): 5, ("no", "yes"): 5})

    assert full is not None
    assert none is not None
    assert (full.value, none.value) == (1, -1)
    assert kappa({("no", "no"): 9}) is None
    assert kappa({}) is None


@pytest.mark.parametrize("freedom", [1, 2, 3, 4, 9, 30, 200, 100_000])
def test_students_points_are_those_of_scipy(freedom):
    assert quantile_975(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), abs=1e-7)
    assert beyond(1.3, freedom) == pytest.approx(stats.t.sf(1.3, freedom), abs=1e-9)


@given(st.lists(st.integers(-6, 6), min_size=2, max_size=40))
def test_a_mean_and_its_interval_are_those_of_scipy(grades):
    found = mean(len(grades), sum(grades), sum(grade * grade for grade in grades))

    if len(set(grades)) == 1:
        assert found.interval.low == pytest.approx(grades[0])
        return
    theirs = stats.ttest_1samp(grades, 0).confidence_interval()
    assert (found.interval.low, found.interval.high) == pytest.approx(
        (theirs.low, theirs.high), abs=1e-6
    )


def test_one_grade_has_no_spread():
    with pytest.raises(ValueError, match="two values"):
        mean(1, 3, 9)
