"""Reference class: how comparable commissions went."""

from datetime import date

from strawberry import ID, UNSET

from goals.api.fields import given, picked
from goals.api.node import described, described_input, described_one_of
from goals.api.types.analytics.days import DaysFigure
from goals.api.types.analytics.figures import RateFigure
from goals.domain.enums import Commitment, Likeness, Reading, Verdict


@described_input
class ReferenceDraftInput:
    """What is known of a commission that is not written yet."""

    supplier_team: ID = given("The id of the supplier's team.")
    customer_team: ID | None = given("The id of the customer's team.", UNSET)
    tags: list[str] = given("Its tags, at most 20.", default_factory=list)
    commitment: Commitment = given("How firmly it would be promised.", Commitment.COMMITTED)
    deadline: date | None = given("The deadline to be judged.", UNSET)
    start: date | None = given("When the work would begin; today when left out.", UNSET)


@described_one_of
class ReferenceInput:
    """What comparable commissions are sought for: exactly one of these."""

    commission: ID | None = given("The id of a commission; its deadline is judged.", UNSET)
    draft: ReferenceDraftInput | None = given("What is known of one not written yet.", UNSET)


@described
class TriedClass:
    """A class of comparable commissions that was looked at."""

    likeness: Likeness = picked("By what they are alike.")
    n: int = picked("How many there are.")


@described
class DoneByDeadline:
    """The share of comparable commissions that were delivered in as many days."""

    share: float = picked("The share, from 0 to 1, by Kaplan and Meier.")
    low: float = picked("The lower end of its 95 % interval.")
    high: float = picked("The upper end of its 95 % interval.")


@described
class ReferenceClass:
    """How comparable commissions went: the narrowest class that has at least ten of them.

    Days are from the agreement to the delivery; what is still open, and what ended without a
    delivery, is known to have taken longer than its days so far.
    """

    likeness: Likeness = picked("By what the commissions of the class taken are alike.")
    tried: list[TriedClass] = picked("The classes looked at, the narrowest first.")
    since: date = picked("The first deadline first agreed that counts.")
    commitment: Commitment = picked("How firmly they were promised.")
    n: int = picked("How many they are.")
    delivered: int = picked("How many of them were delivered.")
    censored: int = picked("How many are open, or ended without a delivery.")
    half: DaysFigure | None = picked("The days in which half were delivered; null below five.")
    most: DaysFigure | None = picked(
        "The days in which four of five were delivered; null below five."
    )
    base_rate: RateFigure = picked("How many of those evaluated achieved their goal.")
    days: int | None = picked(
        "The days up to the deadline in question, 0 where it has passed; null without one."
    )
    by_deadline: DoneByDeadline | None = picked(
        "How many were delivered in as many days; null without a deadline or below five."
    )
    verdict: Verdict = picked(
        "PASS: four of five were done in as many days. WARN: half were. FAIL: less than half were."
        " UNKNOWN: there are fewer than ten, or too many are open to say."
    )
    sufficient: bool = picked("Whether there are at least ten.")
    method: str = picked("How the days are estimated.")
    note: Reading = picked("What may be said about it.")
    sentence: str = picked("The note as a sentence in the viewer's language.")
