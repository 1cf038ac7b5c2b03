"""Sources: what is told to whom.

The one rule: for every event the viewer is read again, after the event, and the event itself is
looked up through the read compiler: whoever cannot see it in the history is not told of it.
Answers are assembled from a ``Change`` by ``answers``.
"""

import json
import time
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from graphql import parse

from goals.api.context import Context
from goals.api.resolving import ByName
from goals.domain.identity import global_id, uuid_of
from goals.reads.reader import Reader
from goals.services import inbox
from goals.services.feed import Following
from goals.services.feed_cursors import cursor_of
from goals.store.feed import Happened

AT_ONCE = 100  # as many as ``nodes`` takes
FRESH = 1.0  # seconds for which what the viewer may see holds good

_SEEN = parse(
    "query Seen($ids: [ID!]!) { nodes(ids: $ids) { ... on Event {"
    " commission { id mySides currentRevision { number } } } } }"
)
_NAMED = parse("query Named($by: CommissionByInput!) { commission(by: $by) { id } }")

Renew = Callable[[], Awaitable[Context]]
"""Makes the context of the next answer: the viewer read again, and now. Raises Unauthenticated."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing to tell (None: null), as seen by the viewer of ``context``; ``cursor`` behind it.

    ``last`` says that nothing follows.
    """

    value: ByName | None
    context: Context
    cursor: str | None = None
    last: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What a source needs: the arguments, the place in the history, and how to read."""

    arguments: Mapping[str, Any]
    following: Following
    reader: Reader
    context: Context
    renew: Renew

    async def seen(self, events: list[Happened], context: Context) -> dict[UUID, dict[str, Any]]:
        """The commissions of those events that the viewer may see, by the ids of the events."""
        ids = [global_id("Event", event.id) for event in events]
        nodes = (await self.read(_SEEN, {"ids": ids}, context))["nodes"]
        return {
            event.id: node["commission"]
            for event, node in zip(events, nodes, strict=True)
            if node is not None and node["commission"] is not None
        }

    async def visible(
        self, events: list[Happened]
    ) -> AsyncIterator[tuple[Happened, dict[str, Any], Context]]:
        """Those of the events that the viewer may see; read again for a client that is slow."""
        rest = deque(events)
        while rest:
            context, read_at = await self.renew(), time.monotonic()
            seen = await self.seen(list(rest), context)
            fresh = True
            while rest and fresh:
                event = rest.popleft()
                if event.id in seen:
                    yield event, seen[event.id], context
                fresh = time.monotonic() - read_at < FRESH

    async def read(self, document: Any, variables: dict[str, Any], context: Context) -> Any:
        """Read by a document of ours."""
        text = await self.reader.answer(
            context.database, document, None, variables, context.known_viewer
        )
        if text is None:
            raise TypeError("a document of the subscriptions cannot be compiled")
        return json.loads(text)


Source = Callable[[Asked], AsyncGenerator[Change, None]]


async def commission_changes(asked: Asked) -> AsyncGenerator[Change, None]:
    """Tell of every act on one commission, or on all that may be seen."""
    wanted: UUID | None = None
    if asked.arguments.get("by") is not None:
        named = await asked.read(_NAMED, {"by": asked.arguments["by"]}, asked.context)
        if named["commission"] is None:
            yield Change(None, asked.context, last=True)
            return
        wanted = uuid_of(named["commission"]["id"], "Commission")
    while True:
        events = [
            event
            for event in await asked.following.next(AT_ONCE)
            if event.commission_id is not None and wanted in (None, event.commission_id)
        ]
        async for event, commission, context in asked.visible(events):
            told = _told(event, commission)
            yield Change(told, context, told["cursor"])


async def inbox_changes(asked: Asked) -> AsyncGenerator[Change, None]:
    """Tell when what the viewer owes on a commission is another set of things than before.

    There is nothing to compare with for what happened before ``before`` was read.
    """
    before = await _owed(asked.context)
    unknown = await asked.following.end()
    while True:
        events = [e for e in await asked.following.next(AT_ONCE) if e.commission_id is not None]
        if not events:
            continue
        context = await asked.renew()
        seen = await asked.seen(events, context)
        mine = {
            event.commission_id: event
            for event in events
            if event.commission_id in before or _is_mine(seen.get(event.id))
        }
        now = await _owed(context) if mine else before
        for key, event in sorted(mine.items(), key=lambda pair: pair[1].seq):
            if event.seq > unknown and before.get(key) == now.get(key):
                continue
            told = _told(event, seen.get(event.id))
            told["owed"] = sorted({kind for kind, *_ in now.get(key, ())})
            yield Change(told, context, told["cursor"])
        before = now


def _is_mine(commission: dict[str, Any] | None) -> bool:
    return commission is not None and bool(commission["mySides"])


async def _owed(context: Context) -> dict[UUID | None, frozenset[tuple[Any, ...]]]:
    """What the viewer owes, by commission."""
    found: dict[UUID | None, set[tuple[Any, ...]]] = {}
    for item in await inbox.owed(context.database, context.known_viewer):
        thing = (item.expectation, item.side, item.subject_id)
        found.setdefault(item.commission_id, set()).add(thing)
    return {key: frozenset(things) for key, things in found.items()}


def _told(event: Happened, commission: dict[str, Any] | None) -> ByName:
    key = event.commission_id
    return ByName(
        kind=event.kind,
        id=None if key is None else global_id("Commission", key),
        node=key,
        revision=None if commission is None else commission["currentRevision"]["number"],
        occurredAt=event.at,
        cursor=cursor_of(event.seq, event.hash),
    )


SOURCES: dict[str, Source] = {
    "commissionChanged": commission_changes,
    "inboxChanged": inbox_changes,
}
