"""Comparison: two achievement rates against each other."""

from strawberry import ID, UNSET

from goals.api.enums import SmartGrade
from goals.api.fields import given, picked
from goals.api.node import described, described_input
from goals.api.types.analytics.figures import DifferenceFigure
from goals.api.types.rates import PeriodInput, RateEstimate
from goals.domain.enums import Commitment, Reading


@described_input
class CohortInput:
    """One side of a comparison. All fields given must hold."""

    period: PeriodInput = given("The period in which the deadline first agreed lies.")
    customer_team: ID | None = given("The id of the customer's team.", UNSET)
    supplier_team: ID | None = given("The id of the supplier's team.", UNSET)
    team: ID | None = given("The id of a team, as customer or as supplier.", UNSET)
    tag: str | None = given("A tag it carries.", UNSET)
    smart_grade: SmartGrade | None = given("Its grade in the SMART check at agreement.", UNSET)


@described
class RateComparison:
    """Two rates of one commitment, and their difference by Newcombe's interval."""

    commitment: Commitment = picked("How firmly what is counted was promised; one for both.")
    a: RateEstimate = picked("The first rate.")
    b: RateEstimate = picked("The second rate.")
    difference: DifferenceFigure = picked(
        "The first rate minus the second; not distinguishable where the interval holds 0."
    )
    shared: int = picked(
        "How many commissions are in both, counted up to 1,000; with any, no difference is"
        " reckoned, since its interval takes both for independent."
    )
    note: Reading = picked("What may be said about the difference.")
    sentence: str = picked("The note as a sentence in the viewer's language.")
