"""How long things take, when some are not done yet.

A time is a whole number of days. What is open is censored: it took longer than it is old.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from goals.domain.statistics.intervals import Z_95, Interval


@dataclass(frozen=True, slots=True)
class Step:
    """The share still open after this day, with Greenwood's standard error of it."""

    day: int
    at_risk: int
    ended: int
    open_share: float
    error: float


@dataclass(frozen=True, slots=True)
class Curve:
    """A survival curve: one step for each day on which something ended."""

    n: int
    ended: int
    steps: tuple[Step, ...]

    def day_by_which(self, share: float) -> int | None:
        """The first day by which at least this share has ended; None where it is not known yet."""
        for step in self.steps:
            if 1 - step.open_share >= share - 1e-12:
                return step.day
        return None

    def interval_of(self, share: float) -> tuple[int | None, int | None]:
        """The 95 % interval of that day (Brookmeyer and Crowley 1982, Biometrics 38:29-41).

        All days whose log-log interval of the open share holds 1 - share; an end that the data
        do not reach is None.
        """
        wanted = 1 - share
        first = next((s.day for s in self.steps if interval(s).low <= wanted + 1e-12), None)
        last = next((s.day for s in self.steps if interval(s).high < wanted - 1e-12), None)
        return first, last


def curve(ended: Mapping[int, int], still_open: Mapping[int, int]) -> Curve:
    """Estimate the share still open, day by day (Kaplan and Meier 1958, JASA 53:457-481).

    The counts of what ended, and of what is open, by age in days. Of the same day, an end comes
    before a censoring. The error is Greenwood's (1926, The natural duration of cancer).
    """
    at_risk = sum(ended.values()) + sum(still_open.values())
    n, share, hazard = at_risk, 1.0, 0.0
    steps = []
    for day in sorted({*ended, *still_open}):
        gone = ended.get(day, 0)
        if gone:
            share *= (at_risk - gone) / at_risk
            hazard += gone / (at_risk * (at_risk - gone)) if at_risk > gone else 0.0
            steps.append(Step(day, at_risk, gone, share, share * math.sqrt(hazard)))
        at_risk -= gone + still_open.get(day, 0)
    return Curve(n, sum(ended.values()), tuple(steps))


def interval(step: Step) -> Interval:
    """The 95 % interval of the open share, log-log (Kalbfleisch and Prentice 1980, section 1.3)."""
    share = step.open_share
    if share <= 0:
        return Interval(0.0, 0.0)
    reach = math.exp(Z_95 * step.error / (share * -math.log(share)))
    return Interval(share**reach, share ** (1 / reach))
