"""Forecasts in groups of equal size, each with the band in which an honest one would lie."""

from collections.abc import Mapping
from dataclasses import dataclass

from goals.domain.statistics.binomial import quantile
from goals.domain.statistics.intervals import Interval


@dataclass(frozen=True, slots=True)
class Bin:
    """Some forecasts: the least, greatest and mean probability said, and how many came true."""

    lowest: float
    highest: float
    said: float
    came: int
    n: int

    @property
    def share(self) -> float:
        """The share that came true."""
        return self.came / self.n

    @property
    def band(self) -> Interval:
        """Where the share lies in 95 of 100 cases if what was said is right.

        A consistency bar (Broecker and Smith 2007, Weather and Forecasting 22:651-661), here by
        the binomial quantiles of 2.5 % and 97.5 %.
        """
        low, high = (quantile(level, self.n, self.said) for level in (0.025, 0.975))
        return Interval(low / self.n, high / self.n)


def equal_bins(forecasts: Mapping[float, tuple[int, int]], bins: int) -> list[Bin]:
    """Split (came true, n) by probability said into so many bins of about equal count.

    Equal forecasts stay together, so there may be fewer bins. A bin is closed when it comes
    closest to its even part of what is left.
    """
    known = sorted((said, came, n) for said, (came, n) in forecasts.items() if n)
    left = sum(n for _, _, n in known)
    found: list[Bin] = []
    group: list[tuple[float, int, int]] = []
    size = 0
    for each in known:
        wanted = left / max(bins - len(found), 1)
        if group and len(found) < bins - 1 and size + each[2] - wanted > wanted - size:
            found.append(_bin(group))
            left -= size
            group, size = [], 0
        group.append(each)
        size += each[2]
    return [*found, _bin(group)] if group else found


def _bin(group: list[tuple[float, int, int]]) -> Bin:
    n = sum(count for _, _, count in group)
    said = sum(value * count for value, _, count in group) / n
    return Bin(group[0][0], group[-1][0], said, sum(came for _, came, _ in group), n)
