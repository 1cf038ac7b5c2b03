"""Means of differences between grades, from their number, sum and sum of squares."""

from dataclasses import dataclass

from goals.domain.analysis.proportions import against_nought
from goals.domain.analysis.reading import Reading
from goals.domain.rates import ENOUGH
from goals.domain.statistics.intervals import Estimate
from goals.domain.statistics.student import mean


@dataclass(frozen=True, slots=True)
class MeanDifference:
    """The mean of n differences with Student's interval; None below five."""

    n: int
    mean: Estimate | None
    reading: Reading


def mean_difference(n: int, total: int, squares: int) -> MeanDifference:
    """Estimate a mean difference and compare it with 0."""
    if n < ENOUGH:
        return MeanDifference(n, None, Reading.TOO_FEW if n else Reading.EMPTY)
    found = mean(n, total, squares)
    return MeanDifference(n, found, against_nought(found))
