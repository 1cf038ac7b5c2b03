"""What goes with achievement: factors named against factors not named, the family corrected.

All pairs of a factor and a polarity with enough cases on both sides are one family; p-values are
Fisher's, corrected by Benjamini and Hochberg. A finding needs a corrected value of at most 0.05.
It is never said that a factor caused anything.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from goals.domain.analysis.proportions import Comparison, Proportion, compare
from goals.domain.analysis.reading import Reading
from goals.domain.cubes.factors import COUNTED, COUNTERS, NAMED, POLARITIES
from goals.domain.evaluating import Polarity
from goals.domain.statistics.benjamini_hochberg import adjusted
from goals.domain.statistics.intervals import Estimate
from goals.domain.statistics.kappa import kappa
from goals.domain.statistics.lift import lift
from goals.domain.words import Word

FALSE_SHARE = 0.05


class Naming(Word):
    """Which naming of a factor counts."""

    ANY = "ANY", "Whenever it was named."
    BEFORE = "BEFORE", "Named on the way, by a blocker, before the outcome was known."


@dataclass(frozen=True, slots=True)
class Universe:
    """The commissions among which factors are compared, and those left out."""

    achieved: int = 0
    not_achieved: int = 0
    not_assessable: int = 0
    cancelled: int = 0
    unasked: int = 0
    both_assessed: int = 0

    @property
    def n(self) -> int:
        """Those compared: evaluated, assessable, and assessed by at least one side."""
        return self.achieved + self.not_achieved


@dataclass(frozen=True, slots=True)
class Effect:
    """One factor and polarity: how often, with what outcome, and how sure the lift is.

    ``named`` counts commissions among those compared, ``in_cancelled`` further ones that ended
    early. ``agreement`` is Cohen's kappa of the sides over those that both assessed.
    """

    factor: str
    polarity: Polarity
    named: int
    named_before: int
    in_cancelled: int
    by_customer: int
    by_supplier: int
    by_both: int
    comparison: Comparison
    ratio: Estimate | None
    p_value: float | None
    corrected: float | None
    agreement: Estimate | None
    reading: Reading


def universe(counts: Sequence[int]) -> Universe:
    """Read the counters of the cell of the commissions themselves."""
    return Universe(**dict(zip(COUNTED, counts, strict=False)))


def effects(
    whole: Universe, cells: Mapping[str, Sequence[int]], naming: Naming = Naming.ANY
) -> list[Effect]:
    """Compare each factor and polarity that was named; the most often named first."""
    found = [
        _effect(factor, Polarity(polarity), named, whole, naming)
        for factor, counts in cells.items()
        for polarity, named in _by_polarity(counts)
        if any(named.values())
    ]
    return sorted(_judged(found), key=lambda each: (-each.named, each.factor, each.polarity))


def _by_polarity(counts: Sequence[int]) -> Iterable[tuple[str, dict[str, int]]]:
    for at, polarity in enumerate(POLARITIES):
        here = counts[at * len(NAMED) : (at + 1) * len(NAMED)]
        yield polarity, dict(zip(NAMED, here, strict=True))


def _effect(
    factor: str, polarity: Polarity, named: dict[str, int], whole: Universe, naming: Naming
) -> Effect:
    late = naming is Naming.ANY
    achieved = named["achieved"] if late else named["achieved_before"]
    missed = named["not_achieved"] if late else named["not_achieved_before"]
    with_it = Proportion(achieved, achieved + missed)
    without = Proportion(whole.achieved - achieved, whole.n - with_it.n)
    comparison = compare(with_it, without)
    tested = (
        lift(with_it.count, with_it.n, without.count, without.n) if comparison.difference else None
    )
    return Effect(
        factor=factor,
        polarity=polarity,
        named=named["achieved"] + named["not_achieved"],
        named_before=named["achieved_before"] + named["not_achieved_before"],
        in_cancelled=named["cancelled"],
        by_customer=named["by_customer"],
        by_supplier=named["by_supplier"],
        by_both=named["by_both"],
        comparison=comparison,
        ratio=None if tested is None else tested.ratio,
        p_value=None if tested is None else tested.p_value,
        corrected=None,
        agreement=_agreement(named, whole.both_assessed),
        reading=comparison.reading,
    )


def _agreement(named: dict[str, int], both_assessed: int) -> Estimate | None:
    both = named["by_both"]
    customer, supplier = named["by_customer"] - both, named["by_supplier"] - both
    neither = both_assessed - both - customer - supplier
    return kappa(
        {
            ("yes", "yes"): both,
            ("yes", "no"): customer,
            ("no", "yes"): supplier,
            ("no", "no"): neither,
        }
    )


def _judged(found: list[Effect]) -> Iterable[Effect]:
    """Correct the family, and call a finding only what passes."""
    family = [each for each in found if each.p_value is not None]
    corrected = adjusted([each.p_value for each in family if each.p_value is not None])
    for each in found:
        if each.p_value is None:
            yield each
    for each, value in zip(family, corrected, strict=True):
        estimate = each.comparison.difference
        higher = estimate is not None and estimate.value > 0
        reading = Reading.HIGHER if higher else Reading.LOWER
        if value > FALSE_SHARE:
            reading = Reading.NOT_DISTINGUISHABLE
        yield _with(each, value, reading)


def _with(effect: Effect, corrected: float, reading: Reading) -> Effect:
    fields = {name: getattr(effect, name) for name in Effect.__slots__}
    return Effect(**(fields | {"corrected": corrected, "reading": reading}))


__all__ = ["COUNTERS", "Effect", "Naming", "Universe", "effects", "universe"]
