"""Acts on people. Admins administer, they do not sign."""

from typing import Any

import strawberry
from strawberry import UNSET

from goals.api.acts.declaring import (
    ActInput,
    Payload,
    act,
    input_for,
    parts_of,
    reference,
    subject,
)
from goals.api.fields import given
from goals.api.links import PersonLink
from goals.api.node import described, described_input
from goals.domain.enums import Language, Role
from goals.services import deactivations, people
from goals.services.requests import (
    CreatePersonRequest,
    DeactivatePersonRequest,
    HandOverPart,
    ReactivatePersonRequest,
    UpdatePersonRequest,
)


@input_for(CreatePersonRequest)
class PersonCreateInput(ActInput):
    """What it takes to add a person."""

    name: str = given("The full name.")
    email: str = given("The e-mail address, unique in the organisation.")
    language: Language = given("The language the person reads.")
    role: Role = given("What the person may do in the whole organisation.", Role.MEMBER)
    team_ids: list[strawberry.ID] = reference(
        "Team", "The teams the person belongs to.", default_factory=list
    )
    lead_of_team_ids: list[strawberry.ID] = reference(
        "Team", "The teams the person leads.", default_factory=list
    )


@input_for(UpdatePersonRequest)
class PersonUpdateInput(ActInput):
    """What it takes to change what is known of a person. What is left out or null stays."""

    person_id: strawberry.ID = reference("Person", "The person.")
    name: str | None = given("The full name.", UNSET)
    email: str | None = given("The e-mail address, unique in the organisation.", UNSET)
    language: Language | None = given("The language the person reads.", UNSET)
    role: Role | None = given("What the person may do in the whole organisation.", UNSET)


@input_for(HandOverPart)
class HandOverInput:
    """Who takes over one commission, with the open actions on it."""

    commission_id: strawberry.ID = reference("Commission", "The commission.")
    successor_id: strawberry.ID = reference(
        "Person", "Who becomes the contact: a member of that side's team."
    )


@described_input
class PersonDeactivateInput(ActInput):
    """What it takes to deactivate a person; `Person.openDuties` says what is to be handed over."""

    person_id: strawberry.ID = reference("Person", "The person.")
    hand_over: list[HandOverInput] = given("Who takes over which commission.", default_factory=list)
    successor_id: strawberry.ID | None = reference(
        "Person", "Who takes over everything that `handOver` does not name.", UNSET
    )


@input_for(ReactivatePersonRequest)
class PersonReactivateInput(ActInput):
    """What it takes to let a person take part again."""

    person_id: strawberry.ID = reference("Person", "The person.")


@described
class PersonCreatePayload(Payload):
    """What adding a person gave."""

    person: PersonLink | None = subject("The person.", "Person")


@described
class PersonUpdatePayload(Payload):
    """What changing a person gave."""

    person: PersonLink | None = subject("The person.", "Person")


@described
class PersonDeactivatePayload(Payload):
    """What deactivating a person gave."""

    person: PersonLink | None = subject("The person.", "Person")


@described
class PersonReactivatePayload(Payload):
    """What reactivating a person gave."""

    person: PersonLink | None = subject("The person.", "Person")


def _deactivating(given_input: Any) -> DeactivatePersonRequest:
    parts = parts_of(given_input, {"person_id", "hand_over", "successor_id"})
    named = given_input.successor_id is not UNSET and given_input.successor_id is not None
    return DeactivatePersonRequest(**parts, has_successor=named)


@strawberry.type
class PersonActs:
    """People."""

    person_create: PersonCreatePayload | None = act(
        people.create_person, PersonCreateInput, "Add a person to the organisation; for admins."
    )
    person_update: PersonUpdatePayload | None = act(
        people.update_person,
        PersonUpdateInput,
        "Change name, e-mail, language or role of a person; for admins. The last active admin"
        " stays one, and the role of a service account stays as it was made.",
    )
    person_deactivate: PersonDeactivatePayload | None = act(
        deactivations.deactivate_person,
        PersonDeactivateInput,
        "Let a person take part no longer: hands over what is open, ends every token, and ends "
        "standing in, by deputies and as one; for admins.",
        make=_deactivating,
    )
    person_reactivate: PersonReactivatePayload | None = act(
        deactivations.reactivate_person,
        PersonReactivateInput,
        "Let a person take part again, with new tokens; for admins.",
    )
