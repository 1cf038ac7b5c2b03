"""Tokens: make a bearer token for a person, and end one. The secret is shown once."""

from dataclasses import replace

from goals.domain.errors import NotFound
from goals.domain.identity import uuid7
from goals.services import secrets
from goals.services.administration import administer
from goals.services.context import ActContext, ActResult
from goals.services.forms import TITLE, Form
from goals.services.requests import CreateTokenRequest, RevokeTokenRequest
from goals.store import people, records, tokens
from goals.store.tokens import TokenRow
from goals.store.transaction import Transaction


async def create_token(context: ActContext, request: CreateTokenRequest) -> ActResult:
    """Make a token; the result carries the secret, which nobody can read again.

    A repeated request with the same idempotency key gives the token without its secret.
    """
    form = Form()
    name = form.line(request.name, "name", TITLE)
    if request.expires_at is not None and request.expires_at <= context.now:
        form.fault("IN_THE_PAST", ("expiresAt",))
    form.check()
    made, secret = uuid7(context.now), secrets.make()

    async def work(tx: Transaction) -> dict[str, object]:
        person = request.person_id
        if person is None or await people.find(tx, context.org_id, person) is None:
            raise NotFound("Person", path=("personId",))
        row = TokenRow(
            org_id=context.org_id,
            id=made,
            person_id=person,
            name=name,
            prefix=secrets.shown(secret),
            hash=secrets.digest(secret),
            created_at=context.now,
            expires_at=request.expires_at,
        )
        await records.insert(tx, row)
        return {"person": str(person)}

    result = await administer(context, "token.created", ("Token", made), work)
    return replace(result, secret=secret) if result.subject_id == made else result


async def revoke_token(context: ActContext, request: RevokeTokenRequest) -> ActResult:
    """End a token at once. Raises NotFound for an unknown one, or one that has ended already."""
    token = request.token_id
    if token is None:
        raise NotFound("Token", path=("tokenId",))

    async def work(tx: Transaction) -> dict[str, object]:
        if not await tokens.revoke(tx, context.org_id, token, context.now):
            raise NotFound("Token", path=("tokenId",))
        return {}

    return await administer(context, "token.revoked", ("Token", token), work)
