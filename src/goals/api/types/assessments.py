"""Assessments: how each side saw the whole, sealed until both have said it."""

from datetime import datetime

from goals.api import derived
from goals.api.fields import column, computed, expression, many, one, picked
from goals.api.links import (
    AssessmentLink,
    CommissionLink,
    CriterionLink,
    FactorObservationLink,
    PersonLink,
)
from goals.api.node import Node, described, entity
from goals.api.visibility import OF_ASSESSMENT, OF_COMMISSION, unsealed_or_own
from goals.domain.enums import SatisfactionAspect, Side


@described
class Satisfaction:
    """How satisfied a side is with one aspect, against what it expected."""

    aspect: SatisfactionAspect = picked("What it is about.")
    expected: int | None = picked("What was expected, from 1 (little) to 7 (much).")
    perceived: int | None = picked("What was perceived, from 1 (little) to 7 (much).")
    gap: int | None = picked("Perceived minus expected; below 0 is disappointment.")


@entity("assessment_judgement", OF_ASSESSMENT)
class AssessmentJudgement(Node):
    """How far one criterion was reached, in the eyes of one side."""

    assessment: AssessmentLink = one("The assessment it is part of.", "assessment_id")
    criterion: CriterionLink = one("The criterion it is about.", "criterion_id")
    position: int = column("Its place in the list, from 1.")
    attainment: int = column("How far it was reached, in per cent; 100 is the target.")
    comment: str | None = column("What there is to say.")


@entity("assessment", OF_COMMISSION, extra=unsealed_or_own)
class Assessment(Node):
    """One side's view of the result and of the other side.

    Sealed until both are in or the time is over: until then only its own side sees it.
    """

    commission: CommissionLink = one("The commission that is assessed.", "commission_id")
    side: Side = column("The side that assesses.")
    person: PersonLink = one("The person who assesses.", "person_id")
    satisfaction: list[Satisfaction] = computed(
        "How satisfied the side is, aspect by aspect; aspects without an answer are not here.",
        derived.satisfaction,
        **derived.SATISFACTION_VALUES,
    )
    judgements: list[AssessmentJudgement] = many(
        "How far each criterion was reached.", "assessment_id", "position"
    )
    observations: list[FactorObservationLink] = many(
        "What helped, hindered or was missing.", "assessment_id", "observed_at"
    )
    comment: str | None = column("What there is to say.")
    submitted_at: datetime = column("When it was given.")
    unsealed_at: datetime | None = column("When it was opened to the other side.")
    sealed: bool = expression(
        "Whether the other side cannot see it yet.", derived.sealed, "boolean"
    )
