"""Answers: what all of them share, from checking the question to saying what it was about."""

from dataclasses import dataclass
from typing import Any

from goals.domain.analysis.reading import Reading
from goals.domain.cubes.groups import GroupedCube
from goals.domain.enums import Commitment, Language
from goals.domain.periods import Period
from goals.domain.rates import ENOUGH
from goals.reads.viewer import Viewer
from goals.services.analytics.cohorts import Cohort, check
from goals.services.analytics.counting import Counted, count
from goals.services.analytics.figures import Speaker
from goals.services.rates import achievement_rate
from goals.store.catching_up import UpToDate


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of every answer: the period asked for, the days counted of it, and whether
    there is enough.
    """

    period: Period
    covered: tuple[Period, ...]
    commitment: Commitment
    suppressed: bool
    sufficient: bool
    note: Reading
    sentence: str


@dataclass(frozen=True, slots=True)
class Asking:
    """A checked question: who asks what, in which language, and whether figures are withheld."""

    database: UpToDate
    viewer: Viewer
    cohort: Cohort
    speaker: Speaker
    covered: tuple[Period, ...]
    suppressed: bool

    async def count(self, *cubes: GroupedCube) -> list[Counted]:
        """Count what of the cohort may be shown, by each cube."""
        return await count(self.database, self.viewer, cubes, self.cohort, self.covered)

    def header(self, covered: tuple[Period, ...], n: int) -> dict[str, Any]:
        """The fields of ``Answer``, of an answer that rests on n cases."""
        reading = Reading.ESTIMATED if n >= ENOUGH else Reading.TOO_FEW if n else Reading.EMPTY
        if self.suppressed:
            reading = Reading.SUPPRESSED
        said = self.speaker.said(reading)
        return {
            "period": self.cohort.period,
            "covered": covered,
            "commitment": self.cohort.commitment,
            "suppressed": self.suppressed,
            "sufficient": n >= ENOUGH,
            "note": said.note,
            "sentence": said.sentence,
        }


async def asking(database: UpToDate, viewer: Viewer, cohort: Cohort) -> Asking:
    """Check a question. Raises NotFound for a team that is not there.

    Of a part of the organisation only what stands on the floor is counted (goals.domain.floors):
    the same days as in its rate.
    """
    await check(database, viewer, cohort)
    speaker = Speaker(Language(viewer.language))
    if not cohort.narrowed:
        return Asking(database, viewer, cohort, speaker, (cohort.period,), suppressed=False)
    shown = (await achievement_rate(database, viewer, cohort.question)).total
    hidden = shown.estimate.suppressed
    return Asking(database, viewer, cohort, speaker, () if hidden else shown.covered, hidden)
