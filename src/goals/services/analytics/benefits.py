"""Did the benefit arrive?"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from goals.domain.analysis.proportions import Proportion, compare
from goals.domain.cubes import satisfaction
from goals.domain.enums import BenefitVerdict, Side
from goals.reads.viewer import Viewer
from goals.services.analytics.answers import Answer, asking
from goals.services.analytics.cohorts import Cohort
from goals.services.analytics.counting import selected
from goals.services.analytics.figures import Difference, Share
from goals.store import benefits
from goals.store.database import Database

_ACHIEVED = {"ACHIEVED", "EXCEEDED"}
_MISSED = {"PARTLY_ACHIEVED", "MISSED"}


@dataclass(frozen=True, slots=True)
class VerdictCount:
    """How often the latest word was this one."""

    verdict: BenefitVerdict
    count: int


@dataclass(frozen=True, slots=True)
class BenefitsRealised(Answer):
    """How many were asked after, and in how many the benefit is there."""

    closed: int
    reviewed: Share
    unreviewed: int
    verdicts: list[VerdictCount]
    realised: Share
    when_achieved: Share
    when_not_achieved: Share
    difference: Difference


async def benefits_realised(database: Database, viewer: Viewer, cohort: Cohort) -> BenefitsRealised:
    """Count the latest words; those too early to tell are in no rate."""
    asked = await asking(database, viewer, cohort)
    counted = await asked.count(satisfaction.CUBE)
    closed = counted.of(satisfaction.CUBE, Side.CUSTOMER)["closed"]
    found: list[tuple[str, str | None, int]] = []
    for period in counted.covered:
        found += await benefits.latest(database, selected(viewer, cohort.over(period)))
    verdicts: Counter[str] = Counter()
    told: dict[str | None, Counter[str]] = {}
    for verdict, outcome, count in found:
        verdicts[verdict] += count
        told.setdefault(outcome, Counter())[verdict] += count
    achieved, missed = _among(told, _ACHIEVED), _among(told, _MISSED)
    whole = _among(told, set(told))
    reviewed = sum(verdicts.values())
    return BenefitsRealised(
        **asked.header(counted.covered, whole.n),
        closed=closed,
        reviewed=asked.speaker.counted(reviewed, max(closed, reviewed)),
        unreviewed=max(closed - reviewed, 0),
        verdicts=[VerdictCount(verdict, verdicts[verdict]) for verdict in BenefitVerdict],
        realised=asked.speaker.share(whole),
        when_achieved=asked.speaker.share(achieved),
        when_not_achieved=asked.speaker.share(missed),
        difference=asked.speaker.comparison(compare(achieved, missed)),
    )


def _among(told: dict[str | None, Counter[str]], outcomes: Collection[str | None]) -> Proportion:
    """How many are realised in full, of those with a verdict."""
    sums: Counter[str] = Counter()
    for outcome, counts in told.items():
        if outcome in outcomes:
            sums.update(counts)
    known = sum(count for verdict, count in sums.items() if verdict != BenefitVerdict.TOO_EARLY)
    return Proportion(sums[BenefitVerdict.REALISED], known)
