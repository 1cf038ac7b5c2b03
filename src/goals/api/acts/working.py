"""Working: check-ins, measurements, blockers, duties."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import strawberry
from strawberry import UNSET

from goals.api.acts.declaring import (
    ActInput,
    Payload,
    act,
    commission_part,
    input_for,
    parts_of,
    reference,
    subject,
)
from goals.api.fields import given
from goals.api.links import (
    AttainmentOverrideLink,
    BlockerLink,
    CheckInLink,
    CommissionLink,
    DutyLink,
    MeasurementLink,
)
from goals.api.node import described, described_input
from goals.api.scalars import Url
from goals.domain.enums import BlockerKind, CheckInHealth
from goals.services import blockers, check_ins, duties, measurements
from goals.services.requests import (
    AcknowledgeRequest,
    CheckInRequest,
    CloseBlockerRequest,
    FulfilDutyRequest,
    MeasurementPart,
    MeasureRequest,
    OverrideAttainmentRequest,
    RaiseBlockerRequest,
)


@input_for(MeasurementPart)
class MeasurementInput:
    """One measured value."""

    criterion_id: strawberry.ID = reference("Criterion", "The criterion of the revision in force.")
    value: Decimal = given("The value in the criterion's unit; a binary criterion takes 0 or 1.")
    observed_at: datetime | None = given("When it was observed; now when left out.", UNSET)
    evidence_url: Url | None = given("Where the evidence lies.", UNSET)


@input_for(CheckInRequest)
class CheckInRecordInput(ActInput):
    """What it takes to report how it goes."""

    commission_id: strawberry.ID = reference("Commission", "The commission.")
    health: CheckInHealth = given("Whether the goal will be reached.")
    confidence: int | None = given(
        "How likely success by the deadline is, in per cent, 0 to 100.", UNSET
    )
    note: str | None = given("What there is to say.", UNSET)
    needs: str | None = given("What is needed from the customer.", UNSET)
    measurements: list[MeasurementInput] = given(
        "Values measured since the last time.", default_factory=list
    )


@input_for(AcknowledgeRequest)
class CheckInAcknowledgeInput(ActInput):
    """What it takes to say that a check-in was read."""

    check_in_id: strawberry.ID = reference("CheckIn", "The check-in.")


@described_input
class CriterionMeasureInput(ActInput):
    """What it takes to record a measured value."""

    criterion_id: strawberry.ID = reference("Criterion", "The criterion of the revision in force.")
    value: Decimal = given("The value in the criterion's unit; a binary criterion takes 0 or 1.")
    observed_at: datetime | None = given("When it was observed; now when left out.", UNSET)
    evidence_url: Url | None = given("Where the evidence lies.", UNSET)


@input_for(OverrideAttainmentRequest)
class CriterionOverrideInput(ActInput):
    """What it takes to set an attainment by hand."""

    criterion_id: strawberry.ID = reference("Criterion", "The criterion of the revision in force.")
    attainment: Decimal = given("The attainment as a fraction of the way; 1 is the target.")
    reason: str = given("Why the computed one does not tell the truth.")


@input_for(RaiseBlockerRequest)
class BlockerRaiseInput(ActInput):
    """What it takes to name an obstacle."""

    commission_id: strawberry.ID = reference("Commission", "The commission.")
    kind: BlockerKind = given("What sort of obstacle it is.")
    text: str = given("What stands in the way.")
    owner: str | None = given("Who takes care of it.", UNSET)
    next_step: str | None = given("What is done next.", UNSET)


@input_for(CloseBlockerRequest)
class BlockerCloseInput(ActInput):
    """What it takes to close a blocker."""

    blocker_id: strawberry.ID = reference("Blocker", "The blocker.")
    resolution: str = given("How it was removed.")


@input_for(FulfilDutyRequest)
class DutyFulfilInput(ActInput):
    """What it takes to say that a duty is done."""

    duty_id: strawberry.ID = reference("Duty", "The own side's duty.")


@described
class CheckInRecordPayload(Payload):
    """What reporting gave."""

    commission: CommissionLink | None = commission_part()
    check_in: CheckInLink | None = subject("The check-in.", "CheckIn")


@described
class CheckInAcknowledgePayload(Payload):
    """What acknowledging gave."""

    commission: CommissionLink | None = commission_part()
    check_in: CheckInLink | None = subject("The check-in.", "CheckIn")


@described
class CriterionMeasurePayload(Payload):
    """What measuring gave."""

    commission: CommissionLink | None = commission_part()
    measurement: MeasurementLink | None = subject("The measured value.", "Measurement")


@described
class CriterionOverridePayload(Payload):
    """What setting an attainment gave."""

    commission: CommissionLink | None = commission_part()
    override: AttainmentOverrideLink | None = subject(
        "The attainment set by hand.", "AttainmentOverride"
    )


@described
class BlockerRaisePayload(Payload):
    """What naming an obstacle gave."""

    commission: CommissionLink | None = commission_part()
    blocker: BlockerLink | None = subject("The blocker.", "Blocker")


@described
class BlockerClosePayload(Payload):
    """What closing a blocker gave."""

    commission: CommissionLink | None = commission_part()
    blocker: BlockerLink | None = subject("The blocker.", "Blocker")


@described
class DutyFulfilPayload(Payload):
    """What fulfilling a duty gave."""

    commission: CommissionLink | None = commission_part()
    duty: DutyLink | None = subject("The duty.", "Duty")


def _measure_request(given_input: Any) -> MeasureRequest:
    names = {"criterion_id", "value", "observed_at", "evidence_url"}
    return MeasureRequest(MeasurementPart(**parts_of(given_input, names)))


@strawberry.type
class WorkingActs:
    """Check-ins, measurements, blockers, duties."""

    check_in_record: CheckInRecordPayload | None = act(
        check_ins.check_in, CheckInRecordInput, "Report how the work goes, as the supplier."
    )
    check_in_acknowledge: CheckInAcknowledgePayload | None = act(
        check_ins.acknowledge,
        CheckInAcknowledgeInput,
        "Say that a check-in was read, as the customer.",
    )
    criterion_measure: CriterionMeasurePayload | None = act(
        measurements.measure,
        CriterionMeasureInput,
        "Record a measured value of a criterion.",
        make=_measure_request,
    )
    criterion_override: CriterionOverridePayload | None = act(
        measurements.override_attainment,
        CriterionOverrideInput,
        "Set an attainment by hand, with a reason; the computed one stays beside it.",
    )
    blocker_raise: BlockerRaisePayload | None = act(
        blockers.raise_blocker, BlockerRaiseInput, "Name something that stands in the way."
    )
    blocker_close: BlockerClosePayload | None = act(
        blockers.close_blocker, BlockerCloseInput, "Say that a blocker is out of the way."
    )
    duty_fulfil: DutyFulfilPayload | None = act(
        duties.fulfil_duty, DutyFulfilInput, "Say that a duty of the own side is done."
    )
