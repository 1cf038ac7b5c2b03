"""Analyses: the root fields that answer managers' questions; a service reckons, Strawberry shows.

Each question of domain "What managers ask" and the field that answers it:

| question | field |
| --- | --- |
| How many achieved; per team, customer, supplier, month, quarter, tag? | ``achievementRate`` |
| And on time, by the date first agreed? | ``achievementRate`` (``onTime``) |
| What is missing from the denominator? | ``achievementRate`` (``excluded``) |
| Is team A different from team B? | ``compareRates`` |
| Are we improving? | ``rateTrend`` |
| What helps, hinders, is missing most, and does it go with achievement? | ``factorEffects`` |
| Are customers satisfied against what they expected; who did not answer? | ``satisfaction`` |
| How far apart are self and other view? | ``selfOtherDifference`` |
| Do SMART commissions achieve more often, and which letter matters? | ``smartEffect`` |
| Are our confidences honest? | ``calibration`` |
| Is this new deadline realistic? | ``referenceClass`` |
| Where does clarification stall? | ``stageTimes`` |
| Did an action change anything? | ``actionEffects`` |
| Did the benefit arrive? | ``benefitsRealised`` |
"""

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

import strawberry
from strawberry import UNSET
from strawberry.types import Info

from goals.api.cohorts import cohort, draft_of
from goals.api.context import Context
from goals.api.fields import argument, resolved
from goals.api.made import by_name
from goals.api.rate_inputs import bad_input
from goals.api.types.analytics.benefits import BenefitsRealised
from goals.api.types.analytics.calibration import Calibration
from goals.api.types.analytics.factor_effects import FactorEffects
from goals.api.types.analytics.reference_class import ReferenceClass, ReferenceInput
from goals.api.types.analytics.satisfaction import SatisfactionAnswer, SelfOtherDifference
from goals.api.types.analytics.smart_effect import SmartEffect
from goals.api.types.analytics.stage_times import StageTimes
from goals.api.types.rates import PeriodInput, RateFilter
from goals.domain.enums import Naming, Side
from goals.services.analytics.benefits import benefits_realised
from goals.services.analytics.calibration import calibration
from goals.services.analytics.factor_effects import factor_effects
from goals.services.analytics.reference_class import reference_class
from goals.services.analytics.satisfaction import satisfaction
from goals.services.analytics.self_other import self_other_difference
from goals.services.analytics.smart_effect import smart_effect
from goals.services.analytics.stage_times import stage_times

Resolver: TypeAlias = Callable[..., Awaitable[Any]]

PERIOD = argument("period", PeriodInput, "The period in which the deadline first agreed lies.")
FILTER = argument("filter", RateFilter | None, "What narrows it.")


def _answering(service: Resolver, **defaults: Any) -> Resolver:
    """Ask a service that takes a cohort and a few words."""

    async def resolve(
        info: Info[Any, Any],
        period: PeriodInput,
        filter: RateFilter | None = None,  # noqa: A002 - the name in the contract
        **words: Any,
    ) -> Any:
        context: Context = info.context
        chosen = {
            name: defaults[name] if words.get(name) in {None, UNSET} else words[name]
            for name in defaults
        }
        asked = cohort(period, filter, context.now.date())
        return by_name(
            await service(await context.counted(), context.known_viewer, asked, **chosen)
        )

    return resolve


async def _stage_times(
    info: Info[Any, Any],
    period: PeriodInput,
    filter: RateFilter | None = None,  # noqa: A002 - the name in the contract
) -> Any:
    context: Context = info.context
    asked = cohort(period, filter, context.now.date())
    if asked.grade is not None:
        raise bad_input("NOT_YET_GRADED", ("filter", "smartGrade"))
    return by_name(await stage_times(await context.counted(), context.known_viewer, asked))


async def _reference_class(
    info: Info[Any, Any],
    of: ReferenceInput,
) -> Any:
    context: Context = info.context
    draft = await draft_of(context.database, context.known_viewer, of)
    return by_name(await reference_class(await context.counted(), context.known_viewer, draft))


@strawberry.type
class Analyses:
    """Root fields that answer managers' questions."""

    factor_effects: FactorEffects | None = resolved(
        "What helped, hindered or was missing, how often, and whether it goes with achievement:"
        " the difference of the rates with and without each factor, corrected for how many are"
        " looked at.",
        _answering(factor_effects, naming=Naming.ANY, first=50),
        [
            PERIOD,
            FILTER,
            argument("naming", Naming, "Which naming counts as having the factor.", Naming.ANY),
            argument("first", int, "How many at most, 0 to 200.", 50),
        ],
    )
    satisfaction: SatisfactionAnswer | None = resolved(
        "What one side perceived against what it expected, aspect by aspect, with the response.",
        _answering(satisfaction, side=Side.CUSTOMER),
        [PERIOD, FILTER, argument("side", Side, "Whose satisfaction.", Side.CUSTOMER)],
    )
    self_other_difference: SelfOtherDifference | None = resolved(
        "How far the supplier's own view and the customer's are apart.",
        _answering(self_other_difference),
        [PERIOD, FILTER],
    )
    smart_effect: SmartEffect | None = resolved(
        "Whether commissions that were SMART at agreement achieve more often, by grade and letter.",
        _answering(smart_effect),
        [PERIOD, FILTER],
    )
    calibration: Calibration | None = resolved(
        "Whether the confidences given by both sides, at first and at last, came true.",
        _answering(calibration),
        [PERIOD, FILTER],
    )
    reference_class: ReferenceClass | None = resolved(
        "How comparable commissions went, as a base for judging a deadline: of the narrowest class"
        " that has at least ten.",
        _reference_class,
        [argument("of", ReferenceInput, "What is to be compared.")],
    )
    stage_times: StageTimes | None = resolved(
        "How many days commissions stay in each stage, and on whom their clarification waits.",
        _stage_times,
        [argument("period", PeriodInput, "The period in which they were proposed."), FILTER],
    )
    benefits_realised: BenefitsRealised | None = resolved(
        "Whether the benefit arrived, where the goal was achieved and where it was not.",
        _answering(benefits_realised),
        [PERIOD, FILTER],
    )
