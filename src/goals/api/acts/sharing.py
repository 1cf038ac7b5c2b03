"""Sharing: others may read a commission, and somebody may act for somebody else."""

from datetime import datetime

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
from goals.api.links import CommissionLink, CommissionShareLink, DeputyLink
from goals.api.node import described
from goals.services import deputies, shares
from goals.services.requests import (
    AppointDeputyRequest,
    EndDeputyRequest,
    ShareRequest,
    UnshareRequest,
)


@input_for(ShareRequest)
class CommissionShareInput(ActInput):
    """What it takes to let somebody read a commission: a person or a team."""

    commission_id: strawberry.ID = reference("Commission", "The commission.")
    person_id: strawberry.ID | None = reference("Person", "The person who may read it.", UNSET)
    team_id: strawberry.ID | None = reference("Team", "The team that may read it.", UNSET)


@input_for(UnshareRequest)
class CommissionUnshareInput(ActInput):
    """What it takes to take a share back."""

    share_id: strawberry.ID = reference("CommissionShare", "The share.")


@input_for(AppointDeputyRequest)
class DeputyAppointInput(ActInput):
    """What it takes to appoint a deputy."""

    person_id: strawberry.ID | None = reference(
        "Person", "The person to be represented; the viewer when left out.", UNSET
    )
    deputy_id: strawberry.ID = reference("Person", "The person who acts instead.")
    starts_at: datetime | None = given("From when; from now on when left out.", UNSET)
    ends_at: datetime = given("Until when, a year after the beginning at the most.")


@input_for(EndDeputyRequest)
class DeputyEndInput(ActInput):
    """What it takes to end an appointment before its time."""

    appointment_id: strawberry.ID = reference("Deputy", "The appointment.")


@described
class CommissionSharePayload(Payload):
    """What sharing gave."""

    commission: CommissionLink | None = commission_part()
    share: CommissionShareLink | None = subject("The share.", "CommissionShare")


@described
class CommissionUnsharePayload(Payload):
    """What taking a share back gave."""

    commission: CommissionLink | None = commission_part()


@described
class DeputyAppointPayload(Payload):
    """What appointing a deputy gave."""

    deputy: DeputyLink | None = subject("The appointment.", "Deputy")


@described
class DeputyEndPayload(Payload):
    """What ending an appointment gave."""

    deputy: DeputyLink | None = subject("The appointment.", "Deputy")


@strawberry.type
class SharingActs:
    """Others may read, and somebody may act for somebody else."""

    commission_share: CommissionSharePayload | None = act(
        shares.share,
        CommissionShareInput,
        "Let a person or a team on neither side read the commission, as one of its sides.",
    )
    commission_unshare: CommissionUnsharePayload | None = act(
        shares.unshare, CommissionUnshareInput, "Take a share back, as one of the sides."
    )
    deputy_appoint: DeputyAppointPayload | None = act(
        deputies.appoint,
        DeputyAppointInput,
        "Let somebody act for a person for a while; for the person and for admins.",
    )
    deputy_end: DeputyEndPayload | None = act(
        deputies.end,
        DeputyEndInput,
        "End an appointment before its time; for the two people and for admins.",
    )
