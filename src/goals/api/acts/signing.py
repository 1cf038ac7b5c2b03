"""Signing: accept, decline, withdraw."""

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
from goals.api.links import CommissionLink, SignatureLink
from goals.api.node import described
from goals.api.types.signatures import SignatureReceipt
from goals.services import endings, signatures
from goals.services.requests import AcceptRequest, DeclineRequest, WithdrawRequest


@input_for(AcceptRequest)
class CommissionAcceptInput(ActInput):
    """What it takes to sign the revision on the table."""

    commission_id: strawberry.ID = reference("Commission", "The commission.")
    expected_revision: int = given("The number of the revision to sign, as the viewer saw it.")
    confidence: int = given(
        "How likely success by the deadline is, in per cent, 0 to 100, as this side sees it."
    )
    note: str | None = given(
        "How the commission was understood; the supplier must say so where nothing was played"
        " back.",
        UNSET,
    )
    override_reason: str | None = given("Why to sign though the SMART check fails.", UNSET)


@input_for(DeclineRequest)
class CommissionDeclineInput(ActInput):
    """What it takes to say no."""

    commission_id: strawberry.ID = reference("Commission", "The commission.")
    expected_revision: int = given("The number of the revision on the table, as the viewer saw it.")
    reason: str = given("Why not.")
    alternative: str | None = given("What would be possible instead.", UNSET)
    no_alternative: bool = given("That nothing is possible instead.", False)


@input_for(WithdrawRequest)
class CommissionWithdrawInput(ActInput):
    """What it takes to take a commission back before agreement."""

    commission_id: strawberry.ID = reference("Commission", "The commission.")
    reason: str = given("Why.")


@described
class CommissionAcceptPayload(Payload):
    """What signing gave."""

    commission: CommissionLink | None = commission_part()
    signature: SignatureLink | None = subject("The signature.", "Signature")
    receipt: SignatureReceipt | None = subject(
        "The receipt: keep it, it proves what was signed.", "SignatureReceipt"
    )


@described
class CommissionDeclinePayload(Payload):
    """What saying no gave."""

    commission: CommissionLink | None = commission_part()
    signature: SignatureLink | None = subject("The signed no.", "Signature")
    receipt: SignatureReceipt | None = subject(
        "The receipt: keep it, it proves what was declined.", "SignatureReceipt"
    )


@described
class CommissionWithdrawPayload(Payload):
    """What taking a commission back gave."""

    commission: CommissionLink | None = commission_part()


@strawberry.type
class SigningActs:
    """Accept, decline, withdraw."""

    commission_accept: CommissionAcceptPayload | None = act(
        signatures.accept,
        CommissionAcceptInput,
        "Sign the revision on the table for the own side; agreed once both sides have signed.",
    )
    commission_decline: CommissionDeclinePayload | None = act(
        signatures.decline,
        CommissionDeclineInput,
        "Say no, with a reason and an alternative or the word that none is possible.",
    )
    commission_withdraw: CommissionWithdrawPayload | None = act(
        endings.withdraw,
        CommissionWithdrawInput,
        "Take a commission back before agreement, as the side that drafted it.",
    )
