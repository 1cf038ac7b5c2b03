"""Rates: how many of the commissions due in a period achieved their goal.

The definitions are in goals.domain.rates; permission is that of reading: a member's rate is about
the commissions the member may see, a manager's about the whole organisation.
"""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from goals.domain.enums import Commitment, Role
from goals.domain.periods import Period
from goals.domain.rates import RateEstimate, Tally, estimate
from goals.domain.situation import GRACE_DAYS
from goals.reads.viewer import Viewer
from goals.store import rates
from goals.store.database import Database
from goals.store.rates import Cohort, Count, GroupBy


@dataclass(frozen=True, slots=True)
class RateQuestion:
    """What is asked: a period, a commitment, and what narrows or groups it."""

    period: Period
    commitment: Commitment = Commitment.COMMITTED
    by: GroupBy | None = None
    customer_team_id: UUID | None = None
    supplier_team_id: UUID | None = None
    tag: str | None = None


@dataclass(frozen=True, slots=True)
class Rated:
    """The estimate of one group; ``on_time`` of the achieved by the deadline first agreed."""

    key: str
    label: str
    estimate: RateEstimate
    on_time: int


@dataclass(frozen=True, slots=True)
class AchievementRate:
    """The rate of all, and of each group where groups were asked for."""

    question: RateQuestion
    total: Rated
    groups: tuple[Rated, ...]


async def achievement_rate(
    database: Database, viewer: Viewer, question: RateQuestion
) -> AchievementRate:
    """Count and estimate; one statement, two where groups are asked for."""
    everything = viewer.role in {Role.MANAGER, Role.ADMIN}
    cohort = Cohort(
        org_id=UUID(viewer.org_id),
        first=question.period.first,
        last=question.period.last,
        commitment=question.commitment,
        overdue_before=viewer.now.date() - timedelta(days=GRACE_DAYS),
        customer_team_id=question.customer_team_id,
        supplier_team_id=question.supplier_team_id,
        tag=question.tag,
        visible_to=None if everything else UUID(viewer.person_id),
        visible_teams=tuple(UUID(team) for team in viewer.team_ids),
    )
    (total,) = await rates.count(database, cohort, None)
    groups = await rates.count(database, cohort, question.by) if question.by else []
    return AchievementRate(question, _rated(total), tuple(_rated(group) for group in groups))


def _rated(count: Count) -> Rated:
    tally = Tally(
        achieved=count.achieved,
        not_achieved=count.not_achieved,
        not_assessable=count.not_assessable,
        pending=count.pending,
        overdue=count.overdue,
        cancelled=count.cancelled,
        lapsed=count.lapsed,
    )
    return Rated(count.key, count.label, estimate(tally), count.on_time)
