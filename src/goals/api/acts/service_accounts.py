"""Acts on service accounts: add one. What happens to it later happens to it as to a person."""

import strawberry

from goals.api.acts.declaring import ActInput, Payload, act, input_for, reference, subject
from goals.api.fields import given
from goals.api.links import PersonLink
from goals.api.node import described
from goals.domain.enums import Role
from goals.services import service_accounts
from goals.services.requests import CreateServiceAccountRequest


@input_for(CreateServiceAccountRequest)
class ServiceAccountCreateInput(ActInput):
    """What it takes to add a service account."""

    name: str = given("What the program is called.")
    role: Role = given("What it may see: `MEMBER` or `MANAGER`.", Role.MEMBER)
    team_ids: list[strawberry.ID] = reference(
        "Team", "The teams whose commissions it sees.", default_factory=list
    )


@described
class ServiceAccountCreatePayload(Payload):
    """What adding a service account gave."""

    person: PersonLink | None = subject("The service account.", "Person")


@strawberry.type
class ServiceAccountActs:
    """Service accounts."""

    service_account_create: ServiceAccountCreatePayload | None = act(
        service_accounts.create_service_account,
        ServiceAccountCreateInput,
        "Add a program that reads and measures; for admins.",
    )
