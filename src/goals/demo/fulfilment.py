"""Fulfilment: what happens to a commission in bulk once it is agreed, up to its evaluation.

The one rule: an act comes first, its rows after it, with the values goals.services would write.
What comes before is in ``courses``.
"""

from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from goals.demo.course import Course
from goals.domain.enums import Act, CheckInHealth, ReviewDecision, Side, State
from goals.store.assessments import AssessmentJudgementRow, AssessmentRow
from goals.store.check_ins import CheckInRow
from goals.store.deliveries import DeliveryClaimRow, DeliveryRow
from goals.store.factors import FactorObservationRow
from goals.store.measurements import MeasurementRow
from goals.store.reviews import ReviewJudgementRow, ReviewRow

GOOD = frozenset({"achieved", "exceeded", "lapsed", "one_sided"})
PERCENT = {"partly": (55, 95), "missed": (5, 60), "undelivered": (0, 40)}
JUDGED = 2
"""The criteria that are claimed, reviewed and assessed: the first two."""
HELPFUL = ("clarity_of_goal", "shared_goal", "expertise", "information_flow", "trust", "tools")
HINDERING = ("time", "staffing", "decisions", "stable_requirements", "inputs", "priorities")
LOCI = ("OWN", "OTHER", "SHARED", "EXTERNAL")
HEALTH = tuple(health.value for health in CheckInHealth)
CUSTOMER, SUPPLIER = Side.CUSTOMER, Side.SUPPLIER


def fulfil(course: Course, fate: str) -> None:
    """Work, deliver, review and assess, or come to another end."""
    dice, end = course.dice, datetime.combine(course.deadline, time(14), UTC)
    late = dice.random() < (0.2 if fate in GOOD else 0.5)
    delivered = end + timedelta(days=dice.randint(1, 12) if late else -dice.randint(0, 9))
    broken = fate in {"cancelled", "revoked"}
    until = delivered - timedelta(days=dice.randint(5, 20)) if broken else delivered
    until = max(until, course.at + timedelta(hours=6))
    _work(course, fate, until)
    course.at = until
    if broken:
        _break_off(course, CUSTOMER if fate == "cancelled" else SUPPLIER)
        return
    if fate == "undelivered":
        course.at = max(end + timedelta(days=9), course.at)
        course.act(Act.CLOSE_FOR_EVALUATION, CUSTOMER, State.EVALUATING)
    else:
        _deliver(course, 1)
        _review(course, fate)
    course.changes["evaluating_at"] = course.at
    _assess_both(course, fate)


def _work(course: Course, fate: str, until: datetime) -> None:
    """Check in one to three times, each time with a value; where a review lapses, without."""
    dice, begin = course.dice, course.at
    times = dice.choice((1, 2, 2, 3))
    weights = (7, 2, 1) if fate in GOOD else (3, 4, 3)
    share = 1.0 if fate in GOOD else dice.uniform(0.2, 0.85)
    for turn in range(1, times + 1):
        course.at = begin + (until - begin) * turn / (times + 1)
        health, sure = dice.choices(HEALTH, weights)[0], dice.randint(40, 95)
        far = fate == "exceeded" and turn == times
        value = _value(course, share * turn / times, exceeded=far) if fate != "lapsed" else None
        _check_in(course, health, sure, value)


def _value(course: Course, share: float, *, exceeded: bool) -> Decimal | None:
    if course.spoken.values is None:
        return None
    baseline, target, stretch = course.spoken.values
    if exceeded:
        return stretch
    return (baseline + (target - baseline) * Decimal(str(round(share, 2)))).quantize(Decimal("0.1"))


def _check_in(course: Course, health: str, sure: int, value: Decimal | None) -> None:
    made, criterion = course.new(), course.criteria[0]
    about = ("CheckIn", made)
    body: dict[str, Any] = {"health": health, "confidence": sure}
    if value is not None:
        body["measurements"] = [{"criterion": str(criterion), "value": str(value)}]
    course.act(Act.CHECK_IN, SUPPLIER, State.AGREED, about, **body)
    course.changes |= {"last_check_in_at": course.at, "last_health": health}
    author = course.people[SUPPLIER].id
    row = course.own(
        CheckInRow, health=health, confidence=sure, author_id=author, created_at=course.at
    )
    row["id"] = made
    if value is not None:
        course.measured = value
        course.own(
            MeasurementRow,
            criterion_id=criterion,
            lineage_id=criterion,
            value=value,
            observed_at=course.at,
            recorded_at=course.at,
            source="HUMAN",
            actor_id=author,
        )
    if course.dice.random() < 0.6:
        course.wait(1, 5)
        course.act(Act.ACKNOWLEDGE, CUSTOMER, State.AGREED, about)
        row |= {"acknowledged_by_id": course.people[CUSTOMER].id, "acknowledged_at": course.at}


def _break_off(course: Course, side: Side) -> None:
    reason = "Andere Vorhaben gehen vor." if course.german else "Other work comes first."
    course.act(Act.CANCEL if side is CUSTOMER else Act.REVOKE, side, State.CANCELLED)
    course.end(side, reason)
    key = course.dice.choice(HINDERING)
    _observe(course, side, key, "HINDERED")["unsealed_at"] = course.at


def _observe(course: Course, side: Side, key: str, polarity: str) -> dict[str, Any]:
    return course.own(
        FactorObservationRow,
        factor_id=course.ground.factors[key],
        side=side.value,
        person_id=course.people[side].id,
        polarity=polarity,
        strength=course.dice.randint(1, 3),
        locus=course.dice.choice(LOCI),
        observed_at=course.at,
    )


def _deliver(course: Course, number: int) -> None:
    made = course.new()
    course.act(Act.DELIVER, SUPPLIER, State.DELIVERED, ("Delivery", made), delivery=number)
    course.changes["delivered_at"] = course.at
    row = course.own(
        DeliveryRow,
        revision_id=course.revision_id,
        number=number,
        delivered_by_id=course.people[SUPPLIER].id,
        delivered_at=course.at,
    )
    row["id"] = made
    claim = "Erreicht, siehe Messwerte." if course.german else "Done, see values."
    for position, criterion in enumerate(course.criteria[:JUDGED], 1):
        course.row(
            DeliveryClaimRow,
            delivery_id=made,
            criterion_id=criterion,
            position=position,
            claim=claim,
        )


def _review(course: Course, fate: str) -> None:
    """Accept, sometimes after a first refusal; or let the time for it go by."""
    if fate == "lapsed":
        course.at += timedelta(days=15)
        course.act(Act.LAPSE, None, State.EVALUATING)
        course.changes["lapsed"] = True
        return
    course.wait(3, 200)
    if course.dice.random() < 0.05:
        _decide(course, ReviewDecision.REJECTED, (False, True))
        course.wait(20, 120)
        _deliver(course, 2)
        course.wait(3, 90)
    if fate in GOOD:
        _decide(course, ReviewDecision.ACCEPTED, (True, True))
    else:
        met = (False, fate == "partly")
        _decide(course, ReviewDecision.ACCEPTED_WITH_RESERVATIONS, met)


def _decide(course: Course, decision: ReviewDecision, met: tuple[bool, ...]) -> None:
    rejected = decision is ReviewDecision.REJECTED
    delivery = next(v["id"] for kind, v in reversed(course.rows) if kind is DeliveryRow)
    made = course.new()
    course.act(
        Act.REVIEW_REJECT if rejected else Act.REVIEW_ACCEPT,
        CUSTOMER,
        State.AGREED if rejected else State.EVALUATING,
        ("Review", made),
        decision=decision.value,
    )
    if rejected:
        course.changes["delivered_at"] = None
    else:
        course.met = met
    row = course.own(
        ReviewRow,
        delivery_id=delivery,
        decision=decision.value,
        reviewer_id=course.people[CUSTOMER].id,
        reviewed_at=course.at,
    )
    row["id"] = made
    for position, (criterion, good) in enumerate(zip(course.criteria, met, strict=False), 1):
        course.row(
            ReviewJudgementRow, review_id=made, criterion_id=criterion, position=position, met=good
        )


def _assess_both(course: Course, fate: str) -> None:
    """Both assess; where one does not, the clock closes."""
    begin, dice = course.at, course.dice
    sides = [CUSTOMER, SUPPLIER] if dice.random() < 0.5 else [SUPPLIER, CUSTOMER]
    if fate == "one_sided":
        sides = [SUPPLIER]
    elif fate == "lapsed":
        sides = sides[: dice.randint(0, 1)]
    for side in sides:
        course.wait(3, 100)
        _assess(course, side, fate)
    if len(sides) < 2:
        course.at = begin + timedelta(days=15)
        course.conclude(Act.CLOSE, None)


def _assess(course: Course, side: Side, fate: str) -> None:
    course.check()
    dice, made = course.dice, course.new()
    about = ("Assessment", made)
    if not course.judged:
        course.act(Act.ASSESS, side, State.EVALUATING, about)
    reached = _reached(course, side, fate)
    course.judged[side] = reached
    good, expected, grades = reached[0] >= 100, dice.randint(4, 6), {}
    if side is CUSTOMER or dice.random() < 0.5:
        perceived = min(max(expected + dice.randint(*((0, 2) if good else (-3, 0))), 1), 7)
        grades = {"overall_expected": expected, "overall_perceived": perceived}
    who = course.people[side].id
    row = course.own(
        AssessmentRow, side=side.value, person_id=who, submitted_at=course.at, **grades
    )
    row["id"] = made
    for position, percent in enumerate(reached, 1):
        course.row(
            AssessmentJudgementRow,
            assessment_id=made,
            criterion_id=course.criteria[position - 1],
            position=position,
            attainment=percent,
        )
    helped = good or dice.random() < 0.3
    key = dice.choice(HELPFUL if helped else HINDERING)
    polarity = "HELPED" if helped else dice.choice(("HINDERED", "MISSING"))
    _observe(course, side, key, polarity)["assessment_id"] = made
    if len(course.judged) == len(Side):
        course.conclude(Act.ASSESS, side, about)


def _reached(course: Course, side: Side, fate: str) -> tuple[int, int]:
    """The attainment of both criteria in per cent, as a side sees it."""
    dice = course.dice
    first = 120 if fate == "exceeded" else dice.randint(*PERCENT.get(fate, (100, 100)))
    second = 100 if fate in GOOD or fate == "partly" else dice.randint(0, 80)
    if side is SUPPLIER and dice.random() < 0.3:  # the sides do not always see it alike
        first = min(first + dice.randint(10, 40), 120)
    return first, second
