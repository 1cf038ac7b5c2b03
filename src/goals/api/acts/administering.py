"""Administering: teams, people, tokens. Admins administer, they do not sign."""

from datetime import datetime
from typing import Any

import strawberry
from strawberry import UNSET

from goals.api.acts.declaring import (
    ActInput,
    Outcome,
    Payload,
    act,
    input_for,
    part,
    parts_of,
    reference,
    subject,
)
from goals.api.fields import given
from goals.api.links import PersonLink, TeamLink, TokenLink
from goals.api.node import described, described_input
from goals.domain.enums import Language, Role
from goals.services import people, teams, tokens
from goals.services.requests import (
    CreatePersonRequest,
    CreateTeamRequest,
    CreateTokenRequest,
    RevokeTokenRequest,
)


@described_input
class TeamCreateInput(ActInput):
    """What it takes to add a team."""

    name: str = given("The name of the team, unique in the organisation.")
    parent_id: strawberry.ID | None = reference("Team", "The team it is a part of.", UNSET)


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


@input_for(CreateTokenRequest)
class TokenCreateInput(ActInput):
    """What it takes to make a token."""

    person_id: strawberry.ID = reference("Person", "The person the token speaks for.")
    name: str = given("What the token is for.")
    expires_at: datetime | None = given(
        "When the token ends by itself; never when left out.", UNSET
    )


@input_for(RevokeTokenRequest)
class TokenRevokeInput(ActInput):
    """What it takes to end a token."""

    token_id: strawberry.ID = reference("Token", "The token.")


@described
class TeamCreatePayload(Payload):
    """What adding a team gave."""

    team: TeamLink | None = subject("The team.", "Team")


@described
class PersonCreatePayload(Payload):
    """What adding a person gave."""

    person: PersonLink | None = subject("The person.", "Person")


def _secret(outcome: Outcome) -> str | None:
    return None if outcome.result is None else outcome.result.secret


@described
class TokenCreatePayload(Payload):
    """What making a token gave."""

    token: TokenLink | None = subject("The token.", "Token")
    secret: str | None = part(
        "The secret, shown this once. A repeat with the same idempotency key does not show it.",
        _secret,
    )


@described
class TokenRevokePayload(Payload):
    """What ending a token gave."""

    token: TokenLink | None = subject("The token.", "Token")


def _team_request(given_input: Any) -> CreateTeamRequest:
    parts = parts_of(given_input, {"name", "parent_id"})
    named = given_input.parent_id is not UNSET and given_input.parent_id is not None
    return CreateTeamRequest(**parts, has_parent=named)


@strawberry.type
class AdministeringActs:
    """Teams, people, tokens."""

    team_create: TeamCreatePayload | None = act(
        teams.create_team, TeamCreateInput, "Add a team; for admins.", make=_team_request
    )
    person_create: PersonCreatePayload | None = act(
        people.create_person, PersonCreateInput, "Add a person to the organisation; for admins."
    )
    token_create: TokenCreatePayload | None = act(
        tokens.create_token, TokenCreateInput, "Make a bearer token for a person; for admins."
    )
    token_revoke: TokenRevokePayload | None = act(
        tokens.revoke_token, TokenRevokeInput, "End a token at once; for admins."
    )
