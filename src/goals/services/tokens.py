"""Tokens: make a bearer token for a person or a program, and end one. The secret is shown once.

Everybody makes and ends their own, with no scope that the token they use lacks. Admins end those
of everybody, and make them for programs; for another human being only such that read, because
whoever holds a token signs with it, and only while that one cannot come in, because it also reads
what the side of that one seals.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from goals.domain.enums import Channel, PersonKind, Role, Scope
from goals.domain.errors import ComesInAlready, NotFound, NotInTheirName, ScopeMissing
from goals.domain.identity import uuid7
from goals.domain.scopes import EVERY_SCOPE, SCOPES_OF_KIND
from goals.services import secrets
from goals.services.administration import administer
from goals.services.context import ActContext, ActResult
from goals.services.forms import TITLE, Form
from goals.services.people import active_person
from goals.services.requests import CreateTokenRequest, RevokeTokenRequest
from goals.store import records, tokens
from goals.store.people import PersonRow
from goals.store.tokens import TokenRow
from goals.store.transaction import Transaction

READ_ONLY = frozenset({Scope.READ})
MADE, REVOKED = "token.created", "token.revoked"


async def create_token(context: ActContext, request: CreateTokenRequest) -> ActResult:
    """Make a token; the result carries the secret, which nobody can read again.

    A repeated request with the same idempotency key gives the token without its secret. Raises
    ScopeMissing for a scope that the token in use lacks, Forbidden for another one's token, and
    NotInTheirName for one with which an admin could act for another human being, ComesInAlready
    for one beside that one's own, PersonInactive.
    """
    form = Form()
    name = form.line(request.name, "name", TITLE)
    _check_time(form, request.expires_at, context.now)
    if request.scopes is not None and not request.scopes:
        form.fault("REQUIRED", ("scopes",))
    form.check()
    made, secret = uuid7(context.now), secrets.make()
    person = request.person_id or context.person_id

    async def work(tx: Transaction) -> dict[str, object]:
        holder = await active_person(tx, context, person)
        scopes = _scopes(context, holder, request.scopes)
        await _check_holder(tx, context, holder)
        row = TokenRow(
            org_id=context.org_id,
            id=made,
            person_id=holder.id,
            name=name,
            prefix=secrets.shown(secret),
            hash=secrets.digest(secret),
            created_at=context.now,
            expires_at=request.expires_at,
            scopes=scopes,
        )
        await records.insert(tx, row)
        return {"person": str(holder.id), "scopes": scopes}

    result = await administer(context, MADE, ("Token", made), work, (person,))
    return replace(result, secret=secret) if result.subject_id == made else result


async def _check_holder(tx: Transaction, context: ActContext, holder: PersonRow) -> None:
    """Raise ComesInAlready where an admin would read unseen what somebody's side seals."""
    if _is_another_human(context, holder) and await tokens.has_way_in(
        tx, context.org_id, holder.id, context.now
    ):
        raise ComesInAlready(holder.name)


def _check_time(form: Form, expires_at: datetime | None, now: datetime) -> None:
    if expires_at is not None and expires_at <= now:
        form.fault("IN_THE_PAST", ("expiresAt",))


def _scopes(context: ActContext, holder: PersonRow, wanted: Iterable[Scope] | None) -> list[Scope]:
    """The scopes of the new token, in order; without a wish all that are possible."""
    possible = SCOPES_OF_KIND[PersonKind(holder.kind)]
    only_reads = _is_another_human(context, holder)
    if wanted is None:
        given = possible & context.scopes & (READ_ONLY if only_reads else EVERY_SCOPE)
        return [scope for scope in Scope if scope in given]
    chosen = [scope for scope in Scope if scope in set(wanted)]
    for scope in chosen:
        if scope not in context.scopes:
            raise ScopeMissing(scope, path=("scopes",))
        if only_reads and scope not in READ_ONLY:
            raise NotInTheirName
        if scope not in possible:
            form = Form()
            form.fault("NOT_A_CHOICE", ("scopes",), choices=", ".join(sorted(possible)))
            form.check()
    return chosen


def _is_another_human(context: ActContext, holder: PersonRow) -> bool:
    """Whether an admin asks in somebody else's name; the operator at the machine may."""
    if context.channel is Channel.SYSTEM or holder.kind != PersonKind.HUMAN:
        return False
    return holder.id != context.person_id


async def revoke_token(context: ActContext, request: RevokeTokenRequest) -> ActResult:
    """End a token at once.

    Raises NotFound for an unknown one, somebody else's, or one that has ended already.
    """
    token = request.token_id
    if token is None:
        raise NotFound("Token", path=("tokenId",))
    owner = None if _administers(context) else context.person_id

    async def work(tx: Transaction) -> dict[str, object]:
        if not await tokens.revoke(tx, context.org_id, token, context.now, owner):
            raise NotFound("Token", path=("tokenId",))
        return {}

    return await administer(context, REVOKED, ("Token", token), work, (context.person_id,))


def _administers(context: ActContext) -> bool:
    return context.channel is Channel.SYSTEM or context.viewer.role == Role.ADMIN
