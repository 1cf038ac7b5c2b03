"""Erasing: forget who somebody was. What was promised and done stays."""

import strawberry

from goals.api.acts.declaring import ActInput, Payload, act, input_for, reference, subject
from goals.api.fields import given
from goals.api.links import PersonLink
from goals.api.node import described
from goals.services import erasures
from goals.services.requests import ErasePersonRequest


@input_for(ErasePersonRequest)
class PersonEraseInput(ActInput):
    """What it takes to forget who a person was."""

    person_id: strawberry.ID = reference("Person", "The person, who takes part no longer.")
    reason: str = given("Why, without the name: it stays in the history.")


@described
class PersonErasePayload(Payload):
    """What forgetting a person gave."""

    person: PersonLink | None = subject("The pseudonym that stands for the person now.", "Person")


@strawberry.type
class ErasingActs:
    """Forget people."""

    person_erase: PersonErasePayload | None = act(
        erasures.erase_person,
        PersonEraseInput,
        "Replace name and e-mail of a deactivated person by a pseudonym, for ever, and erase what"
        " history says about the person; the chain still verifies. For admins.",
    )
