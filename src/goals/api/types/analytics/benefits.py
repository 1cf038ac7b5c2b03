"""Benefits: whether what commissions were for came about."""

from goals.api.fields import picked
from goals.api.node import described
from goals.api.types.analytics.answers import Answer
from goals.api.types.analytics.figures import DifferenceFigure, RateFigure
from goals.domain.enums import BenefitVerdict


@described
class VerdictCount:
    """How often the latest word on the benefit was this one."""

    verdict: BenefitVerdict = picked("The word.")
    count: int = picked("How often.")


@described
class BenefitsRealised(Answer):
    """Whether the benefit arrived, as customers said some time afterwards."""

    closed: int = picked("How many commissions are over.")
    reviewed: RateFigure = picked("On how many of those the customer said a word.")
    unreviewed: int = picked("On how many of those nobody did.")
    verdicts: list[VerdictCount] = picked("The latest words.")
    realised: RateFigure = picked(
        "In how many the benefit is there in full, of those where it could be said."
    )
    when_achieved: RateFigure = picked("The same where the goal was achieved.")
    when_not_achieved: RateFigure = picked("The same where the goal was not achieved.")
    difference: DifferenceFigure = picked(
        "The rate where the goal was achieved minus the rate where it was not."
    )
