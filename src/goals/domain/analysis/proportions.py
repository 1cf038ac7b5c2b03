"""Proportions and their differences, with the floor of five below which only counts are shown."""

from dataclasses import dataclass

from goals.domain.analysis.reading import Reading
from goals.domain.rates import ENOUGH
from goals.domain.statistics.intervals import Estimate
from goals.domain.statistics.newcombe import difference
from goals.domain.statistics.wilson import wilson


@dataclass(frozen=True, slots=True)
class Proportion:
    """So many of n; ``rate`` with its Wilson interval is None below five."""

    count: int
    n: int

    @property
    def sufficient(self) -> bool:
        """Whether there are enough cases for a rate."""
        return self.n >= ENOUGH

    @property
    def rate(self) -> Estimate | None:
        """The rate, or None where there are too few cases."""
        return (
            Estimate(self.count / self.n, wilson(self.count, self.n)) if self.sufficient else None
        )

    @property
    def reading(self) -> Reading:
        """What may be said about it."""
        if self.n == 0:
            return Reading.EMPTY
        return Reading.ESTIMATED if self.sufficient else Reading.TOO_FEW


@dataclass(frozen=True, slots=True)
class Comparison:
    """The first rate minus the second, by Newcombe; None where one of them has too few cases."""

    first: Proportion
    second: Proportion
    difference: Estimate | None
    reading: Reading


def compare(first: Proportion, second: Proportion) -> Comparison:
    """Compare two rates of different cases."""
    if first.n == 0 or second.n == 0:
        return Comparison(first, second, None, Reading.EMPTY)
    if not (first.sufficient and second.sufficient):
        return Comparison(first, second, None, Reading.TOO_FEW)
    found = difference(first.count, first.n, second.count, second.n)
    return Comparison(first, second, found, against_nought(found))


def against_nought(found: Estimate) -> Reading:
    """Whether an estimate is higher or lower than 0, or cannot be told from it."""
    if found.interval.low > 0:
        return Reading.HIGHER
    return Reading.LOWER if found.interval.high < 0 else Reading.NOT_DISTINGUISHABLE
