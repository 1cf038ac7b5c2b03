"""Sign-in: from a bearer token to the person, the role and the teams it stands for."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from goals.domain.enums import Role
from goals.reads.viewer import Viewer
from goals.services import secrets
from goals.store import tokens
from goals.store.database import Database


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is asking, and with which token."""

    viewer: Viewer
    token_id: UUID
    expires_at: datetime | None


async def by_secret(database: Database, secret: str) -> SignedIn | None:
    """Who this secret stands for now; None when unknown, expired, revoked or deactivated."""
    if not secrets.is_well_formed(secret):
        return None
    row = await tokens.find(database, secrets.digest(secret))
    if row is None or not row.active or row.revoked_at is not None:
        return None
    if row.expires_at is not None and row.expires_at <= datetime.now(UTC):
        return None
    viewer = Viewer(
        org_id=str(row.org_id),
        person_id=str(row.person_id),
        role=Role(row.role),
        team_ids=tuple(str(team) for team in row.team_ids),
        language=row.language,
    )
    return SignedIn(viewer, row.token_id, row.expires_at)
