"""What the answers promise, tried on made-up organisations: few false findings, true intervals."""

import random
from collections import Counter
from statistics import NormalDist

from goals.domain.statistics.benjamini_hochberg import adjusted
from goals.domain.statistics.binomial import probability
from goals.domain.statistics.change import change
from goals.domain.statistics.control import chart
from goals.domain.statistics.fisher import fisher
from goals.domain.statistics.intervals import Z_95
from goals.domain.statistics.kaplan_meier import curve
from goals.domain.statistics.newcombe import difference
from goals.domain.statistics.student import mean
from goals.domain.statistics.wilson import wilson


def drawn(chance: random.Random, n: int, share: float) -> int:
    return sum(chance.random() < share for _ in range(n))


def test_twelve_factors_that_mean_nothing_give_a_finding_in_at_most_one_run_of_twenty():
    chance = random.Random(1995)
    runs, false = 1_000, 0
    for _ in range(runs):
        achieved = [chance.random() < 0.7 for _ in range(60)]
        p_values = []
        for factor in range(12):
            named = [chance.random() < 0.1 + 0.05 * factor for _ in achieved]
            n = sum(named)
            with_it = sum(a for a, b in zip(achieved, named, strict=True) if b)
            if 0 < n < 60:
                p_values.append(fisher(with_it, n, sum(achieved) - with_it, 60 - n))
        false += any(p <= 0.05 for p in adjusted(p_values))

    assert false / runs <= 0.05


def test_factors_that_do_mean_something_are_found():
    chance = random.Random(1996)
    runs, found = 200, 0
    for _ in range(runs):
        with_it, without = drawn(chance, 30, 0.3), drawn(chance, 30, 0.9)
        found += adjusted([fisher(with_it, 30, without, 30)] + [0.5] * 11)[0] <= 0.05

    assert found / runs > 0.9


def test_ninety_five_of_a_hundred_intervals_of_a_rate_hold_it():
    """Reckoned, not drawn: over rates from 5 to 95 per cent, for 10, 20 and 60 cases."""
    for n in (10, 20, 60):
        shares = [at / 200 for at in range(10, 191)]
        covered = [
            sum(probability(k, n, share) for k in range(n + 1) if wilson(k, n).holds(share))
            for share in shares
        ]

        assert 0.93 <= sum(covered) / len(covered) <= 0.97


def test_ninety_five_of_a_hundred_intervals_of_a_difference_hold_it():
    chance = random.Random(1998)
    runs, held = 3_000, 0
    for _ in range(runs):
        one, other = chance.uniform(0.1, 0.9), chance.uniform(0.1, 0.9)
        found = difference(drawn(chance, 25, one), 25, drawn(chance, 40, other), 40)
        held += found.interval.holds(one - other)

    assert 0.93 <= held / runs <= 0.97


def test_ninety_five_of_a_hundred_intervals_of_a_change_hold_it():
    chance = random.Random(2008)
    runs, held = 2_000, 0
    for _ in range(runs):
        shares = [chance.uniform(0.2, 0.9) for _ in range(4)]
        before, after, there, then = (
            (drawn(chance, n, share), n) for n, share in zip((20, 20, 60, 60), shares, strict=True)
        )
        found = change(before, after, (there, then)).beyond_others
        assert found is not None
        held += found.interval.holds(shares[1] - shares[0] - (shares[3] - shares[2]))

    assert 0.93 <= held / runs <= 0.97


def test_ninety_five_of_a_hundred_intervals_of_a_mean_gap_hold_it():
    chance = random.Random(1908)
    runs, held = 4_000, 0
    for _ in range(runs):
        gaps = [round(chance.gauss(-0.4, 1.5)) for _ in range(12)]
        found = mean(12, sum(gaps), sum(gap * gap for gap in gaps))
        held += found.interval.holds(-0.4)

    assert 0.93 <= held / runs <= 0.97


def test_ninety_five_of_a_hundred_intervals_of_a_lead_time_hold_it_though_some_are_open():
    chance = random.Random(1958)
    half = 50 * 0.6931471805599453
    runs, held = 1_000, 0
    for _ in range(runs):
        ended: Counter[int] = Counter()
        still_open: Counter[int] = Counter()
        for _ in range(60):
            took, age = chance.expovariate(1 / 50), chance.uniform(10, 200)
            (ended if took <= age else still_open)[int(min(took, age)) + 1] += 1
        low, high = curve(ended, still_open).interval_of(0.5)
        held += low is not None and low - 1 <= half and (high is None or half <= high)

    assert 0.93 <= held / runs <= 0.97


def test_a_series_in_which_nothing_changes_seldom_signals():
    chance = random.Random(1931)
    runs, signals = 600, 0
    for _ in range(runs):
        found = chart([(drawn(chance, 20, 0.75), 20) for _ in range(12)])
        assert found is not None
        trend = found.trend < 0.01
        signals += trend or any(point.beyond or point.in_run for point in found.points)

    assert signals / runs <= 0.07


def test_the_quantile_used_everywhere_is_that_of_the_normal_distribution():
    assert abs(Z_95 - NormalDist().inv_cdf(0.975)) < 1e-12
