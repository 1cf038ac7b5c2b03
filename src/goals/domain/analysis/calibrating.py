"""Are our confidences honest: what was said against what came true."""

from collections.abc import Mapping
from dataclasses import dataclass

from goals.domain.analysis.reading import Reading
from goals.domain.rates import ENOUGH
from goals.domain.statistics.bins import Bin, equal_bins
from goals.domain.statistics.brier import Brier, brier
from goals.domain.statistics.intervals import Estimate
from goals.domain.statistics.wilson import wilson

BINS = 5
PER_BIN = 5


@dataclass(frozen=True, slots=True)
class Calibration:
    """The mean said, the share that came true, the score and the bins; None below five."""

    n: int
    came: int
    said: float | None
    share: Estimate | None
    score: Brier | None
    bins: tuple[Bin, ...]
    reading: Reading


def calibrate(said: Mapping[int, tuple[int, int]]) -> Calibration:
    """Read (came true, n) by percentage said."""
    n = sum(count for _, count in said.values())
    came = sum(true for true, _ in said.values())
    if n < ENOUGH:
        reading = Reading.TOO_FEW if n else Reading.EMPTY
        return Calibration(n, came, None, None, None, (), reading)
    shares = {percent / 100: counts for percent, counts in said.items()}
    mean = sum(percent * count for percent, (_, count) in said.items()) / n / 100
    share = Estimate(came / n, wilson(came, n))
    if share.interval.holds(mean):
        reading = Reading.HONEST
    else:
        reading = Reading.TOO_SURE if mean > share.value else Reading.TOO_CAUTIOUS
    bins = tuple(equal_bins(shares, max(1, min(BINS, n // PER_BIN))))
    return Calibration(n, came, mean, share, brier(shares), bins, reading)
