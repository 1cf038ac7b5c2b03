"""Small groups, read with what is known of the others."""

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prior:
    """What the groups have in common: their mean, and how many cases that knowledge is worth.

    ``strength`` 0 leaves each group as it is, infinity gives all groups the mean.
    """

    mean: float
    strength: float

    def shrink(self, successes: int, n: int) -> float:
        """The rate of a group, drawn towards the mean the more, the fewer its cases."""
        if math.isinf(self.strength) or n == 0:
            return self.mean
        return (successes + self.mean * self.strength) / (n + self.strength)


def prior(groups: Iterable[tuple[int, int]]) -> Prior | None:
    """Fit a beta-binomial to (successes, n) of groups (Kleinman 1973, JASA 68:46-54).

    His moment estimator, weighted by the cases. Groups that differ no more than chance would
    make them give infinite strength. None where there are fewer than two groups with a case.
    """
    known = [(successes, n) for successes, n in groups if n > 0]
    if len(known) < 2:
        return None
    whole = sum(n for _, n in known)
    mean = sum(successes for successes, _ in known) / whole
    spread = sum(n * (successes / n - mean) ** 2 for successes, n in known)
    variance = mean * (1 - mean)
    each = len(known) - 1
    all_of_it = sum(n * (1 - n / whole) for _, n in known)
    scale = variance * (all_of_it - each)
    if scale <= 0:
        return Prior(mean, math.inf)
    correlation = min((spread - variance * each) / scale, 1.0)
    if correlation <= 0:
        return Prior(mean, math.inf)
    return Prior(mean, (1 - correlation) / correlation)
