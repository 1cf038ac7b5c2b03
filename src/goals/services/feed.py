"""The feed: what happened in an organisation, to everybody in this process who follows it.

The one rule: whoever follows has a place in the chain and takes what comes after it, from a
short memory they all share or from the database. So nothing is queued for anybody: events come
in order, each once, with no seam between what was missed and what is new, and a slow follower
costs no memory. Who may see an event is not decided here but by who hands it on.
"""

import asyncio
import contextlib
import logging
from collections import deque
from dataclasses import dataclass, field
from uuid import UUID

from goals.domain.errors import FellBehind, GoalsError, UnusableCursor
from goals.services.feed_cursors import cursor_of, seq_of
from goals.store import feed
from goals.store.database import Database
from goals.store.feed import End, Happened
from goals.store.listening import Listener, listen

MOST_BEHIND = 10_000
"""Events that a follower may be behind, and that a cursor may lie back."""
REMEMBERED = 1_000
AT_ONCE = 500

_LOG = logging.getLogger("goals.services")


class FeedClosed(Exception):  # noqa: N818 - the way out of a loop, not a fault
    """The process ends; who follows may come again with the last cursor."""


@dataclass(eq=False)
class _Channel:
    """One organisation that somebody follows; ``seq`` is the last event read."""

    seq: int
    followers: int = 0
    recent: deque[Happened] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    moved: asyncio.Event = field(default_factory=asyncio.Event)

    def advance(self, events: list[Happened]) -> None:
        self.recent.extend(events)
        self.seq = events[-1].seq
        self.wake()

    def wake(self) -> None:
        self.moved.set()
        self.moved = asyncio.Event()

    def remembered(self, seq: int, limit: int) -> list[Happened] | None:
        """The events after a number, if the memory reaches back as far."""
        first = self.recent[0].seq if self.recent else self.seq + 1
        start = seq + 1 - first
        if start < 0:
            return None
        return [self.recent[at] for at in range(start, min(start + limit, len(self.recent)))]


class Following:
    """One follower's place; closed when nobody reads on."""

    def __init__(self, feed_: "Feed", org_id: UUID, channel: _Channel, start: End) -> None:
        self._feed = feed_
        self._org_id = org_id
        self._channel: _Channel | None = channel
        self.seq = start.seq
        self.cursor = cursor_of(start.seq, start.hash) if start.seq else None
        """Stands behind the last event handed out, at first where the follower begins."""

    async def next(self, limit: int) -> list[Happened]:
        """The next events, at least one; waits for it.

        Raises FellBehind, FeedClosed, and what a database raises that is away.
        """
        while True:
            channel = self._channel
            if channel is None or self._feed.closed:
                raise FeedClosed
            if channel.seq - self.seq > MOST_BEHIND:
                raise FellBehind
            if channel.seq > self.seq:
                found = channel.remembered(self.seq, limit)
                if found is None:
                    found = await feed.after(self._feed.database, self._org_id, self.seq, limit)
                if not found:  # what lay there was cleared away meanwhile
                    raise FellBehind
                self.seq, self.cursor = found[-1].seq, cursor_of(found[-1].seq, found[-1].hash)
                return found
            await channel.moved.wait()

    async def end(self) -> int:
        """The number of the last event there is now."""
        return (await feed.end(self._feed.database, self._org_id)).seq

    def close(self) -> None:
        """Follow no longer; a second time does nothing."""
        channel, self._channel = self._channel, None
        if channel is not None:
            self._feed.leave(self._org_id, channel)

    def __enter__(self) -> "Following":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Feed:
    """Reads the events of every organisation that somebody in this process follows, once."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.closed = False
        self._channels: dict[UUID, _Channel] = {}
        self._hinted: set[UUID] = set()
        self._all_hinted = False
        self._woken = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._listener: Listener | None = None

    @property
    def followers(self) -> int:
        """How many follow."""
        return sum(channel.followers for channel in self._channels.values())

    async def follow(self, org_id: UUID, after: str | None = None) -> Following:
        """Follow an organisation from now on, or from a cursor. Raises UnusableCursor."""
        if self.closed:
            raise FeedClosed
        self._begin()
        now = await feed.end(self.database, org_id)
        start = now if after is None else await self._place(org_id, after, now)
        channel = self._channels.setdefault(org_id, _Channel(now.seq))
        channel.followers += 1
        self._heard(org_id)  # what was committed since we looked
        return Following(self, org_id, channel, start)

    async def _place(self, org_id: UUID, cursor: str, now: End) -> End:
        seq = seq_of(cursor)
        if seq is None or seq > now.seq or now.seq - seq > MOST_BEHIND:
            raise UnusableCursor
        found = await feed.hash_of(self.database, org_id, seq)
        if found is None or cursor_of(seq, found) != cursor:
            raise UnusableCursor
        return End(seq, found)

    def leave(self, org_id: UUID, channel: _Channel) -> None:
        """Count one follower less, as ``Following`` does; the last one leaves nothing behind."""
        channel.followers -= 1
        if channel.followers == 0:
            self._channels.pop(org_id, None)

    async def close(self) -> None:
        """Send everybody away and stop."""
        self.closed = True
        for channel in self._channels.values():
            channel.wake()
        if self._listener is not None:
            await self._listener.close()
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    def _begin(self) -> None:
        if self._task is None:
            self._listener = listen(self.database, self._heard)
            self._task = asyncio.create_task(self._read_on(self._listener))

    def _heard(self, org_id: UUID | None) -> None:
        if org_id is None:
            self._all_hinted = True
        else:
            self._hinted.add(org_id)
        self._woken.set()

    async def _read_on(self, listener: Listener) -> None:
        """Read for ever; a database that is away is asked again after the pause."""
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(listener.pause):
                    await self._woken.wait()
            self._woken.clear()
            try:
                await self._look()
            except GoalsError as error:
                _LOG.warning("the feed waits: %s", error.code)
                await asyncio.sleep(listener.pause)
            except Exception:
                _LOG.exception("the feed failed")
                await asyncio.sleep(listener.pause)

    async def _look(self) -> None:
        hinted, everywhere = self._hinted, self._all_hinted or not self._hinted
        self._hinted, self._all_hinted = set(), False
        wanted = [org for org in self._channels if everywhere or org in hinted]
        for org_id, seq in (await feed.ends(self.database, wanted)).items():
            channel = self._channels.get(org_id)
            while channel is not None and channel.seq < seq:
                events = await feed.after(self.database, org_id, channel.seq, AT_ONCE)
                if not events:
                    break
                channel.advance(events)
