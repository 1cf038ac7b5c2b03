"""Sign-in: from a bearer token to the person, the role, the teams and the scopes it stands for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from goals.domain.enums import PersonKind, Role, Scope
from goals.domain.scopes import EVERY_SCOPE, SCOPES_OF_KIND
from goals.reads.viewer import Represented, Viewer
from goals.services import arrivals, secrets
from goals.services.arrivals import Arrival
from goals.store import identities, tokens
from goals.store.database import Database
from goals.store.identities import IdentityHolder
from goals.store.principals import Principal
from goals.store.tokens import TokenHolder


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is asking, with which token, and what it may be used for.

    ``token_id`` stands in history and tells idempotency keys apart; of those whom an identity
    provider vouches for it is the id of their identity. ``last_used_at`` is what the database
    knew; None for never.
    """

    viewer: Viewer
    token_id: UUID
    expires_at: datetime | None
    scopes: frozenset[Scope] = EVERY_SCOPE
    kind: PersonKind = PersonKind.HUMAN
    last_used_at: datetime | None = None
    vouched_for: bool = False


async def by_secret(database: Database, secret: str) -> SignedIn | None:
    """Who this secret stands for now; None when unknown, expired, revoked or deactivated."""
    if not secrets.is_well_formed(secret):
        return None
    return _of_token(await tokens.find(database, secrets.digest(secret)))


async def by_arrival(
    database: Database, org_id: UUID, arrival: Arrival, now: datetime
) -> SignedIn | None:
    """Who this is whom an identity provider vouches for; None for whom there is no place."""
    found = await arrivals.receive(database, org_id, arrival, now)
    return None if found is None else _of_identity(found, arrival.expires_at)


async def again(database: Database, known: Sequence[SignedIn]) -> list[SignedIn | None]:
    """Each of those who came in before as they stand now, in order; None for whom it is over."""
    by_token = [one.token_id for one in known if not one.vouched_for]
    by_identity = [one.token_id for one in known if one.vouched_for]
    held = await tokens.find_all(database, by_token) if by_token else {}
    vouched = await identities.find_all(database, by_identity) if by_identity else {}
    return [
        _of_identity(vouched.get(one.token_id), one.expires_at)
        if one.vouched_for
        else _of_token(held.get(one.token_id))
        for one in known
    ]


async def note_use(database: Database, used: Mapping[UUID, datetime]) -> None:
    """Write when these tokens were last used, in one statement."""
    await tokens.note_use(database, used)


def _of_token(holder: TokenHolder | None) -> SignedIn | None:
    if holder is None or holder.revoked_at is not None or _is_over(holder.expires_at):
        return None
    principal = holder.principal
    scopes = frozenset(Scope(scope) for scope in holder.scopes)
    return _signed_in(
        principal, holder.token_id, holder.expires_at, scopes, last_used_at=holder.last_used_at
    )


def _of_identity(holder: IdentityHolder | None, expires_at: datetime | None) -> SignedIn | None:
    if holder is None or _is_over(expires_at):
        return None
    return _signed_in(
        holder.principal, holder.identity_id, expires_at, EVERY_SCOPE, vouched_for=True
    )


def _is_over(expires_at: datetime | None) -> bool:
    return expires_at is not None and expires_at <= datetime.now(UTC)


def _signed_in(
    principal: Principal,
    token_id: UUID,
    expires_at: datetime | None,
    scopes: frozenset[Scope],
    **more: Any,
) -> SignedIn | None:
    if not principal.active:
        return None
    kind = PersonKind(principal.kind)
    viewer = Viewer(
        org_id=str(principal.org_id),
        person_id=str(principal.person_id),
        role=Role(principal.role),
        team_ids=tuple(str(team) for team in principal.team_ids),
        language=principal.language,
        deputy_for=tuple(
            Represented(str(person), tuple(map(str, teams)))
            for person, teams in principal.deputy_for
        ),
    )
    return SignedIn(viewer, token_id, expires_at, scopes & SCOPES_OF_KIND[kind], kind, **more)
