"""Attainment: how far a criterion has got, computed from what was measured.

A fraction of the way from the baseline to the target: 0 at the baseline (or on its wrong side),
1 at the target. Only INCREASE and DECREASE with a baseline go beyond 1, up to 10; without a
baseline nobody can say how far beyond the target a value is. The fraction is rounded down to six
places, so that it is 1 exactly when the criterion is met. A person may override it; both stay.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal, localcontext

from goals.domain.criteria import CriterionKind, Direction
from goals.domain.error_base import Path
from goals.domain.issues import Issues
from goals.domain.labels import label
from goals.domain.values import canonical_decimal

ZERO, ONE, MOST = Decimal(0), Decimal(1), Decimal(10)
PLACES = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Target:
    """What a criterion wants. ``band`` is half the width around the target (WITHIN)."""

    kind: CriterionKind
    direction: Direction | None = None
    baseline: Decimal | None = None
    target: Decimal | None = None
    stretch: Decimal | None = None
    band: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Attainment:
    """How far a criterion has got; all None while nothing can be said."""

    fraction: Decimal | None = None
    met: bool | None = None
    exceeded: bool = False


UNKNOWN = Attainment()


@dataclass(frozen=True, slots=True)
class AttainmentRecord:
    """The computed attainment and, beside it, the one a person set; neither replaces the other."""

    computed: Attainment
    override: Decimal | None = None

    @property
    def effective(self) -> Attainment:
        """The override where there is one, else what was computed."""
        if self.override is None:
            return self.computed
        return Attainment(self.override, self.override >= ONE, self.computed.exceeded)


def attained(target: Target, value: Decimal | None) -> Attainment:
    """The attainment at this value; unknown without a value, or for a metric without a target.

    A binary criterion is met by every value from 1 on. ``exceeded`` means that the stretch value
    is reached and lies beyond the target.
    """
    if value is None:
        return UNKNOWN
    if target.kind is CriterionKind.BINARY:
        met = value >= ONE
        return Attainment(ONE if met else ZERO, met)
    if target.target is None or target.direction is None:
        return UNKNOWN
    met = _is_met(target, target.target, value)
    fraction = _rounded(_way(target, target.target, value, met))
    return Attainment(fraction, met, met and _reaches_stretch(target, target.target, value))


def _is_rising(direction: Direction) -> bool:
    return direction in {Direction.INCREASE, Direction.AT_LEAST}


def _is_met(target: Target, goal: Decimal, value: Decimal) -> bool:
    with localcontext(prec=80):
        if target.direction is Direction.WITHIN:
            return abs(value - goal) <= (target.band or ZERO)
    return value >= goal if target.direction and _is_rising(target.direction) else value <= goal


def _reaches_stretch(target: Target, goal: Decimal, value: Decimal) -> bool:
    if target.stretch is None or target.direction is Direction.WITHIN:
        return False
    if target.direction and _is_rising(target.direction):
        return value >= target.stretch > goal
    return value <= target.stretch < goal


def _way(target: Target, goal: Decimal, value: Decimal, met: bool) -> Decimal:
    """The unrounded fraction, between 0 and 10."""
    with localcontext(prec=80):
        if target.direction is Direction.WITHIN:
            return ONE if met else _way_to_band(target, goal, value)
        start = target.baseline
        rising = target.direction is not None and _is_rising(target.direction)
        if start is None or start == goal or (start < goal) is not rising:
            return ONE if met else _ratio(goal, value) if rising else _ratio(value, goal)
        way = (value - start) / (goal - start)
        beyond = target.direction in {Direction.INCREASE, Direction.DECREASE}
        return min(max(way, ZERO), MOST if beyond else ONE)


def _ratio(whole: Decimal, part: Decimal) -> Decimal:
    """``part`` of ``whole`` for a target without a baseline; 0 where that makes no sense."""
    return part / whole if ZERO < part < whole else ZERO


def _way_to_band(target: Target, goal: Decimal, value: Decimal) -> Decimal:
    """How far a value outside has come towards the edge of the band."""
    half, distance = target.band or ZERO, abs(value - goal)
    if target.baseline is not None and abs(target.baseline - goal) > half:
        start = abs(target.baseline - goal)
        return max((start - distance) / (start - half), ZERO)
    return half / distance


def _rounded(way: Decimal) -> Decimal:
    with localcontext(prec=80):
        return Decimal(canonical_decimal(way.quantize(PLACES, rounding=ROUND_FLOOR)))


@dataclass(frozen=True, slots=True)
class WeightedAttainment:
    """The attainment of several criteria; ``known`` of ``total`` weight could be judged."""

    fraction: Decimal | None
    known: int
    total: int


def weighted(parts: Iterable[tuple[int, Decimal | None]]) -> WeightedAttainment:
    """Weigh (weight, fraction) pairs; more than 1 counts as 1, so that nothing makes up for a miss.

    Criteria without a fraction are left out of the mean, and show in ``known``.
    """
    given = tuple(parts)
    judged = [(weight, min(part, ONE)) for weight, part in given if part is not None]
    known = sum(weight for weight, _ in judged)
    total = sum(weight for weight, _ in given)
    if not known:
        return WeightedAttainment(None, 0, total)
    with localcontext(prec=80):
        mean = sum((weight * part for weight, part in judged), ZERO) / known
    return WeightedAttainment(_rounded(mean), known, total)


def check_target(target: Target, path: Path, issues: Issues) -> None:
    """Note what makes no sense in a criterion's numbers: wrong way, negative band, and the like."""
    if target.kind is CriterionKind.BINARY:
        for name in ("direction", "baseline", "target", "stretch", "band"):
            if getattr(target, name) is not None:
                issues.add("NOT_FOR_BINARY", (*path, name))
        return
    for name in ("direction", "target"):
        if getattr(target, name) is None:
            issues.add("REQUIRED", (*path, name))
    if target.band is not None and target.band < ZERO:
        issues.add("BAND_NEGATIVE", (*path, "band"), actual=f"{target.band:f}")
    if target.direction is None or target.target is None:
        return
    if target.direction is Direction.WITHIN:
        if target.band is None:
            issues.add("REQUIRED", (*path, "band"))
        return
    _check_way(target, target.direction, target.target, path, issues)


def _check_way(
    target: Target, direction: Direction, goal: Decimal, path: Path, issues: Issues
) -> None:
    rising = _is_rising(direction)
    strict = direction in {Direction.INCREASE, Direction.DECREASE}
    start, far = target.baseline, target.stretch
    if start is not None and strict and (start == goal or (start < goal) is not rising):
        shown = {"baseline": f"{start:f}", "target": f"{goal:f}"}
        issues.add("WRONG_WAY", (*path, "target"), direction=label(direction), **shown)
    if far is not None and (far == goal or (goal < far) is not rising):
        shown = {"baseline": f"{goal:f}", "target": f"{far:f}"}
        issues.add("WRONG_WAY", (*path, "stretch"), direction=label(direction), **shown)
