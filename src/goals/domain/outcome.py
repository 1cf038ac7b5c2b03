"""Outcome: whether a commission achieved its goal, and when; derived, never typed.

The rule, exactly:

1. Each criterion is judged by the first of these that says anything: the customer's assessment;
   the customer's review of the delivery; what was measured (or overridden); the supplier's own
   assessment. Of two sides that differ the customer thus counts, and facts come before the
   supplier's own view. A criterion judged by an assessment is met from 100 per cent on.
2. What counts are the MUST criteria; without any, the SHOULD criteria; without those, the wishes.
3. Nothing that counts is judged: NOT_ASSESSABLE. All that counts is judged and met: ACHIEVED, or
   EXCEEDED when a measured stretch value is reached by a criterion, of any priority, that is met.
   Some that counts is met: PARTLY_ACHIEVED; a MUST that nobody judged is never taken for met.
   None is met: MISSED.

Differences of the two sides are recorded, whoever counts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from goals.domain.attainment import UNKNOWN, Attainment, WeightedAttainment, weighted
from goals.domain.criteria import Priority
from goals.domain.evaluating import Outcome, SatisfactionAspect, Timeliness
from goals.domain.parties import Side

MET_PERCENT = 100
NOTABLE_PERCENT = 20
NOTABLE_GRADES = 2


@dataclass(frozen=True, slots=True)
class CriterionRecord:
    """All that was said about one criterion; ``customer`` and ``supplier`` in whole per cent."""

    id: str
    priority: Priority
    weight: int = 1
    measured: Attainment = UNKNOWN
    reviewed_met: bool | None = None
    customer: int | None = None
    supplier: int | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Where the sides differ: about a criterion (per cent) or an aspect of satisfaction (grade)."""

    subject: str
    customer: int
    supplier: int
    about_met: bool = False


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What is derived when a commission closes."""

    outcome: Outcome
    attainment: WeightedAttainment
    timeliness_first_agreed: Timeliness | None
    timeliness_current: Timeliness | None
    disagreements: tuple[Disagreement, ...] = ()


def judged(criterion: CriterionRecord) -> Attainment:
    """The attainment that counts for a criterion, by step 1 of the rule."""
    if criterion.customer is not None:
        return _by_percent(criterion.customer, criterion.measured.exceeded)
    if criterion.reviewed_met is not None:
        return _by_review(criterion.reviewed_met, criterion.measured)
    if criterion.measured.met is not None:
        return criterion.measured
    if criterion.supplier is not None:
        return _by_percent(criterion.supplier, exceeded=False)
    return UNKNOWN


def _by_percent(percent: int, exceeded: bool) -> Attainment:
    met = percent >= MET_PERCENT
    return Attainment(Decimal(percent) / 100, met, met and exceeded)


def _by_review(met: bool, measured: Attainment) -> Attainment:
    """The customer said only yes or no; the fraction is the measured one where it fits that."""
    if measured.met is met:
        return measured
    return Attainment(Decimal(1) if met else None, met)


def outcome_of(criteria: Iterable[CriterionRecord]) -> Outcome:
    """The outcome by steps 2 and 3 of the rule."""
    every = [(criterion.priority, judged(criterion)) for criterion in criteria]
    counting: list[Attainment] = []
    for priority in Priority:
        counting = counting or [found for given, found in every if given is priority]
    if all(found.met is None for found in counting):
        return Outcome.NOT_ASSESSABLE
    if all(found.met for found in counting):
        exceeded = any(found.exceeded for _, found in every)
        return Outcome.EXCEEDED if exceeded else Outcome.ACHIEVED
    return Outcome.PARTLY_ACHIEVED if any(f.met for f in counting) else Outcome.MISSED


def timeliness(delivered_on: date | None, deadline: date | None) -> Timeliness | None:
    """How a delivery stands to a deadline; None without a deadline.

    ``delivered_on`` is the day, in the deadline's time zone, of the last delivery.
    """
    if deadline is None:
        return None
    if delivered_on is None:
        return Timeliness.NOT_DELIVERED
    if delivered_on < deadline:
        return Timeliness.EARLY
    return Timeliness.ON_TIME if delivered_on == deadline else Timeliness.LATE


def disagreements(
    criteria: Iterable[CriterionRecord],
    perceived: Mapping[Side, Mapping[SatisfactionAspect, int]] | None = None,
) -> tuple[Disagreement, ...]:
    """Where the two assessments differ notably, criteria first, then aspects of satisfaction.

    Notable is: met or not, 20 percentage points, or 2 grades of 7. ``perceived`` holds each
    side's perceived satisfaction; an aspect that only one side graded is no disagreement.
    """
    found = [
        Disagreement(each.id, each.customer, each.supplier, about_met=_split(each))
        for each in criteria
        if each.customer is not None
        and each.supplier is not None
        and (_split(each) or abs(each.customer - each.supplier) >= NOTABLE_PERCENT)
    ]
    of = perceived or {}
    customer, supplier = of.get(Side.CUSTOMER, {}), of.get(Side.SUPPLIER, {})
    found += [
        Disagreement(aspect.value, customer[aspect], supplier[aspect])
        for aspect in SatisfactionAspect
        if aspect in customer
        and aspect in supplier
        and abs(customer[aspect] - supplier[aspect]) >= NOTABLE_GRADES
    ]
    return tuple(found)


def _split(criterion: CriterionRecord) -> bool:
    """Whether one side calls it met and the other does not."""
    customer, supplier = criterion.customer or 0, criterion.supplier or 0
    return (customer >= MET_PERCENT) is not (supplier >= MET_PERCENT)


def evaluate(
    criteria: Iterable[CriterionRecord],
    *,
    delivered_on: date | None,
    first_agreed: date | None,
    current: date | None,
    perceived: Mapping[Side, Mapping[SatisfactionAspect, int]] | None = None,
) -> Evaluation:
    """Derive everything that is stored when a commission closes."""
    every = tuple(criteria)
    return Evaluation(
        outcome=outcome_of(every),
        attainment=weighted((each.weight, judged(each).fraction) for each in every),
        timeliness_first_agreed=timeliness(delivered_on, first_agreed),
        timeliness_current=timeliness(delivered_on, current),
        disagreements=disagreements(every, perceived),
    )
