"""Reference classes: comparable commissions of before, the narrowest that has enough of them.

The outside view (Kahneman and Tversky 1979, Intuitive prediction): ask how such things went, not
how this one should go.
"""

from dataclasses import dataclass
from datetime import date

from goals.domain.analysis.lead_times import LeadTimes, lead_times
from goals.domain.analysis.proportions import Proportion
from goals.domain.clarifying import Verdict
from goals.domain.statistics.intervals import Estimate, Interval
from goals.domain.statistics.kaplan_meier import curve, interval
from goals.domain.statistics.wilson import wilson
from goals.domain.words import Word

ENOUGH_ALIKE = 10
ENOUGH_PEOPLE = 3
"""So many cases, of so many people on each side, make a class; else the next wider one is taken."""


class Likeness(Word):
    """By what commissions are alike, from the narrowest class to the widest."""

    PAIR_AND_TAG = "PAIR_AND_TAG", "The same two teams, and a tag in common."
    PAIR = "PAIR", "The same two teams."
    SUPPLIER_AND_TAG = "SUPPLIER_AND_TAG", "The same supplier's team, and a tag in common."
    SUPPLIER = "SUPPLIER", "The same supplier's team."
    TAG = "TAG", "A tag in common."
    ORGANISATION = "ORGANISATION", "All of the organisation."


@dataclass(frozen=True, slots=True)
class History:
    """Days of what was delivered, of what ended without, ages of what is open; and outcomes."""

    delivered: dict[int, int]
    left: dict[int, int]
    achieved: int = 0
    not_achieved: int = 0

    @property
    def n(self) -> int:
        """How many cases there are."""
        return sum(self.delivered.values()) + sum(self.left.values())


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a history says of a number of days; ``by_then`` is the share done by that day."""

    times: LeadTimes
    base_rate: Proportion
    by_then: Estimate | None
    verdict: Verdict


def outlook(history: History, days: int | None) -> Outlook:
    """Read a history. PASS: at least the days in which four of five were done; FAIL: less than
    those in which half were; WARN between; UNKNOWN where there is too little to say.
    """
    times = lead_times(history.delivered, history.left)
    rate = Proportion(history.achieved, history.achieved + history.not_achieved)
    by_then = None if days is None or times.half is None else _by(history, days)
    return Outlook(times, rate, by_then, _verdict(times, days))


def _by(history: History, days: int) -> Estimate:
    """The share done by then. Where all are, no error is known: its low end is that of before."""
    reached = [step for step in curve(history.delivered, history.left).steps if step.day <= days]
    if not reached:
        return Estimate(0.0, wilson(0, history.n))
    unsure = [step for step in reached if step.open_share > 0]
    if not unsure:
        return Estimate(1.0, wilson(reached[-1].ended, reached[-1].at_risk))
    still = interval(unsure[-1])
    is_over = reached[-1].open_share <= 0
    done = 1.0 if is_over else 1 - reached[-1].open_share
    return Estimate(done, Interval(1 - still.high, 1.0 if is_over else 1 - still.low))


def _verdict(times: LeadTimes, days: int | None) -> Verdict:
    if days is None or times.half is None or times.n < ENOUGH_ALIKE:
        return Verdict.UNKNOWN
    if times.most is not None and times.most.day is not None and days >= times.most.day:
        return Verdict.PASS
    if times.half.day is None:
        return Verdict.UNKNOWN
    return Verdict.FAIL if days < times.half.day else Verdict.WARN


def ladder(*, has_customer: bool, has_tags: bool) -> list[Likeness]:
    """The classes to try, the narrowest first."""
    return [
        likeness
        for likeness in Likeness
        if (has_customer or likeness not in {Likeness.PAIR, Likeness.PAIR_AND_TAG})
        and (has_tags or not likeness.endswith("TAG"))
    ]


def age(agreed: date, today: date) -> int:
    """Days since the agreement, none of them negative."""
    return max((today - agreed).days, 0)
