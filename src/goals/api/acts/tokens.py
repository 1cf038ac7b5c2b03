"""Acts on tokens: make one, end one."""

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
from goals.api.links import TokenLink
from goals.api.node import described
from goals.domain.enums import Scope
from goals.services import tokens
from goals.services.requests import CreateTokenRequest, RevokeTokenRequest


@input_for(CreateTokenRequest)
class TokenCreateInput(ActInput):
    """What it takes to make a token."""

    person_id: strawberry.ID | None = reference(
        "Person",
        "The person or service account the token speaks for; the viewer when left out.",
        UNSET,
    )
    name: str = given("What the token is for.")
    scopes: list[Scope] | None = given(
        "What it may be used for; when left out, all that the token in use may and the holder can. "
        "For another human being that is READ alone: nobody signs in another one's name.",
        UNSET,
    )
    expires_at: datetime | None = given(
        "When the token ends by itself; never when left out.", UNSET
    )


@input_for(RevokeTokenRequest)
class TokenRevokeInput(ActInput):
    """What it takes to end a token."""

    token_id: strawberry.ID = reference("Token", "The token.")


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


def _token_request(given_input: Any) -> CreateTokenRequest:
    parts = {"person_id": None} | parts_of(given_input, {"person_id", "name", "expires_at"})
    wished = given_input.scopes
    return CreateTokenRequest(**parts, scopes=tuple(wished) if isinstance(wished, list) else None)


@strawberry.type
class TokenActs:
    """Tokens."""

    token_create: TokenCreatePayload | None = act(
        tokens.create_token,
        TokenCreateInput,
        "Make a bearer token: for oneself, or as an admin for a service account; for another "
        "human being one that only reads, and only while that one has no way to sign in.",
        make=_token_request,
    )
    token_revoke: TokenRevokePayload | None = act(
        tokens.revoke_token, TokenRevokeInput, "End a token at once: one's own, or as an admin any."
    )
