"""Rates: how many of the commissions due in a period achieved their goal, and how sure that is."""

from datetime import date

from strawberry import ID, UNSET

from goals.api.fields import entity_link, given, picked
from goals.api.links import TeamLink
from goals.api.node import described, described_input, described_one_of
from goals.domain.enums import Commitment
from goals.domain.rates import Exclusion, RateNote


@described_input
class QuarterInput:
    """A quarter of a year."""

    year: int = given("The year, such as 2026.")
    quarter: int = given("The quarter, 1 to 4.")


@described_input
class MonthInput:
    """A month of a year."""

    year: int = given("The year, such as 2026.")
    month: int = given("The month, 1 to 12.")


@described_input
class DaysInput:
    """Days from one to another."""

    from_: date = given("The first day.", name="from")
    to: date = given("The last day; it belongs to the period.")


@described_one_of
class PeriodInput:
    """A period: exactly one of these."""

    quarter: QuarterInput | None = given("A quarter.", UNSET)
    year: int | None = given("A year, such as 2026.", UNSET)
    month: MonthInput | None = given("A month.", UNSET)
    between: DaysInput | None = given("Days from one to another.", UNSET)
    text: str | None = given(
        "As people write it: `2026`, `2026-H1`, `2026-Q3`, `2026-03`, `last-12-months`,"
        " `2026-01-01..2026-03-31`.",
        UNSET,
    )


@described_input
class RateFilter:
    """What narrows the commissions counted. All fields given must hold."""

    customer_team: ID | None = given("The id of the customer's team.", UNSET)
    supplier_team: ID | None = given("The id of the supplier's team.", UNSET)
    tag: str | None = given("A tag it carries.", UNSET)
    commitment: Commitment = given(
        "How firmly it was promised; COMMITTED and STRETCH are never mixed in one rate.",
        Commitment.COMMITTED,
    )


@described
class Period:
    """Days from one to another."""

    from_: date = picked("The first day.", name="from")
    to: date = picked("The last day; it belongs to the period.")


@described
class RateExclusion:
    """Commissions that were due and are not in the denominator of the rate."""

    reason: Exclusion = picked("Why they are not in it.")
    count: int = picked("How many they are.")


@described
class RateEstimate:
    """A rate with all that is needed to read it rightly; never a bare number.

    Due is what was agreed with a first deadline inside the period; settled is due and evaluated.
    Commissions somebody has with himself are left out.
    """

    due: int = picked("How many were due: first agreed for a day inside the period.")
    settled: int = picked("How many of those have been evaluated.")
    achieved: int = picked("How many of those ended EXCEEDED or ACHIEVED.")
    rate: float | None = picked(
        "Achieved / (settled - not assessable), from 0 to 1; null when n is below 5."
    )
    strict_rate: float | None = picked(
        "The same with cancelled, revoked, and overdue unevaluated ones counted as not achieved,"
        " from 0 to 1; null when n is below 5."
    )
    low: float | None = picked(
        "The lower end of the 95 % interval of the rate, from 0 to 1; null when n is below 5."
    )
    high: float | None = picked(
        "The upper end of the 95 % interval of the rate, from 0 to 1; null when n is below 5."
    )
    low_if_pending_missed: float | None = picked(
        "The rate if all that are not evaluated yet missed, from 0 to 1; null when n is below 5."
    )
    high_if_pending_achieved: float | None = picked(
        "The rate if all that are not evaluated yet achieved, from 0 to 1; null when n is below 5."
    )
    on_time: int = picked("How many of the achieved were delivered by the deadline first agreed.")
    lapsed: int = picked("How many of the evaluated were never reviewed by the customer.")
    excluded: list[RateExclusion] = picked("What was due and is not in the denominator, and why.")
    n: int = picked("The denominator of the rate: settled without those not assessable.")
    sufficient: bool = picked("Whether n is at least 5; below, only counts are given.")
    method: str = picked("How the interval is computed.")
    note: RateNote = picked("What to know before using the rate.")


@described
class RateGroup:
    """The rate of one group."""

    key: str = picked("What the group is told apart by: a team's id, a tag, or `2026-Q1`.")
    label: str = picked("What the group is called.")
    team: TeamLink | None = entity_link("The team, where the groups are teams.", "Team")
    estimate: RateEstimate = picked("The rate of the group.")


@described
class AchievementRate:
    """How many of the commissions due in a period achieved their goal.

    Cohorts are by the deadline first agreed, not by when a commission ended.
    """

    period: Period = picked("The period.")
    commitment: Commitment = picked("How firmly what is counted was promised.")
    total: RateEstimate = picked("The rate of all.")
    groups: list[RateGroup] = picked("The rate of each group; empty where none were asked for.")
