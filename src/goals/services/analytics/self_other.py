"""How far apart are the supplier's own view and the customer's?"""

from dataclasses import dataclass

from goals.domain.analysis.means import mean_difference
from goals.domain.cubes import views as cube
from goals.domain.enums import SatisfactionAspect
from goals.reads.viewer import Viewer
from goals.services.analytics.answers import Answer, asking
from goals.services.analytics.cohorts import Cohort
from goals.services.analytics.figures import Mean, Share
from goals.store.catching_up import UpToDate


@dataclass(frozen=True, slots=True)
class AspectDifference:
    """One aspect: the grade the supplier perceived minus that of the customer."""

    aspect: SatisfactionAspect
    difference: Mean


@dataclass(frozen=True, slots=True)
class SelfOtherDifference(Answer):
    """Who assessed, and how far the views are apart where both did."""

    closed: int
    both: Share
    customer_only: int
    supplier_only: int
    neither: int
    attainment: Mean
    split: Share
    aspects: list[AspectDifference]


async def self_other_difference(
    database: UpToDate, viewer: Viewer, cohort: Cohort
) -> SelfOtherDifference:
    """Compare both views of the same commissions, the supplier's minus the customer's."""
    asked = await asking(database, viewer, cohort)
    (counted,) = await asked.count(cube.CUBE)
    found = counted.of(cube.CUBE)
    closed = sum(found[name] for name in ("both", "customer_only", "supplier_only", "neither"))

    def mean(subject: str) -> Mean:
        counts = (found[f"{subject}_{name}"] for name in ("n", "sum", "squares"))
        return asked.speaker.mean(mean_difference(*counts))

    return SelfOtherDifference(
        **asked.header(counted.covered, found["both"]),
        closed=closed,
        both=asked.speaker.counted(found["both"], closed),
        customer_only=found["customer_only"],
        supplier_only=found["supplier_only"],
        neither=found["neither"],
        attainment=mean("attainment"),
        split=asked.speaker.counted(found["split"], found["attainment_n"]),
        aspects=[AspectDifference(aspect, mean(aspect.lower())) for aspect in SatisfactionAspect],
    )
