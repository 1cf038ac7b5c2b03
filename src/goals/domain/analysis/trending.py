"""Is it getting better: a series of rates against the rules of goals.domain.statistics.control."""

from collections.abc import Sequence
from dataclasses import dataclass

from goals.domain.analysis.reading import Reading
from goals.domain.rates import ENOUGH
from goals.domain.statistics.control import RUN, STEADY, Chart, chart
from goals.domain.words import Word


class TrendRule(Word):
    """A rule that gives a signal when a rate changes more than chance would have it."""

    BEYOND_LIMITS = (
        "BEYOND_LIMITS",
        "A period lies where chance alone puts fewer than 27 of 10,000.",
    )
    RUN_OF_EIGHT = "RUN_OF_EIGHT", "Eight periods in a row lie on the same side of the mean."
    STEADY_TREND = "STEADY_TREND", "A steady rise or fall; p below 0.01."


@dataclass(frozen=True, slots=True)
class Trend:
    """The chart (None without any case), the rules that gave a signal, and the reading."""

    chart: Chart | None
    fired: tuple[TrendRule, ...]
    reading: Reading


def trend(series: Sequence[tuple[int, int]]) -> Trend:
    """Read (achieved, n) of periods in order of time."""
    found = chart(series)
    if found is None:
        return Trend(None, (), Reading.EMPTY)
    known = [n for _, n in series if n]
    if sum(known) < ENOUGH or len(known) < 2:
        return Trend(found, (), Reading.TOO_FEW)
    fired = []
    if any(point.beyond for point in found.points):
        fired.append(TrendRule.BEYOND_LIMITS)
    if len(known) >= RUN and any(point.in_run for point in found.points):
        fired.append(TrendRule.RUN_OF_EIGHT)
    if found.trend < STEADY:
        fired.append(TrendRule.STEADY_TREND)
    if TrendRule.STEADY_TREND in fired:
        reading = Reading.RISING if found.direction > 0 else Reading.FALLING
    else:
        reading = Reading.CHANGED if fired else Reading.STEADY
    return Trend(found, tuple(fired), reading)
