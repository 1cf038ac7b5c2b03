"""How long it takes: the days by which half, and four of five, are done."""

from collections.abc import Mapping
from dataclasses import dataclass

from goals.domain.analysis.reading import Reading
from goals.domain.rates import ENOUGH
from goals.domain.statistics.kaplan_meier import Curve, curve


@dataclass(frozen=True, slots=True)
class Days:
    """A number of days with its 95 % interval; None is a day that the data do not reach."""

    day: int | None
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class LeadTimes:
    """Cases, how many of them are done and how many open, and the days of 50 % and 80 %."""

    n: int
    done: int
    still_open: int
    half: Days | None
    most: Days | None
    reading: Reading


def lead_times(done: Mapping[int, int], still_open: Mapping[int, int]) -> LeadTimes:
    """Estimate by Kaplan and Meier; days are None where there are fewer than five cases."""
    found = curve(done, still_open)
    left = found.n - found.ended
    if found.n < ENOUGH:
        reading = Reading.TOO_FEW if found.n else Reading.EMPTY
        return LeadTimes(found.n, found.ended, left, None, None, reading)
    half, most = _days(found, 0.5), _days(found, 0.8)
    reading = Reading.NOT_REACHED if half.day is None else Reading.ESTIMATED
    return LeadTimes(found.n, found.ended, left, half, most, reading)


def _days(found: Curve, share: float) -> Days:
    return Days(found.day_by_which(share), *found.interval_of(share))
