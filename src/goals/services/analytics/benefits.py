"""Did the benefit arrive?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from goals.domain.analysis.proportions import Proportion, compare
from goals.domain.cubes import benefits, satisfaction
from goals.domain.enums import BenefitVerdict, Side
from goals.domain.facts import Standing
from goals.reads.viewer import Viewer
from goals.services.analytics.answers import Answer, asking
from goals.services.analytics.cohorts import Cohort
from goals.services.analytics.figures import Difference, Share
from goals.store.catching_up import UpToDate


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


async def benefits_realised(database: UpToDate, viewer: Viewer, cohort: Cohort) -> BenefitsRealised:
    """Count the latest words; those too early to tell are in no rate."""
    asked = await asking(database, viewer, cohort)
    verdict, counted = await asked.count(benefits.CUBE, satisfaction.CUBE)
    told = verdict.of(benefits.CUBE)
    closed = counted.of(satisfaction.CUBE, Side.CUSTOMER)["closed"]
    verdicts = _sums(told, benefits.ENDS)
    achieved, missed = _among(told, Standing.ACHIEVED), _among(told, Standing.NOT_ACHIEVED)
    whole = _among(told, *benefits.ENDS)
    reviewed = sum(verdicts.values())
    return BenefitsRealised(
        **asked.header(counted.covered, whole.n),
        closed=closed,
        reviewed=asked.speaker.counted(reviewed, closed),
        unreviewed=closed - reviewed,
        verdicts=[VerdictCount(verdict, verdicts[verdict]) for verdict in BenefitVerdict],
        realised=asked.speaker.share(whole),
        when_achieved=asked.speaker.share(achieved),
        when_not_achieved=asked.speaker.share(missed),
        difference=asked.speaker.comparison(compare(achieved, missed)),
    )


def _among(told: Mapping[str, int], *ends: Standing) -> Proportion:
    """How many are realised in full, of those with a verdict."""
    sums = _sums(told, ends)
    known = sum(sums.values()) - sums[BenefitVerdict.TOO_EARLY]
    return Proportion(sums[BenefitVerdict.REALISED], known)


def _sums(told: Mapping[str, int], ends: Iterable[Standing]) -> dict[BenefitVerdict, int]:
    return {
        verdict: sum(told[benefits.counter(end, verdict)] for end in ends)
        for verdict in BenefitVerdict
    }
