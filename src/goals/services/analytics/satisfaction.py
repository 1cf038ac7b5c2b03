"""Are customers satisfied against what they expected; and who did not answer?"""

from dataclasses import dataclass

from goals.domain.analysis.means import mean_difference
from goals.domain.cubes import satisfaction as cube
from goals.domain.enums import SatisfactionAspect, Side
from goals.reads.viewer import Viewer
from goals.services.analytics.answers import Answer, asking
from goals.services.analytics.cohorts import Cohort
from goals.services.analytics.figures import Mean, Share
from goals.store.catching_up import UpToDate


@dataclass(frozen=True, slots=True)
class SatisfactionGap:
    """One aspect: perceived minus expected, and the mean grade perceived."""

    aspect: SatisfactionAspect
    gap: Mean
    perceived: float | None


@dataclass(frozen=True, slots=True)
class Satisfaction(Answer):
    """How many answered of those asked, and the gap by aspect."""

    side: Side
    closed: int
    response: Share
    unanswered: int
    lapsed: int
    gaps: list[SatisfactionGap]


async def satisfaction(
    database: UpToDate, viewer: Viewer, cohort: Cohort, side: Side = Side.CUSTOMER
) -> Satisfaction:
    """Read what one side perceived against what it expected, where it is over."""
    asked = await asking(database, viewer, cohort)
    (counted,) = await asked.count(cube.CUBE)
    found = counted.of(cube.CUBE, side)
    gaps = []
    for aspect in SatisfactionAspect:
        answers, total, squares, perceived = (
            found[f"{aspect.lower()}_{name}"] for name in cube.OF_ASPECT
        )
        gap = asked.speaker.mean(mean_difference(answers, total, squares))
        grade = perceived / answers if gap.sufficient else None
        gaps.append(SatisfactionGap(aspect, gap, grade))
    return Satisfaction(
        **asked.header(counted.covered, found["answered"]),
        side=side,
        closed=found["closed"],
        response=asked.speaker.counted(found["answered"], found["closed"]),
        unanswered=found["closed"] - found["answered"],
        lapsed=found["lapsed"],
        gaps=gaps,
    )
