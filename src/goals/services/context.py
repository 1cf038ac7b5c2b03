"""Context: who acts, when, through which door; and what an act gives back."""

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from goals.domain.enums import Channel, Language, Machine, Role
from goals.domain.errors import GoalsError, ScopeMissing
from goals.domain.scopes import EVERY_SCOPE, Scope
from goals.reads.viewer import Viewer
from goals.store.database import Database
from goals.store.standing import Standing


@dataclass(slots=True)
class Repetition:
    """What became of a request's idempotency key: done before, or refused for it."""

    replayed: bool = False
    refusal: GoalsError | None = None


@dataclass(frozen=True, slots=True)
class IdempotencyKey:
    """The client's key for this act, and the hash of the request it belongs to.

    ``repetition`` is shared by all acts of one request; goals.web reads it afterwards.
    """

    token_id: UUID
    key: str
    request_hash: str
    repetition: Repetition = field(default_factory=Repetition)


@dataclass(frozen=True, slots=True)
class ActContext:
    """Everything about an act but what it asks for; ``now`` is aware, in UTC.

    ``machine`` is set where no person acts: then the viewer only names the organisation.
    ``scopes`` are those of the token; whoever acts without one has all.
    """

    database: Database
    viewer: Viewer
    channel: Channel
    token_id: UUID | None
    now: datetime
    dry_run: bool = False
    idempotency: IdempotencyKey | None = None
    machine: Machine | None = None
    scopes: frozenset[Scope] = EVERY_SCOPE

    @property
    def org_id(self) -> UUID:
        """The organisation everything happens in."""
        return UUID(self.viewer.org_id)

    @property
    def person_id(self) -> UUID:
        """Who acts."""
        return UUID(self.viewer.person_id)

    @property
    def actor_id(self) -> UUID | None:
        """Who stands in history: nobody where a machine acts."""
        return None if self.machine is not None else self.person_id

    @property
    def team_ids(self) -> frozenset[UUID]:
        """The viewer's own teams."""
        return frozenset(UUID(team) for team in self.viewer.team_ids)

    @property
    def reads_all(self) -> bool:
        """Whether the viewer reads the whole organisation."""
        return self.viewer.role in {Role.MANAGER, Role.ADMIN}

    def require(self, scope: Scope) -> None:
        """Raise ScopeMissing where the token may not be used for this."""
        if scope not in self.scopes:
            raise ScopeMissing(scope)

    @property
    def standing(self) -> Standing:
        """What the viewer stands by; a machine sees everything and stands by nothing."""
        if self.machine is not None:
            return Standing(sees_all=True)
        return standing_of(self.viewer)

    @property
    def language(self) -> Language:
        """The language the viewer reads."""
        return Language(self.viewer.language)


def standing_of(viewer: Viewer) -> Standing:
    """What a viewer stands by, for goals.store."""
    return Standing(
        own=tuple(map(UUID, viewer.own)),
        represented=tuple(map(UUID, viewer.represented)),
        sees_all=viewer.role in {Role.MANAGER, Role.ADMIN},
    )


@dataclass(frozen=True, slots=True)
class ActResult:
    """What an act touched: the commission, the thing it made or changed, its place in history.

    On a dry run nothing was written and nothing new has an id. ``secret`` is a new token's, and
    is never stored. ``report`` is plain JSON about what an act on very much came to.
    """

    commission_id: UUID | None = None
    subject_id: UUID | None = None
    event_seq: int | None = None
    secret: str | None = None
    dry_run: bool = False
    report: dict[str, Any] | None = None

    def to_json(self) -> str:
        """What is kept for a repeated request."""
        kept = {name: value for name, value in asdict(self).items() if name != "secret"}
        return json.dumps({k: str(v) if isinstance(v, UUID) else v for k, v in kept.items()})

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what ``to_json`` wrote."""
        kept = json.loads(text)
        for name in ("commission_id", "subject_id"):
            kept[name] = UUID(kept[name]) if kept[name] else None
        return cls(**kept)
