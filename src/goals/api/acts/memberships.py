"""Acts on memberships. Admins administer, they do not sign."""

import strawberry

from goals.api.acts.declaring import ActInput, Payload, act, input_for, reference, subject
from goals.api.fields import given
from goals.api.links import PersonLink
from goals.api.node import described
from goals.services import memberships
from goals.services.requests import AddMembershipRequest, RemoveMembershipRequest, SetLeadRequest


@input_for(AddMembershipRequest)
class MembershipAddInput(ActInput):
    """What it takes to put a person into a team."""

    person_id: strawberry.ID = reference("Person", "The person.")
    team_id: strawberry.ID = reference("Team", "The team.")
    lead: bool = given("Whether the person leads the team.", False)


@input_for(RemoveMembershipRequest)
class MembershipRemoveInput(ActInput):
    """What it takes to take a person out of a team."""

    person_id: strawberry.ID = reference("Person", "The person.")
    team_id: strawberry.ID = reference("Team", "The team.")


@input_for(SetLeadRequest)
class MembershipSetLeadInput(ActInput):
    """What it takes to say whether a member leads the team."""

    person_id: strawberry.ID = reference("Person", "The person.")
    team_id: strawberry.ID = reference("Team", "The team.")
    lead: bool = given("Whether the person leads the team from now on.")


@described
class MembershipAddPayload(Payload):
    """What putting a person into a team gave."""

    person: PersonLink | None = subject("The person, with all memberships.", "Person")


@described
class MembershipRemovePayload(Payload):
    """What taking a person out of a team gave."""

    person: PersonLink | None = subject("The person, with the other memberships.", "Person")


@described
class MembershipSetLeadPayload(Payload):
    """What saying who leads gave."""

    person: PersonLink | None = subject("The person, with all memberships.", "Person")


@strawberry.type
class MembershipActs:
    """Memberships."""

    membership_add: MembershipAddPayload | None = act(
        memberships.add_membership, MembershipAddInput, "Put a person into a team; for admins."
    )
    membership_remove: MembershipRemovePayload | None = act(
        memberships.remove_membership,
        MembershipRemoveInput,
        "Take a person out of a team; for admins. What the person is contact of stays until it is"
        " handed over.",
    )
    membership_set_lead: MembershipSetLeadPayload | None = act(
        memberships.set_lead,
        MembershipSetLeadInput,
        "Say whether a member leads the team; for admins. Several may.",
    )
