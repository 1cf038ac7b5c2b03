"""Suppressing: somebody answers for a finding of the SMART check."""

from datetime import date

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
from goals.api.fields import given
from goals.api.links import CommissionLink, SmartSuppressionLink
from goals.api.node import described
from goals.services import suppressions
from goals.services.requests import SuppressFindingRequest


@input_for(SuppressFindingRequest)
class SmartFindingSuppressInput(ActInput):
    """What it takes to silence a finding."""

    commission_id: strawberry.ID = reference("Commission", "The commission.")
    rule: str = given("The code of the rule, such as `M204`.")
    field: str = given("The field the finding is about, such as `goal`.")
    span_text: str = given("The words it is about; it comes back when they change.")
    reason: str = given("Why it does not count.")
    expires_on: date | None = given("The last day on which it is silenced.", UNSET)


@described
class SmartFindingSuppressPayload(Payload):
    """What silencing gave."""

    commission: CommissionLink | None = commission_part()
    suppression: SmartSuppressionLink | None = subject("The suppression.", "SmartSuppression")


@strawberry.type
class SuppressingActs:
    """Somebody answers for a finding."""

    smart_finding_suppress: SmartFindingSuppressPayload | None = act(
        suppressions.suppress,
        SmartFindingSuppressInput,
        "Silence a finding of the SMART check for some words, with a reason.",
    )
