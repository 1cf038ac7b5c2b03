"""One proportion, two proportions, many groups: published values and other people's software."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from goals.domain.statistics.binomial import at_least, at_most, probability, quantile
from goals.domain.statistics.fisher import fisher
from goals.domain.statistics.intervals import Estimate, Interval
from goals.domain.statistics.lift import lift, ratio
from goals.domain.statistics.newcombe import difference, subtract
from goals.domain.statistics.shrinkage import prior
from goals.domain.statistics.wilson import wilson

shares = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [  # Newcombe (1998), Statistics in Medicine 17:857-872, table I; digits by statsmodels 0.15
        (81, 263, 0.2552885, 0.3662096),
        (15, 148, 0.0623864, 0.1604872),
        (0, 20, 0.0, 0.1611252),
        (1, 29, 0.0061132, 0.1717552),
    ],
)
def test_wilson_is_right_to_six_digits(successes, n, low, high):
    found = wilson(successes, n)

    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-7)


@given(shares)
def test_wilson_is_that_of_scipy(case):
    successes, n = case

    theirs = stats.binomtest(successes, n).proportion_ci(method="wilson")

    assert (theirs.low, theirs.high) == pytest.approx(
        (wilson(successes, n).low, wilson(successes, n).high), abs=1e-12
    )


@pytest.mark.parametrize(
    ("counts", "value", "low", "high"),
    [  # Newcombe (1998), Statistics in Medicine 17:873-890, table II; digits by statsmodels 0.15
        ((56, 70, 48, 80), 0.2, 0.0524315, 0.3338727),
        ((9, 10, 3, 10), 0.6, 0.1705227, 0.8090180),
        ((6, 7, 2, 7), 0.5714286, 0.0582279, 0.8062496),
        ((5, 56, 0, 29), 0.0892857, -0.0381371, 0.1925600),
        ((0, 10, 0, 20), 0.0, -0.1611252, 0.2775328),
        ((0, 10, 0, 10), 0.0, -0.2775328, 0.2775328),
        ((10, 10, 0, 20), 1.0, 0.6790860, 1.0),
        ((10, 10, 0, 10), 1.0, 0.6075094, 1.0),
    ],
)
def test_the_difference_of_two_proportions_is_the_published_one(counts, value, low, high):
    found = difference(*counts)

    assert (found.value, found.interval.low, found.interval.high) == pytest.approx(
        (value, low, high), abs=5e-7
    )


@given(shares, shares)
def test_a_difference_turns_round_with_its_parts_and_holds_itself(one, other):
    found, turned = difference(*one, *other), difference(*other, *one)

    assert found.value == -turned.value
    assert math.isclose(found.interval.low, -turned.interval.high, abs_tol=1e-12)
    assert found.interval.holds(found.value)
    assert -1 <= found.interval.low <= found.interval.high <= 1


def test_nothing_is_compared_with_nothing():
    with pytest.raises(ValueError, match="at least one case"):
        difference(0, 0, 1, 2)


def test_a_change_of_changes_is_wider_than_each():
    own = Estimate(0.2, Interval(0.1, 0.3))
    other = Estimate(0.1, Interval(0.05, 0.15))

    found = subtract(own, other, widest=2.0)

    assert found.value == pytest.approx(0.1)
    assert found.interval.low == pytest.approx(0.1 - math.hypot(0.1, 0.05))
    assert found.interval.high == pytest.approx(0.1 + math.hypot(0.1, 0.05))


@given(shares, shares)
def test_fisher_is_that_of_scipy(one, other):
    table = [[one[0], one[1] - one[0]], [other[0], other[1] - other[0]]]

    assert fisher(*one, *other) == pytest.approx(
        stats.fisher_exact(table).pvalue, rel=1e-7, abs=1e-300
    )


def test_fisher_on_the_tea_that_was_tasted():
    """Fisher (1935), The design of experiments: 3 of 4 cups told right, 34 of 70 ways."""
    assert fisher(3, 4, 1, 4) == pytest.approx(34 / 70)
    assert fisher(4, 4, 0, 4) == pytest.approx(2 / 70)


def test_fisher_over_a_million_is_quick_and_right():
    wide = fisher(30_300, 60_000, 470_000, 940_000)

    normal = stats.chi2_contingency([[30_300, 29_700], [470_000, 470_000]], correction=False)
    assert wide == pytest.approx(normal.pvalue, rel=0.02)


@given(shares, st.floats(0.001, 0.999))
def test_binomial_probabilities_are_those_of_scipy(case, share):
    k, n = case

    assert probability(k, n, share) == pytest.approx(stats.binom.pmf(k, n, share), rel=1e-9)
    assert at_most(k, n, share) == pytest.approx(stats.binom.cdf(k, n, share), rel=1e-8, abs=1e-14)
    assert at_least(k, n, share) == pytest.approx(
        stats.binom.sf(k - 1, n, share), rel=1e-8, abs=1e-14
    )


@given(st.integers(1, 500), st.floats(0.01, 0.99), st.sampled_from([0.00135, 0.025, 0.5, 0.975]))
def test_binomial_quantiles_are_those_of_scipy(n, share, level):
    found = quantile(level, n, share)

    rounding = 1e-12  # exactly half of an odd number of fair throws lies on either side
    assert at_most(found, n, share) >= level - rounding
    assert found == 0 or at_most(found - 1, n, share) < level + rounding
    assert abs(found - stats.binom.ppf(level, n, share)) <= 1


def test_certain_shares_leave_no_doubt():
    assert (quantile(0.025, 10, 0.0), quantile(0.975, 10, 1.0)) == (0, 10)
    assert (at_most(3, 10, 0.0), at_most(3, 10, 1.0), at_least(4, 10, 1.0)) == (1.0, 0.0, 1.0)
    assert quantile(0.975, 1_000_000, 0.5) == 500_980


def test_a_lift_gives_difference_ratio_and_probability():
    """The aspirin study (Agresti, Categorical data analysis, 2002, section 3.1): ratio 1.82."""
    found = lift(189, 11_034, 104, 11_037)

    assert found.ratio is not None
    assert found.ratio.value == pytest.approx(1.817802, abs=5e-7)
    assert (found.ratio.interval.low, found.ratio.interval.high) == pytest.approx(
        (1.433031, 2.305884), abs=5e-7
    )
    assert found.difference == difference(189, 11_034, 104, 11_037)
    assert found.p_value == fisher(189, 11_034, 104, 11_037)


def test_there_is_no_ratio_to_nothing():
    assert ratio(3, 5, 0, 5) is None
    assert ratio(0, 5, 3, 5) is None


def test_groups_that_differ_by_chance_alone_are_one():
    found = prior([(5, 10), (5, 10), (6, 10), (4, 10)])

    assert found is not None
    assert math.isinf(found.strength)
    assert found.shrink(9, 10) == 0.5


def test_groups_that_have_nothing_in_common_stay_as_they_are():
    found = prior([(10, 10), (0, 10), (10, 10), (0, 10)])

    assert found is not None
    assert found.strength == 0
    assert found.shrink(9, 10) == 0.9


def test_the_moments_of_groups_are_reckoned_as_kleinman_does():
    """By hand: mean 1/2, S = 10 (.09 + .01 + .01 + .09) = 2, gamma = (2 - .75) / (.25 x 27)."""
    found = prior([(2, 10), (4, 10), (6, 10), (8, 10)])

    gamma = (2 - 0.25 * 3) / (0.25 * (30 - 3))
    assert found is not None
    assert found.mean == 0.5
    assert found.strength == pytest.approx((1 - gamma) / gamma)
    assert found.shrink(8, 10) == pytest.approx((8 + 0.5 * found.strength) / (10 + found.strength))


def test_too_few_groups_say_nothing_of_each_other():
    assert prior([(3, 4), (0, 0)]) is None
    assert prior([]) is None


@given(st.lists(shares, min_size=2, max_size=12))
def test_what_is_shrunk_lies_between_the_group_and_the_mean(groups):
    found = prior(groups)

    assert found is not None
    for successes, n in groups:
        low, high = sorted((successes / n, found.mean))
        assert low - 1e-12 <= found.shrink(successes, n) <= high + 1e-12


def test_the_strength_of_groups_is_found_again():
    """Groups drawn from a beta distribution of mean .7 and strength 10."""
    chance = random.Random(5)
    groups = []
    for _ in range(3_000):
        share = chance.betavariate(7, 3)
        groups.append((sum(chance.random() < share for _ in range(12)), 12))

    found = prior(groups)

    assert found is not None
    assert found.mean == pytest.approx(0.7, abs=0.01)
    assert found.strength == pytest.approx(10, rel=0.1)
