"""Factor effects: what helps, hinders or is missing, and whether it goes with achievement."""

from goals.api.fields import entity_link, picked
from goals.api.links import FactorLink
from goals.api.node import described
from goals.api.types.analytics.answers import Answer
from goals.api.types.analytics.figures import DifferenceFigure, RateFigure
from goals.domain.enums import FactorLevel, Locus, Polarity, Reading, Side


@described
class RateRatio:
    """The ratio of two rates with its 95 % interval (Katz)."""

    value: float = picked("The first rate divided by the second.")
    low: float = picked("The lower end of the interval.")
    high: float = picked("The upper end of the interval.")


@described
class SideAgreement:
    """How far the two sides name a factor together, over commissions that both assessed."""

    n: int = picked("How many commissions both sides assessed.")
    customer: int = picked("In how many of them the customer named it.")
    supplier: int = picked("In how many of them the supplier named it.")
    both: int = picked("In how many of them both did.")
    kappa: float | None = picked(
        "Cohen's kappa: 1 is full agreement, 0 what chance gives; null where it cannot be told."
    )
    low: float | None = picked("The lower end of its 95 % interval.")
    high: float | None = picked("The upper end of its 95 % interval.")


@described
class FactorShare:
    """How often a factor was named as whose share."""

    side: Side = picked("The side that named it.")
    locus: Locus = picked("Whose share it was, seen from that side.")
    count: int = picked("How often.")


@described
class FactorEffect:
    """One factor that helped, hindered or was missing: how often, and what came of it.

    What goes together need not be cause and effect. What is named when the outcome is known may
    be coloured by it; what was named before by a blocker cannot.
    """

    factor: FactorLink | None = entity_link("The factor.", "Factor")
    key: str = picked("The key of the factor.")
    label: str = picked("What the factor is called, in the viewer's language.")
    level: FactorLevel = picked("Where in the organisation it has its root.")
    polarity: Polarity = picked("What it did.")
    named: RateFigure = picked("In how many of the commissions compared it was named.")
    named_before: int = picked("In how many of them it was named before the outcome was known.")
    named_only_after: int = picked("In how many of them it was named only afterwards.")
    in_cancelled: int = picked("In how many further ones, cancelled or revoked, it was named.")
    with_factor: RateFigure = picked("How many of those with it achieved their goal.")
    without_factor: RateFigure = picked("How many of those without it achieved their goal.")
    difference: DifferenceFigure = picked(
        "The rate with it minus the rate without. Its interval is of this factor alone; whether"
        " it is a finding is decided with the whole family corrected."
    )
    ratio: RateRatio | None = picked(
        "The rate with it divided by the rate without; null where one of them is 0 or unknown."
    )
    pvalue: float | None = picked("Fisher's exact p-value, two-sided; null where not tested.")
    corrected_pvalue: float | None = picked(
        "The p-value corrected for the family by Benjamini and Hochberg; a finding at most 0.05."
    )
    agreement: SideAgreement = picked("How far the two sides agree on it.")
    shares: list[FactorShare] = picked("Whose share it was, as each side sees it.")
    note: Reading = picked("Whether it goes with achievement, after the correction.")
    sentence: str = picked("The note as a sentence in the viewer's language.")


@described
class FactorEffects(Answer):
    """What helps, hinders or is missing, and whether it goes with achievement."""

    compared: int = picked("How many commissions are compared: evaluated, and assessed by a side.")
    achieved: int = picked("How many of those compared achieved their goal.")
    not_assessable: int = picked("How many are left out since nobody could say how they ended.")
    unassessed: int = picked("How many are left out since no side was heard on them.")
    cancelled: int = picked("How many are left out since they were cancelled or revoked.")
    family: int = picked("How many factors were tested together and corrected for.")
    effects: list[FactorEffect] = picked("The factors named, the most often named first.")
    left_out: int = picked("How many more factors were named than are shown.")
