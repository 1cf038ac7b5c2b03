"""Rates: how many of the commissions due in a period achieved their goal, and how sure that is."""

from datetime import date

from strawberry import ID, UNSET

from goals.api.enums import SmartGrade
from goals.api.fields import entity_link, given, picked
from goals.api.links import PersonLink, TeamLink
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
    team: ID | None = given("The id of a team, as customer or as supplier.", UNSET)
    tag: str | None = given("A tag it carries.", UNSET)
    smart_grade: SmartGrade | None = given(
        "Its grade in the SMART check when it was agreed.", UNSET
    )
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
class DeadlineKept:
    """When the evaluated were delivered, measured against one deadline."""

    early: int = picked("How many were delivered before the day.")
    on_time: int = picked("How many were delivered on the day.")
    late: int = picked("How many were delivered after the day.")
    not_delivered: int = picked("How many were evaluated without having been delivered.")


@described
class RateEstimate:
    """A rate with all that is needed to read it rightly; never a bare number.

    Due is what was agreed with a first deadline inside the period; settled is due and evaluated.
    Commissions somebody has with himself are left out. A group is shown only where at least 5
    commissions and 3 people stand behind the figure, and behind what is left when it is
    subtracted from another; else it is suppressed and all its counts are 0.
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
    shrunk: float | None = picked(
        "The rate of a group drawn towards that of all groups, the more the smaller it is"
        " (beta-binomial), from 0 to 1; null when n is below 5, and for what is no group."
    )
    on_time: int = picked("How many of the achieved were delivered by the deadline first agreed.")
    on_time_by_current_deadline: int = picked(
        "How many of the achieved were delivered by the deadline in force at the end."
    )
    against_first_deadline: DeadlineKept = picked(
        "When the evaluated were delivered, against the deadline first agreed."
    )
    against_current_deadline: DeadlineKept = picked(
        "When the evaluated were delivered, against the deadline in force at the end."
    )
    lapsed: int = picked("How many of the evaluated were never reviewed by the customer.")
    excluded: list[RateExclusion] = picked("What was due and is not in the denominator, and why.")
    n: int = picked("The denominator of the rate: settled without those not assessable.")
    sufficient: bool = picked("Whether n is at least 5; below, only counts are given.")
    suppressed: bool = picked(
        "Whether nothing is shown because too few commissions or people stand behind it."
    )
    method: str = picked("How the interval is computed.")
    note: RateNote = picked("What to know before using the rate.")


@described
class RateGroup:
    """The rate of one group."""

    key: str = picked(
        "What the group is told apart by: a team's or person's id, the ids of customer and"
        " supplier team, a tag, a grade, a commitment, or `2026-Q1`."
    )
    label: str = picked("What the group is called.")
    team: TeamLink | None = entity_link("The team, where the groups are single teams.", "Team")
    customer_team: TeamLink | None = entity_link(
        "The customer's team, where the groups are customer teams or pairs.", "Team"
    )
    supplier_team: TeamLink | None = entity_link(
        "The supplier's team, where the groups are supplier teams or pairs.", "Team"
    )
    person: PersonLink | None = entity_link(
        "The contact person, where the groups are single people.", "Person"
    )
    estimate: RateEstimate = picked("The rate of the group.")
    covered: list[Period] = picked(
        "The days the figures are about. Of a group only whole months are shown, and of a small"
        " one only whole quarters or years, so that it may be less than the period asked for."
    )


@described
class AchievementRate:
    """How many of the commissions due in a period achieved their goal.

    Cohorts are by the deadline first agreed, not by when a commission ended.
    """

    period: Period = picked("The period.")
    commitment: Commitment = picked("How firmly what is counted was promised.")
    total: RateEstimate = picked(
        "The rate of all: exact to the day, but for a filter, which makes a group of it."
    )
    self_commissions: RateEstimate | None = picked(
        "The rate of those somebody has with himself, which are nowhere else; null with a filter."
    )
    groups: list[RateGroup] = picked(
        "The rate of each group, at most 200, those with most due; empty where none were asked for."
    )
    groups_left_out: int = picked("How many more groups there are.")
    withheld: int | None = picked(
        "How many of those due are in no figure of a group, because too little stands behind it;"
        " null without groups, and where a commission can be in several."
    )
