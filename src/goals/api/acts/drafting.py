"""Drafting: how a commission and its revisions come to be."""

from uuid import UUID

import strawberry
from strawberry import UNSET

from goals.api.acts.contents import ExternalReferenceContentInput, RevisionContentInput
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
from goals.api.links import CommissionLink, RevisionLink
from goals.api.node import described
from goals.domain.enums import Commitment, Side
from goals.services import commissions, revisions
from goals.services.requests import AmendRequest, DraftRequest, ProposeRequest, ReviseRequest


@input_for(DraftRequest)
class CommissionDraftInput(ActInput):
    """What it takes to draft a commission.

    The drafting person belongs to the team of the initiating side. A contact left out is, on the
    own side, the viewer; on the other side, the lead of its team.
    """

    id: UUID | None = given(
        "An identifier made by the client, so that a repeat is harmless.", UNSET
    )
    initiator: Side = given("The side that drafts: a request by the customer, or an offer.")
    title: str = given("A short title.")
    customer_team_id: strawberry.ID = reference("Team", "The team that asks for the result.")
    customer_id: strawberry.ID | None = reference(
        "Person", "The contact person of the customer.", UNSET
    )
    supplier_team_id: strawberry.ID = reference("Team", "The team that promises the result.")
    supplier_id: strawberry.ID | None = reference(
        "Person", "The contact person of the supplier.", UNSET
    )
    beneficiary: str | None = given("For whom it is in the end.", UNSET)
    commitment: Commitment = given("How firmly it is to be promised.", Commitment.COMMITTED)
    tags: list[str] = given("Free words to find it by.", default_factory=list)
    contributes_to_id: strawberry.ID | None = reference(
        "Commission", "The commission it contributes to.", UNSET
    )
    depends_on_ids: list[strawberry.ID] = reference(
        "Commission", "What must be fulfilled before it can be.", default_factory=list
    )
    external_references: list[ExternalReferenceContentInput] = given(
        "The same work in other systems.", default_factory=list
    )
    content: RevisionContentInput = given("What is to be promised, as far as it is known.")


@input_for(ReviseRequest)
class CommissionReviseInput(ActInput):
    """What it takes to write a new revision before agreement."""

    commission_id: strawberry.ID = reference("Commission", "The commission.")
    expected_revision: int = given("The number of the revision on the table, as the viewer saw it.")
    title: str | None = given("A new title; the old one stays when left out.", UNSET)
    tags: list[str] | None = given("New tags; the old ones stay when left out.", UNSET)
    content: RevisionContentInput = given("The whole new content.")


@input_for(AmendRequest)
class CommissionAmendInput(ActInput):
    """What it takes to propose a change after agreement."""

    commission_id: strawberry.ID = reference("Commission", "The commission.")
    expected_revision: int = given("The number of the revision in force, as the viewer saw it.")
    cause: str = given("Why the agreement must change.")
    content: RevisionContentInput = given("The whole new content.")


@input_for(ProposeRequest)
class CommissionProposeInput(ActInput):
    """What it takes to put a draft before the other side."""

    commission_id: strawberry.ID = reference("Commission", "The commission.")
    expected_revision: int = given("The number of the revision on the table, as the viewer saw it.")


@described
class CommissionDraftPayload(Payload):
    """What drafting gave."""

    commission: CommissionLink | None = commission_part("The commission that was drafted.")


@described
class CommissionRevisePayload(Payload):
    """What revising gave."""

    commission: CommissionLink | None = commission_part()
    revision: RevisionLink | None = subject("The new revision.", "Revision")


@described
class CommissionAmendPayload(Payload):
    """What proposing a change gave."""

    commission: CommissionLink | None = commission_part()
    revision: RevisionLink | None = subject("The revision that waits for signatures.", "Revision")


@described
class CommissionProposePayload(Payload):
    """What proposing gave."""

    commission: CommissionLink | None = commission_part()


@strawberry.type
class DraftingActs:
    """How a commission and its revisions come to be."""

    commission_draft: CommissionDraftPayload | None = act(
        commissions.draft, CommissionDraftInput, "Start a commission, as a request or as an offer."
    )
    commission_revise: CommissionRevisePayload | None = act(
        revisions.revise,
        CommissionReviseInput,
        "Write a new revision before agreement; earlier signatures go stale.",
    )
    commission_propose: CommissionProposePayload | None = act(
        commissions.propose,
        CommissionProposeInput,
        "Put a draft before the other side; the five questions must have an answer.",
    )
    commission_amend: CommissionAmendPayload | None = act(
        revisions.amend,
        CommissionAmendInput,
        "Propose a change after agreement; it is in force once both sides have signed it.",
    )
