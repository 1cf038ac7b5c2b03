"""Context: what every resolver and act may know about the request.

The one rule: one fresh context per operation, also on a long-lived socket; it is made by
goals.web and never kept.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from strawberry.types import Info

from goals.domain.enums import Channel, Language
from goals.domain.scopes import EVERY_SCOPE, Scope
from goals.reads.viewer import Viewer
from goals.services.context import ActContext, IdempotencyKey
from goals.store.catching_up import UpToDate, up_to_date
from goals.store.database import Database

if TYPE_CHECKING:
    from goals.api.fetch import Fetcher


def _now() -> datetime:
    return datetime.now(UTC)


class Meter(Protocol):
    """What an operation is charged to."""

    def charge(self, points: float) -> None:
        """Take points. Raises RateLimited where there are not so many left."""


@dataclass(slots=True)
class Context:
    """One operation of one viewer.

    ``viewer`` None is nobody: then nothing is answered. ``fetcher`` is set by goals.api.execute.
    Without a ``meter`` nothing is counted.
    """

    database: Database
    viewer: Viewer | None
    channel: Channel = Channel.API
    token_id: UUID | None = None
    scopes: frozenset[Scope] = EVERY_SCOPE
    request_id: str = ""
    idempotency: IdempotencyKey | None = None
    now: datetime = field(default_factory=_now)
    fetcher: "Fetcher | None" = None
    meter: Meter | None = None

    @property
    def reads(self) -> bool:
        """Whether the token may read at all."""
        return Scope.READ in self.scopes

    @property
    def language(self) -> Language:
        """The language of messages."""
        return Language.EN if self.viewer is None else Language(self.viewer.language.lower())

    def act(self, part: str, *, dry_run: bool) -> ActContext:
        """Make the context of one act; ``part`` tells several acts of one request apart."""
        key = self.idempotency
        if key is not None:
            key = replace(key, key=f"{key.key}:{part}")
        return ActContext(
            database=self.database,
            viewer=self.known_viewer,
            channel=self.channel,
            token_id=self.token_id,
            now=self.now,
            dry_run=dry_run,
            idempotency=key,
            scopes=self.scopes,
        )

    @property
    def known_viewer(self) -> Viewer:
        """The viewer, where somebody is known to ask."""
        if self.viewer is None:
            raise PermissionError("nobody is signed in")
        return self.viewer

    async def counted(self) -> UpToDate:
        """The database, once its statistics hold all that had happened when this was asked."""
        return await up_to_date(self.database, UUID(self.known_viewer.org_id))

    def fetch_root(self, info: Info[Any, Any]) -> Any:
        """Fetch a root field with everything selected below it."""
        return self._fetching.root(self, info)

    def fetch(self, info: Info[Any, Any], type_name: str, key: UUID | None) -> Any:
        """Fetch what is selected below a field for one row of a type; None for no row."""
        return self._fetching.entity(self, info, type_name, key)

    @property
    def _fetching(self) -> "Fetcher":
        if self.fetcher is None:
            raise TypeError("the context was not prepared by goals.api.execute")
        return self.fetcher
