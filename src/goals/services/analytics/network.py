"""Who owes whom: the pairs of customer's and supplier's teams, with what was due between them."""

from dataclasses import dataclass, replace
from uuid import UUID

from goals.domain.enums import Commitment, Language
from goals.domain.periods import Period
from goals.domain.rates import Exclusion
from goals.reads.viewer import Viewer
from goals.services.analytics.cohorts import Cohort, check
from goals.services.analytics.figures import Share, Speaker
from goals.services.rates import Rated, achievement_rate
from goals.store.catching_up import UpToDate
from goals.store.slices import CUSTOMER, SUPPLIER


@dataclass(frozen=True, slots=True)
class NetworkPair:
    """What one team asked of another: due, open of it, achieved; and what goes the other way."""

    customer_team: UUID
    supplier_team: UUID
    due: int
    still_open: int
    rate: Share
    shrunk: float | None
    suppressed: bool
    due_the_other_way: int | None


@dataclass(frozen=True, slots=True)
class Network:
    """The pairs, those with most first; ``withheld`` were due in pairs too small to show."""

    period: Period
    commitment: Commitment
    due: int
    withheld: int
    left_out: int
    pairs: list[NetworkPair]


async def network(database: UpToDate, viewer: Viewer, cohort: Cohort) -> Network:
    """Read the pairs of a period."""
    await check(database, viewer, cohort)
    question = replace(cohort.question, by=(CUSTOMER, SUPPLIER))
    found = await achievement_rate(database, viewer, question)
    speaker = Speaker(Language(viewer.language))
    due = {group.key: group.estimate.due for group in found.groups if not group.estimate.suppressed}
    pairs = [_pair(group, due, speaker) for group in found.groups]
    return Network(
        period=cohort.period,
        commitment=cohort.commitment,
        due=found.total.estimate.due,
        withheld=found.withheld or 0,
        left_out=found.left_out,
        pairs=sorted(pairs, key=lambda pair: (-pair.due, str(pair.customer_team))),
    )


def _pair(group: Rated, due: dict[tuple[str, ...], int], speaker: Speaker) -> NetworkPair:
    customer, supplier = group.key
    excluded = group.estimate.excluded
    return NetworkPair(
        customer_team=UUID(customer),
        supplier_team=UUID(supplier),
        due=group.estimate.due,
        still_open=excluded[Exclusion.PENDING] + excluded[Exclusion.OVERDUE],
        rate=speaker.counted(group.estimate.achieved, group.estimate.n),
        shrunk=group.estimate.shrunk,
        suppressed=group.estimate.suppressed,
        due_the_other_way=due.get((supplier, customer)) if customer != supplier else None,
    )
