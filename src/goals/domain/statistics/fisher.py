"""The exact test of two proportions."""

import math
from bisect import bisect_left
from collections.abc import Callable

from goals.domain.statistics.binomial import log_choose

SAME = 1 + 1e-7
"""Probabilities that differ by less than this factor count as equal, as usual in software."""


def fisher(successes: int, n: int, other_successes: int, other_n: int) -> float:
    """The two-sided p-value that two proportions are one (Fisher 1935, J. R. Stat. Soc. 98:39-82).

    The probability, margins given, of a table no likelier than this one. It is exact, so that a
    false finding is never more frequent than said.
    """
    taken = successes + other_successes
    lowest, highest = max(0, taken - other_n), min(n, taken)
    whole = log_choose(n + other_n, taken)

    def probability(k: int) -> float:
        return math.exp(log_choose(n, k) + log_choose(other_n, taken - k) - whole)

    def more(k: int) -> float:
        """How much likelier one more success is than k."""
        return (n - k) * (taken - k) / ((k + 1) * (other_n - taken + k + 1))

    limit = probability(successes) * SAME
    mode = min(max((taken + 1) * (n + 1) // (n + other_n + 2), lowest), highest)
    up = range(mode, highest + 1)
    down = range(mode - 1, lowest - 1, -1)
    return min(
        _tail(up, probability, more, limit)
        + _tail(down, probability, lambda k: 1 / more(k - 1), limit),
        1.0,
    )


def _tail(
    way: range, probability: Callable[[int], float], step: Callable[[int], float], limit: float
) -> float:
    """Sum what is at most ``limit`` of probabilities that fall along the way, from step to step."""
    rest = way[bisect_left(way, True, key=lambda k: probability(k) <= limit) :]
    if not rest:
        return 0.0
    total = term = probability(rest[0])
    for k in rest[:-1]:
        term *= step(k)
        total += term
        if term <= total * 1e-17:
            break
    return total
