"""The interval of the difference of two proportions, and of the change of such a difference.

Both add the squares of the distances to the ends of each part's own interval.
"""

import math

from goals.domain.statistics.intervals import Estimate, Interval
from goals.domain.statistics.wilson import wilson


def difference(successes: int, n: int, other_successes: int, other_n: int) -> Estimate:
    """The first proportion minus the other (Newcombe 1998, Statistics in Medicine 17:873-890).

    His method 10, the hybrid score interval without continuity correction. Raises ValueError
    where one of the two has no case.
    """
    if n == 0 or other_n == 0:
        raise ValueError("A proportion needs at least one case.")
    own, other = wilson(successes, n), wilson(other_successes, other_n)
    return subtract(
        Estimate(successes / n, own), Estimate(other_successes / other_n, other), widest=1.0
    )


def subtract(first: Estimate, second: Estimate, *, widest: float) -> Estimate:
    """The difference of two independent estimates (Zou and Donner 2008, Stat. Med. 27:1693-1702).

    MOVER, which of two Wilson intervals makes Newcombe's. ``widest`` is the greatest difference
    there can be: 1 of two proportions, 2 of two differences of proportions.
    """
    value = first.value - second.value
    low = math.hypot(first.value - first.interval.low, second.interval.high - second.value)
    high = math.hypot(first.interval.high - first.value, second.value - second.interval.low)
    return Estimate(value, Interval(max(value - low, -widest), min(value + high, widest)))
