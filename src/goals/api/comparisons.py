"""Comparisons: the root fields that set achievement rates against each other."""

from typing import Any

import strawberry
from strawberry import UNSET
from strawberry.types import Info

from goals.api.cohorts import cohort
from goals.api.context import Context
from goals.api.fields import argument, resolved
from goals.api.made import by_name
from goals.api.rate_inputs import period_of, team_of
from goals.api.rates import estimate
from goals.api.resolving import ByName
from goals.api.types.analytics.action_effects import ActionEffects
from goals.api.types.analytics.comparison import CohortInput, RateComparison
from goals.api.types.analytics.network import Network
from goals.api.types.analytics.trend import RateTrend, TrendStep
from goals.api.types.rates import PeriodInput, RateFilter
from goals.domain.enums import Commitment
from goals.services.analytics.action_effects import action_effects
from goals.services.analytics.comparison import compare_rates
from goals.services.analytics.network import network
from goals.services.analytics.trend import rate_trend
from goals.services.rates import RateQuestion

PERIOD = argument("period", PeriodInput, "The period in which the deadline first agreed lies.")
FILTER = argument("filter", RateFilter | None, "What narrows it.")
_STEPS = {TrendStep.MONTH: 1, TrendStep.QUARTER: 3, TrendStep.YEAR: 12}


async def _compare_rates(
    info: Info[Any, Any],
    a: CohortInput,
    b: CohortInput,
    commitment: Commitment = Commitment.COMMITTED,
) -> ByName:
    context: Context = info.context
    today = context.now.date()
    first, second = (_question(given, commitment, today) for given in (a, b))
    found = await compare_rates(await context.counted(), context.known_viewer, first, second)
    return ByName(
        commitment=found.commitment,
        a=estimate(found.a),
        b=estimate(found.b),
        difference=by_name(found.difference),
        shared=found.shared,
        note=found.note,
        sentence=found.sentence,
    )


def _question(given: CohortInput, commitment: Commitment, today: Any) -> RateQuestion:
    grade = given.smart_grade
    return RateQuestion(
        period=period_of(given.period, today),
        commitment=commitment,
        team_id=team_of(given.team),
        customer_team_id=team_of(given.customer_team),
        supplier_team_id=team_of(given.supplier_team),
        tag=given.tag or None,
        grade=None if grade is UNSET or grade is None else grade,
    )


async def _rate_trend(
    info: Info[Any, Any],
    period: PeriodInput,
    by: TrendStep = TrendStep.MONTH,
    filter: RateFilter | None = None,  # noqa: A002 - the name in the contract
) -> Any:
    context: Context = info.context
    asked = cohort(period, filter, context.now.date())
    found = await rate_trend(await context.counted(), context.known_viewer, asked, _STEPS[by])
    return by_name(found)


async def _network(
    info: Info[Any, Any],
    period: PeriodInput,
    filter: RateFilter | None = None,  # noqa: A002 - the name in the contract
) -> Any:
    context: Context = info.context
    asked = cohort(period, filter, context.now.date())
    return by_name(await network(await context.counted(), context.known_viewer, asked))


async def _action_effects(
    info: Info[Any, Any],
    period: PeriodInput,
    filter: RateFilter | None = None,  # noqa: A002 - the name in the contract
    first: int = 10,
) -> Any:
    context: Context = info.context
    asked = cohort(period, filter, context.now.date())
    return by_name(
        await action_effects(await context.counted(), context.known_viewer, asked, first)
    )


@strawberry.type
class Comparisons:
    """Root fields that set achievement rates against each other."""

    compare_rates: RateComparison | None = resolved(
        "Whether two groups, or two periods of one, differ more than chance would have it.",
        _compare_rates,
        [
            argument("a", CohortInput, "The first."),
            argument("b", CohortInput, "The second, which is subtracted."),
            argument("commitment", Commitment, "How firmly it was promised.", Commitment.COMMITTED),
        ],
    )
    rate_trend: RateTrend | None = resolved(
        "Whether the achievement rate changes over time, by stated rules.",
        _rate_trend,
        [PERIOD, argument("by", TrendStep, "By which spans of time.", TrendStep.MONTH), FILTER],
    )
    network: Network | None = resolved(
        "Who owes whom: the pairs of customer's and supplier's teams, with counts and rates.",
        _network,
        [PERIOD, FILTER],
    )
    action_effects: ActionEffects | None = resolved(
        "Whether actions changed anything: the rate of the team before and after, beside everybody"
        " else's.",
        _action_effects,
        [
            argument("period", PeriodInput, "The period in which the actions were done."),
            FILTER,
            argument("first", int, "How many at most, 0 to 50.", 10),
        ],
    )
