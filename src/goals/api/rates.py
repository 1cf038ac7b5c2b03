"""Rates: the root field `achievementRate`, translated in and out."""

from typing import Any
from uuid import UUID

from strawberry import UNSET
from strawberry.types import Info

from goals.api.context import Context
from goals.api.enums import RateGrouping
from goals.api.rate_inputs import bad_input, period_of, team_of
from goals.api.resolving import ByName
from goals.api.types.rates import PeriodInput, RateFilter
from goals.domain.identity import global_id
from goals.domain.periods import Period
from goals.services import rates
from goals.services.rates import Rated, RateQuestion
from goals.services.statistics_permission import PERSONAL
from goals.store.slices import (
    CUSTOMER,
    CUSTOMER_PERSON,
    GRADE,
    SUPPLIER,
    SUPPLIER_PERSON,
    TAG,
    TEAM,
)

METHOD = "Wilson score interval, 95 %"

_BY: dict[RateGrouping, tuple[str, ...]] = {
    RateGrouping.CUSTOMER_TEAM: (CUSTOMER,),
    RateGrouping.SUPPLIER_TEAM: (SUPPLIER,),
    RateGrouping.TEAM: (TEAM,),
    RateGrouping.PAIR: (CUSTOMER, SUPPLIER),
    RateGrouping.TAG: (TAG,),
    RateGrouping.SMART_GRADE: (GRADE,),
    RateGrouping.CUSTOMER_PERSON: (CUSTOMER_PERSON,),
    RateGrouping.SUPPLIER_PERSON: (SUPPLIER_PERSON,),
}
_SPANS = {RateGrouping.MONTH: 1, RateGrouping.QUARTER: 3, RateGrouping.YEAR: 12}


async def achievement_rate(
    info: Info[Any, Any],
    period: PeriodInput,
    by: RateGrouping | None = None,
    filter: RateFilter | None = None,  # noqa: A002 - the name in the contract
) -> ByName:
    """Read the question, let it be answered, and tell the answer."""
    context: Context = info.context
    question = _question(period_of(period, context.now.date()), by, filter or RateFilter())
    found = await rates.achievement_rate(await context.counted(), context.known_viewer, question)
    return ByName(
        period=_period(question.period),
        commitment=question.commitment,
        total=estimate(found.total),
        selfCommissions=None if found.own is None else estimate(found.own),
        groups=[_group(group, question.by) for group in found.groups],
        withheld=found.withheld,
        groupsLeftOut=found.left_out,
    )


def _question(period: Period, by: RateGrouping | None, narrowed: RateFilter) -> RateQuestion:
    team, tag, grade = team_of(narrowed.team), narrowed.tag or None, narrowed.smart_grade
    if (by is RateGrouping.TAG and tag) or (by is RateGrouping.TEAM and team):
        raise bad_input("GROUPED_BY_THE_SAME", ("filter", by.lower()))
    return RateQuestion(
        period=period,
        commitment=narrowed.commitment,
        by=() if by is None else _BY.get(by, ()),
        span=0 if by is None else _SPANS.get(by, 0),
        by_commitment=by is RateGrouping.COMMITMENT,
        team_id=team,
        customer_team_id=team_of(narrowed.customer_team),
        supplier_team_id=team_of(narrowed.supplier_team),
        tag=tag,
        grade=None if grade is UNSET or grade is None else grade,
    )


def _period(period: Period) -> ByName:
    return ByName({"from": period.first, "to": period.last})


def _group(group: Rated, by: tuple[str, ...]) -> ByName:
    teams = {
        dimension: UUID(value)
        for dimension, value in zip(by, group.key, strict=False)
        if dimension in {CUSTOMER, SUPPLIER, TEAM}
    }
    only = next(iter(teams.values())) if len(teams) == 1 else None
    ids = [global_id("Team", team) for team in teams.values()]
    person = None
    if not PERSONAL.isdisjoint(by):
        person = UUID(group.key[0])
        ids = [global_id("Person", person)]
    return ByName(
        key=" ".join(ids or group.key),
        label=group.label,
        team=only,
        customerTeam=teams.get(CUSTOMER),
        supplierTeam=teams.get(SUPPLIER),
        person=person,
        estimate=estimate(group),
        covered=[_period(each) for each in group.covered],
    )


def estimate(rated: Rated) -> ByName:
    """Tell the estimate of one group."""
    found, counts = rated.estimate, rated.counts
    interval, bounds = found.interval, found.bounds
    return ByName(
        due=found.due,
        settled=found.settled,
        achieved=found.achieved,
        rate=found.rate,
        strictRate=found.strict_rate,
        low=None if interval is None else interval.low,
        high=None if interval is None else interval.high,
        lowIfPendingMissed=None if bounds is None else bounds.low,
        highIfPendingAchieved=None if bounds is None else bounds.high,
        shrunk=found.shrunk,
        onTime=counts["achieved_by_first"],
        onTimeByCurrentDeadline=counts["achieved_by_current"],
        againstFirstDeadline=_timeliness(rated, "first"),
        againstCurrentDeadline=_timeliness(rated, "current"),
        lapsed=found.lapsed,
        excluded=[ByName(reason=why, count=count) for why, count in found.excluded.items()],
        n=found.n,
        sufficient=found.sufficient,
        suppressed=found.suppressed,
        method=METHOD,
        note=found.note,
    )


def _timeliness(rated: Rated, against: str) -> ByName:
    early, on_time, late = (rated.counts[f"{when}_{against}"] for when in ("early", "on", "late"))
    return ByName(
        early=early,
        onTime=on_time,
        late=late,
        notDelivered=rated.estimate.settled - early - on_time - late,
    )
