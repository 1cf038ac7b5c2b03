"""Satisfaction: what was perceived against what was expected, and who did not answer."""

from goals.api.fields import picked
from goals.api.node import described
from goals.api.types.analytics.answers import Answer
from goals.api.types.analytics.figures import MeanFigure, RateFigure
from goals.domain.enums import SatisfactionAspect, Side


@described
class SatisfactionGap:
    """One aspect of satisfaction."""

    aspect: SatisfactionAspect = picked("What it is about.")
    gap: MeanFigure = picked("Perceived minus expected, each from 1 to 7.")
    perceived: float | None = picked("The mean perceived, from 1 to 7; null below five answers.")


@described
class SatisfactionAnswer(Answer):
    """What one side perceived against what it expected, where it is over.

    Silence is no satisfaction: look at the response before the gaps.
    """

    side: Side = picked("Whose satisfaction it is.")
    closed: int = picked("How many commissions are over, so that the side was asked.")
    response: RateFigure = picked("How many of those the side assessed.")
    unanswered: int = picked("How many of those the side never assessed.")
    lapsed: int = picked("How many of those the customer never reviewed.")
    gaps: list[SatisfactionGap] = picked("The gap in each aspect.")


@described
class AspectDifference:
    """One aspect of satisfaction in both sides' eyes."""

    aspect: SatisfactionAspect = picked("What it is about.")
    difference: MeanFigure = picked("What the supplier perceived minus what the customer did.")


@described
class SelfOtherDifference(Answer):
    """How far the supplier's own view and the customer's are apart, where both assessed."""

    closed: int = picked("How many commissions are over.")
    both: RateFigure = picked("How many of those both sides assessed.")
    customer_only: int = picked("How many only the customer assessed.")
    supplier_only: int = picked("How many only the supplier assessed.")
    neither: int = picked("How many nobody assessed.")
    attainment: MeanFigure = picked(
        "What the supplier judged attained minus what the customer did, in percentage points:"
        " the mean over the criteria of a commission that both judged."
    )
    split: RateFigure = picked("In how many one side calls a criterion met and the other does not.")
    aspects: list[AspectDifference] = picked("The difference in each aspect of satisfaction.")
