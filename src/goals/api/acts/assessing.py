"""Assessing: each side's sealed view of the whole."""

import strawberry
from strawberry import UNSET

from goals.api.acts.declaring import (
    ActInput,
    Payload,
    act,
    commission_part,
    input_for,
    reference,
    subject,
)
from goals.api.acts.observing import FactorObservationInput
from goals.api.fields import given
from goals.api.links import AssessmentLink, CommissionLink
from goals.api.node import described
from goals.domain.enums import SatisfactionAspect
from goals.services import assessments
from goals.services.requests import AssessRequest, AttainmentPart, SatisfactionPart


@input_for(AttainmentPart)
class AttainmentJudgementInput:
    """How far one criterion was reached, in the own side's eyes."""

    criterion_id: strawberry.ID = reference("Criterion", "The criterion of the revision in force.")
    attainment: int = given("How far it was reached, in per cent; 100 is the target.")
    comment: str | None = given("What there is to say.", UNSET)


@input_for(SatisfactionPart)
class SatisfactionInput:
    """How satisfied the own side is with one aspect, against what it expected."""

    aspect: SatisfactionAspect = given("What it is about.")
    expected: int | None = given("What was expected, from 1 (little) to 7 (much).", UNSET)
    perceived: int | None = given("What was perceived, from 1 (little) to 7 (much).", UNSET)


@input_for(AssessRequest)
class CommissionAssessInput(ActInput):
    """What it takes to assess a commission for the own side."""

    commission_id: strawberry.ID = reference("Commission", "The commission.")
    judgements: list[AttainmentJudgementInput] = given("How far each criterion was reached.")
    satisfaction: list[SatisfactionInput] = given(
        "How satisfied the side is, aspect by aspect.", default_factory=list
    )
    factors: list[FactorObservationInput] = given(
        "What helped, hindered or was missing.", default_factory=list
    )
    comment: str | None = given("What there is to say.", UNSET)


@described
class CommissionAssessPayload(Payload):
    """What assessing gave."""

    commission: CommissionLink | None = commission_part()
    assessment: AssessmentLink | None = subject("The own side's assessment.", "Assessment")


@strawberry.type
class AssessingActs:
    """Each side's sealed view of the whole."""

    commission_assess: CommissionAssessPayload | None = act(
        assessments.assess,
        CommissionAssessInput,
        "Assess for the own side; sealed until both assessments are in or their time is over.",
    )
