"""Attainments: what the store knows of a criterion, as goals.domain judges it."""

from goals.domain.attainment import Attainment, AttainmentRecord, Target, attained
from goals.domain.enums import CriterionKind, Direction
from goals.store.criteria import CriterionFacts


def computed(facts: CriterionFacts) -> Attainment:
    """The attainment by the last measured value alone."""
    target = Target(
        CriterionKind(facts.kind),
        None if facts.direction is None else Direction(facts.direction),
        facts.baseline,
        facts.target,
        facts.stretch,
        facts.band,
    )
    return attained(target, facts.measured)


def effective(facts: CriterionFacts) -> Attainment:
    """The attainment a person set by hand, else the computed one."""
    return AttainmentRecord(computed(facts), facts.override).effective
