"""How long things take, what changes, and many questions at once."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from goals.domain.analysis.reference_classes import History, outlook
from goals.domain.statistics.benjamini_hochberg import adjusted
from goals.domain.statistics.change import change
from goals.domain.statistics.control import RUN, chart, steady
from goals.domain.statistics.kaplan_meier import curve, interval
from goals.domain.statistics.newcombe import difference

REMISSION = Counter([6, 6, 6, 7, 10, 13, 16, 22, 23])
CENSORED = Counter([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35])
"""Weeks of remission under 6-MP (Freireich et al. 1963, Blood 21:699-716)."""


def test_the_curve_is_the_published_one():
    """As in Kalbfleisch and Prentice (1980), table 1.1; digits by statsmodels 0.15."""
    found = curve(REMISSION, CENSORED)

    assert [step.day for step in found.steps] == [6, 7, 10, 13, 16, 22, 23]
    assert [step.at_risk for step in found.steps] == [21, 17, 15, 12, 11, 7, 6]
    assert [step.open_share for step in found.steps] == pytest.approx(
        [0.85714286, 0.80672269, 0.75294118, 0.69019608, 0.62745098, 0.53781513, 0.44817927],
        abs=5e-9,
    )
    assert [step.error for step in found.steps] == pytest.approx(
        [0.07636035, 0.08693529, 0.09634965, 0.10681471, 0.11405387, 0.12823375, 0.13459146],
        abs=5e-9,
    )
    assert (found.n, found.ended) == (21, 9)


def test_the_median_and_its_interval_are_the_published_ones():
    found = curve(REMISSION, CENSORED)

    assert found.day_by_which(0.5) == 23
    assert found.interval_of(0.5) == (13, None)
    assert found.day_by_which(0.2) == 10
    assert found.interval_of(0.2) == (6, 22)
    assert found.day_by_which(0.8) is None


times = st.lists(st.tuples(st.integers(0, 60), st.booleans()), min_size=1, max_size=60)


@given(times)
def test_the_curve_is_that_of_scipy(cases):
    ended = [day for day, done in cases if done]
    censored = [day for day, done in cases if not done]
    found = curve(Counter(ended), Counter(censored))
    if not ended:
        assert found.steps == ()
        return

    theirs = stats.ecdf(stats.CensoredData(uncensored=ended, right=censored)).sf

    shares = dict(zip(theirs.quantiles, theirs.probabilities, strict=True))
    assert [step.open_share for step in found.steps] == pytest.approx(
        [shares[step.day] for step in found.steps], abs=1e-9
    )
    assert all(interval(step).holds(step.open_share) for step in found.steps)


@given(st.lists(st.integers(0, 99), min_size=1, max_size=50))
def test_without_anything_open_the_curve_is_plain_counting(days):
    found = curve(Counter(days), {})

    half = sorted(days)[(len(days) - 1) // 2]
    assert found.day_by_which(0.5) == half
    assert found.steps[-1].open_share == pytest.approx(0, abs=1e-12)


def test_nothing_at_all_gives_no_step():
    found = curve({}, {})

    assert (found.n, found.steps, found.day_by_which(0.5)) == (0, (), None)


PAPER = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262]
PAPER += [0.5719, 0.6528, 0.7590, 1.0000]


def test_the_four_findings_of_the_fifteen_are_the_published_ones():
    """Benjamini and Hochberg (1995), section 3.2."""
    found = adjusted(PAPER)

    assert [one <= 0.05 for one in found] == [True] * 4 + [False] * 11
    assert found[:8] == pytest.approx(
        [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571, 0.0638571, 0.0645], abs=5e-7
    )


@given(st.lists(st.floats(0, 1), max_size=30))
def test_corrected_values_are_those_of_scipy_in_the_order_given(values):
    theirs = list(stats.false_discovery_control(values)) if values else []

    assert adjusted(values) == pytest.approx(theirs, abs=1e-12)


def test_a_level_series_gives_no_signal():
    found = chart([(8, 10), (7, 10), (9, 10), (8, 10)])

    assert found is not None
    assert found.centre == 0.8
    assert not any(point.beyond or point.in_run for point in found.points)
    assert found.trend > 0.05


def test_one_month_far_out_is_beyond_the_limits():
    found = chart([(16, 20), (17, 20), (2, 20), (16, 20), (18, 20), (15, 20)])

    assert found is not None
    assert [point.beyond for point in found.points] == [False, False, True, False, False, False]
    low = stats.binom.ppf(0.00135, 20, found.centre) / 20
    assert found.points[0].limits.low == low


def test_eight_in_a_row_on_one_side_are_a_run_and_empty_months_do_not_break_it():
    higher = [(14, 20)] * 4 + [(0, 0)] + [(14, 20)] * 4
    found = chart([(11, 20)] * 7 + higher)

    assert found is not None
    assert RUN == 8
    assert [point.in_run for point in found.points] == [False] * 7 + [
        point.n > 0 for point in found.points[7:]
    ]


def test_a_steady_rise_is_seen_and_its_statistic_is_that_of_the_textbook():
    """z by the correlation: z = r sqrt(N) of score and result, over each single case."""
    series = [(10, 20), (12, 20), (14, 20), (16, 20), (18, 20)]
    scores = [at for at, (_, n) in enumerate(series) for _ in range(n)]
    results = [int(k < s) for s, n in series for k in range(n)]

    z = steady(series)

    assert z == pytest.approx(stats.pearsonr(scores, results).statistic * 100**0.5)
    found = chart(series)
    assert found is not None
    assert found.trend == pytest.approx(2 * stats.norm.sf(abs(z)))
    assert found.direction == 1


def test_a_series_without_a_case_says_nothing():
    assert chart([]) is None
    assert chart([(0, 0), (0, 0)]) is None
    assert steady([(3, 3), (4, 4)]) == 0


def test_a_change_is_read_beside_what_changed_elsewhere():
    found = change((10, 20), (18, 20), ((50, 100), (70, 100)))

    assert found.own == difference(18, 20, 10, 20)
    assert found.beyond_others is not None
    assert found.beyond_others.value == pytest.approx(0.2)
    assert found.beyond_others.interval.low < 0 < found.beyond_others.interval.high
    assert change((10, 20), (18, 20), ((0, 0), (70, 100))).beyond_others is None


@pytest.mark.parametrize("delivered", [{9: 11}, dict.fromkeys(range(10, 120, 10), 1)])
def test_that_all_were_done_by_then_is_never_certain(delivered):
    found = outlook(History(delivered, {5: 3}), 129).by_then

    assert found.value == 1
    assert 0.5 < found.interval.low < 0.95
    assert found.interval.high == 1
