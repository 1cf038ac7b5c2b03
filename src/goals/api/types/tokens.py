"""Tokens: how a client proves for whom it speaks."""

from datetime import datetime

from goals.api.fields import column, one
from goals.api.links import PersonLink
from goals.api.node import Node, entity
from goals.api.visibility import OWN_TOKENS
from goals.domain.enums import Scope


@entity("token", OWN_TOKENS)
class Token(Node):
    """A bearer token. The secret itself is shown once, when it is made, and stored only hashed."""

    name: str = column("What the token is for.")
    scopes: list[Scope] = column("What the token may be used for.", kind="json")
    prefix: str = column("The first characters of the secret, to tell tokens apart.", kind="plain")
    person: PersonLink = one("The person the token speaks for.", "person_id")
    created_at: datetime = column("When the token was made.")
    expires_at: datetime | None = column("When the token ends by itself; null for never.")
    last_used_at: datetime | None = column(
        "When the token was last used, to some ten minutes; null for never."
    )
    revoked_at: datetime | None = column("When the token was revoked; null while it is valid.")
