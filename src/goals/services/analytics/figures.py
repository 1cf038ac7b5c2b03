"""Figures: what every answer is made of, each with what is needed to read it rightly."""

from dataclasses import dataclass

from goals.domain.analysis.means import MeanDifference
from goals.domain.analysis.proportions import Comparison, Proportion
from goals.domain.analysis.reading import Reading, sentence
from goals.domain.enums import Language
from goals.domain.statistics.intervals import Estimate

WILSON = "Wilson score interval, 95 %"
NEWCOMBE = "Newcombe hybrid score interval, 95 %"
STUDENT = "Student's t interval, 95 %"
KAPLAN_MEIER = "Kaplan-Meier, log-log interval, 95 %"


@dataclass(frozen=True, slots=True)
class Said:
    """A reading in one word and in one sentence of the viewer's language."""

    note: Reading
    sentence: str


@dataclass(frozen=True, slots=True)
class Share:
    """So many of n, as a rate from 0 to 1 with its interval; counts only below five."""

    count: int
    n: int
    share: float | None
    low: float | None
    high: float | None
    sufficient: bool
    method: str
    note: Reading
    sentence: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference with its interval; None where it cannot be told."""

    value: float | None
    low: float | None
    high: float | None
    distinguishable: bool | None
    method: str
    note: Reading
    sentence: str


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean of n values with its interval; None below five."""

    n: int
    mean: float | None
    low: float | None
    high: float | None
    sufficient: bool
    method: str
    note: Reading
    sentence: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Makes figures that speak one language."""

    language: Language

    def said(self, reading: Reading) -> Said:
        """A reading with its sentence."""
        return Said(reading, sentence(reading, self.language))

    def share(self, found: Proportion) -> Share:
        """A rate as a figure."""
        rate = found.rate
        return Share(
            found.count,
            found.n,
            *ends(rate),
            sufficient=found.sufficient,
            method=WILSON,
            note=found.reading,
            sentence=sentence(found.reading, self.language),
        )

    def counted(self, count: int, n: int) -> Share:
        """A rate of counts as a figure."""
        return self.share(Proportion(count, n))

    def comparison(self, found: Comparison) -> Difference:
        """The difference of two rates as a figure."""
        return self.difference(found.difference, found.reading)

    def difference(
        self, found: Estimate | None, reading: Reading, method: str = NEWCOMBE
    ) -> Difference:
        """Any difference as a figure."""
        return Difference(
            *ends(found),
            distinguishable=None if found is None else reading is not Reading.NOT_DISTINGUISHABLE,
            method=method,
            note=reading,
            sentence=sentence(reading, self.language),
        )

    def mean(self, found: MeanDifference) -> Mean:
        """A mean difference as a figure."""
        return Mean(
            found.n,
            *ends(found.mean),
            sufficient=found.mean is not None,
            method=STUDENT,
            note=found.reading,
            sentence=sentence(found.reading, self.language),
        )


def ends(found: Estimate | None) -> tuple[float | None, float | None, float | None]:
    """A value and the ends of its interval, or three times None."""
    if found is None:
        return None, None, None
    return found.value, found.interval.low, found.interval.high
