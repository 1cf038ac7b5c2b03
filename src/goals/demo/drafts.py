"""Drafts: a theme with its numbers, as the content of a revision."""

from datetime import date
from decimal import Decimal
from random import Random

from goals.demo.themes import Theme
from goals.domain.enums import (
    CriterionKind,
    Direction,
    ResourceKind,
    ResourceStatus,
    Side,
)
from goals.services.requests import CriterionPart, ResourcePart, RevisionContent


def stretched(theme: Theme, goal: int) -> Decimal:
    """The value that exceeds a target."""
    return Decimal(goal + 2 if theme.rising else max(goal - 1, 0))


def wording(
    theme: Theme, numbers: tuple[int, int], deadline: date, dice: Random
) -> RevisionContent:
    """The five answers of a theme, with baseline and target, two criteria and a resource."""
    a, b = numbers
    first = CriterionPart(text=theme.criterion)
    if not theme.weak:
        first = CriterionPart(
            text=theme.criterion,
            kind=CriterionKind.METRIC,
            direction=Direction.INCREASE if theme.rising else Direction.DECREASE,
            baseline=Decimal(a),
            target=Decimal(b),
            stretch=stretched(theme, b),
            unit=theme.unit,
            weight=3,
        )
    days = dice.choice((5, 8, 12, 20))
    german = theme.language == "de"
    return RevisionContent(
        goal=theme.goal.format(a=a, b=b),
        benefit=theme.benefit,
        deadline=deadline,
        check_in_cadence_days=dice.choice((7, 14, 14, 30)),
        criteria=(first, CriterionPart(text=theme.second)),
        resources=(
            ResourcePart(
                ResourceKind.PEOPLE,
                f"{days} Personentage" if german else f"{days} person-days",
                Side.SUPPLIER,
                Decimal(days),
                "Personentage" if german else "person-days",
                ResourceStatus.COMMITTED,
            ),
        ),
    )
