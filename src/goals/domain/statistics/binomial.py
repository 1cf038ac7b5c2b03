"""The binomial distribution: probabilities, tails and quantiles (Bernoulli 1713, Ars conjectandi).

Sums run from the tail inwards and stop where nothing is added any more, so that a million cases
cost no more than some thousand.
"""

import math
from statistics import NormalDist


def log_choose(n: int, k: int) -> float:
    """The logarithm of the number of ways to choose k of n."""
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)


def probability(k: int, n: int, share: float) -> float:
    """The probability of exactly k successes of n."""
    if not 0 <= k <= n:
        return 0.0
    if share <= 0.0 or share >= 1.0:
        return float(k == (n if share >= 1.0 else 0))
    return math.exp(log_choose(n, k) + k * math.log(share) + (n - k) * math.log1p(-share))


def at_most(k: int, n: int, share: float) -> float:
    """The probability of k or fewer successes of n."""
    if k >= n:
        return 1.0
    if k > n * share:
        return 1.0 - at_most(n - k - 1, n, 1 - share)
    total, term = 0.0, probability(k, n, share)
    while k >= 0:
        total += term
        if term < total * 1e-17:
            break
        term *= k * (1 - share) / ((n - k + 1) * share) if share > 0 else 0.0
        k -= 1
    return total


def at_least(k: int, n: int, share: float) -> float:
    """The probability of k or more successes of n."""
    return at_most(n - k, n, 1 - share)


def quantile(level: float, n: int, share: float) -> int:
    """The smallest k such that k or fewer successes have at least this probability.

    The level lies between 0 and 1. One tail is summed up to where the normal distribution has it;
    the exact place is a few steps away.
    """
    spread = math.sqrt(n * share * (1 - share))
    k = min(max(round(n * share + NormalDist().inv_cdf(level) * spread), 0), n)
    below = at_most(k, n, share)
    while below < level and k < n:
        k += 1
        below += probability(k, n, share)
    while k > 0 and below - (here := probability(k, n, share)) >= level:
        k -= 1
        below -= here
    return k
