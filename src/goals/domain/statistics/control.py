"""Is something changing: stated rules for a series of rates.

The limits are those of a p-chart (Shewhart 1931, Economic control of quality of manufactured
product), by exact binomial probability instead of three sigmas, since few cases make a skew
distribution; the run is from the Western Electric handbook (1956); the steady trend is the test
of Cochran (1954, Biometrics 10:417-451) and Armitage (1955, Biometrics 11:375-386).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from goals.domain.statistics.binomial import at_least, at_most, quantile
from goals.domain.statistics.intervals import Interval

TAIL = 0.00135
"""The probability beyond three sigmas of a normal distribution, on one side."""
RUN = 8
STEADY = 0.01


@dataclass(frozen=True, slots=True)
class Point:
    """One period: its cases, and where its rate would lie if nothing had changed."""

    successes: int
    n: int
    limits: Interval
    beyond: bool
    in_run: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """A series against its centre line; ``trend`` is the p-value of a steady rise or fall.

    ``direction`` is +1 where the rate rises over the series, -1 where it falls, 0 otherwise.
    """

    centre: float
    points: tuple[Point, ...]
    trend: float
    direction: int


def chart(series: Sequence[tuple[int, int]]) -> Chart | None:
    """Set (successes, n) of periods, in order of time, against their common rate.

    Periods without a case break no run. None without any case.
    """
    whole = sum(n for _, n in series)
    if whole == 0:
        return None
    centre = sum(successes for successes, _ in series) / whole
    runs = _in_runs(series, centre)
    points = tuple(
        Point(
            successes,
            n,
            Interval(*(quantile(tail, n, centre) / n if n else end for tail, end in _ENDS)),
            beyond=_beyond(successes, n, centre),
            in_run=at in runs,
        )
        for at, (successes, n) in enumerate(series)
    )
    z = steady(series)
    p_value = math.erfc(abs(z) / math.sqrt(2))
    return Chart(centre, points, p_value, (z > 0) - (z < 0))


_ENDS = ((TAIL, 0.0), (1 - TAIL, 1.0))


def steady(series: Sequence[tuple[int, int]]) -> float:
    """The Cochran-Armitage statistic, standard normal where the rate does not change."""
    known = [(at, successes, n) for at, (successes, n) in enumerate(series) if n]
    whole = sum(n for _, _, n in known)
    if whole == 0:
        return 0.0
    centre = sum(successes for _, successes, _ in known) / whole
    middle = sum(at * n for at, _, n in known) / whole
    slope = sum((successes - n * centre) * (at - middle) for at, successes, n in known)
    spread = centre * (1 - centre) * sum(n * (at - middle) ** 2 for at, _, n in known)
    return slope / math.sqrt(spread) if spread > 0 else 0.0


def _beyond(successes: int, n: int, centre: float) -> bool:
    if n == 0:
        return False
    return min(at_most(successes, n, centre), at_least(successes, n, centre)) < TAIL


def _in_runs(series: Sequence[tuple[int, int]], centre: float) -> set[int]:
    """The places of periods in a run of eight on one side of the centre line."""
    found: set[int] = set()
    run: list[int] = []
    side = 0
    for at, (successes, n) in enumerate(series):
        if n == 0:
            continue
        over = (successes > n * centre) - (successes < n * centre)
        run = [*run, at] if over == side and over else [at]
        side = over
        if over and len(run) >= RUN:
            found.update(run)
    return found
