"""Events: the history of an organisation, appended in one place, read to be verified.

The one rule: who holds the head writes the next event. The lock on the head makes numbers
gapless and in the order of the commits, and time never runs backwards in a chain. Event, body,
outbox row and head are one request. What is hashed is said by goals.domain.chain.
"""

import json
import secrets
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any, ClassVar
from uuid import UUID

from goals.domain.canonical import plain
from goals.domain.chain import EventHeader, Link, body_hash, event_hash
from goals.domain.parties import Channel, Side
from goals.settings import Dialect
from goals.store.database import Database
from goals.store.faults import RowRefusedError
from goals.store.outbox import OutboxRow
from goals.store.records import change, inserting, shape
from goals.store.rows import read_time
from goals.store.tables import Event, EventBody
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """A row of event."""

    TABLE: ClassVar[type[Stored]] = Event

    org_id: UUID
    seq: int
    id: UUID
    at: datetime
    kind: str
    actor_id: UUID | None = None
    token_id: UUID | None = None
    channel: str
    side: str | None = None
    commission_id: UUID | None = None
    subject_type: str
    subject_id: UUID
    revision_hash: str | None = None
    body_hash: str
    previous_hash: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventBodyRow:
    """A row of event_body."""

    TABLE: ClassVar[type[Stored]] = EventBody

    org_id: UUID
    seq: int
    salt: str
    body: Any
    erased_by: int | None = None


CHANNEL = "goals_events"  # of NOTIFY: "organisation:number", a hint and no more

Subject = tuple[str, UUID]  # the type's name in the API, and the id


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a chain, locked: the number of the event to be written, and what it follows."""

    org_id: UUID
    seq: int
    previous_hash: str
    previous_at: datetime
    commission_number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """An act, to be written down; ``body`` is anything goals.domain.canonical.plain takes."""

    id: UUID
    kind: str
    subject: Subject
    at: datetime
    channel: str
    body: object
    actor_id: UUID | None = None
    token_id: UUID | None = None
    side: str | None = None
    commission_id: UUID | None = None
    revision_hash: str | None = None


async def lock(tx: Transaction, org_id: UUID, *, new_commissions: int = 0) -> Head:
    """Lock the head of an organisation until the end of the transaction and count one event.

    ``commission_number`` is the last number taken, those asked for here included. Exactly one
    event must follow. Raises RowRefusedError for an unknown organisation.
    """
    found = await tx.row(
        "UPDATE organisation_head SET event_seq = event_seq + 1, "
        "last_commission = last_commission + $2 WHERE org_id = $1 "
        "RETURNING event_seq, event_hash, event_at, last_commission",
        [org_id, new_commissions],
    )
    if found is None:
        raise RowRefusedError("LINK", "organisation_head")
    seq, previous_hash, previous_at, number = found
    return Head(org_id, seq, previous_hash, read_time(previous_at), number)


async def append(tx: Transaction, head: Head, new: NewEvent) -> EventRow:
    """Write the event for which the head was locked, its body and its outbox row."""
    body, salt = plain(new.body), secrets.token_hex(16)
    at = max(new.at.astimezone(UTC), head.previous_at)
    header = EventHeader(
        org_id=head.org_id,
        seq=head.seq,
        id=new.id,
        at=at,
        kind=new.kind,
        channel=Channel(new.channel),
        subject_type=new.subject[0],
        subject_id=new.subject[1],
        body_hash=body_hash(body, salt),
        actor_id=new.actor_id,
        token_id=new.token_id,
        side=None if new.side is None else Side(new.side),
        commission_id=new.commission_id,
        revision_hash=new.revision_hash,
    )
    row = event_row(header, head.previous_hash)
    await tx.batch(
        [
            *inserting(
                [
                    row,
                    EventBodyRow(org_id=row.org_id, seq=row.seq, salt=salt, body=body),
                    OutboxRow(org_id=row.org_id, seq=row.seq, created_at=at, attempts=0),
                ]
            ),
            (
                "UPDATE organisation_head SET event_hash = $1, event_at = $2 WHERE org_id = $3",
                [row.hash, at, row.org_id],
            ),
            *_hint(tx, row),
        ]
    )
    return row


def _hint(tx: Transaction, row: EventRow) -> list[tuple[str, list[object]]]:
    if tx.dialect == "sqlite":
        return []
    return [("SELECT pg_notify($1, $2)", [CHANNEL, f"{row.org_id}:{row.seq}"])]


def event_row(header: EventHeader, previous_hash: str) -> EventRow:
    """Make the row of an event that follows the one with this hash."""
    values = {each.name: getattr(header, each.name) for each in fields(header)}
    return EventRow(**values, previous_hash=previous_hash, hash=event_hash(header, previous_hash))


async def links(tx: Transaction, org_id: UUID, after: int = 0, limit: int = 1000) -> list[Link]:
    """Read a stretch of a chain with its bodies, for goals.domain.chain.verify_chain."""
    found = await tx.rows(_LINKS[tx.dialect], [org_id, after, limit])
    return [_link(row) for row in found]


async def all_links(database: Database, org_id: UUID, at_once: int = 2000) -> AsyncIterator[Link]:
    """Read a whole chain, from the first event to the newest, in stretches of constant size."""
    after = 0
    while True:
        found = await database.look_up(_LINKS[database.dialect], [org_id, after, at_once])
        for row in found:
            yield _link(row)
        if len(found) < at_once:
            return
        after += at_once


async def head(database: Database, org_id: UUID) -> dict[int, str]:
    """The newest event, by its number, as the organisation's head says; empty before the first."""
    found = await database.look_up(
        "SELECT event_seq, event_hash FROM organisation_head WHERE org_id = $1 AND event_seq > 0",
        [org_id],
    )
    return dict(found)


_HEADER = tuple(sorted(each.name for each in fields(EventHeader)))  # as it is hashed
_REST = ("e.previous_hash", "e.hash", "b.salt", "b.body", "b.erased_by")


def link_json(org_id: str, seq: str, dialect: Dialect) -> str:
    """A scalar SQL expression: one event as JSON text, for ``link_from_json``; NULL for none.

    ``org_id`` and ``seq`` are SQL expressions too.
    """
    made = "json_array" if dialect == "sqlite" else "json_build_array"
    as_text = " || ''" if dialect == "sqlite" else "::text"  # else it is JSON within JSON
    return (
        f"(SELECT {made}({', '.join(_columns(dialect))}){as_text} FROM event e "
        "LEFT JOIN event_body b ON b.org_id = e.org_id AND b.seq = e.seq "
        f"WHERE e.org_id = {org_id} AND e.seq = {seq})"
    )


def link_from_json(text: str) -> Link:
    """Read what ``link_json`` gave."""
    return _link(json.loads(text))


def _columns(dialect: Dialect) -> list[str]:
    kinds = dict(zip(shape(EventRow).columns, shape(EventRow).kinds, strict=True))
    columns = [_AS_TEXT[dialect].get(kinds[name], "e.{}").format(name) for name in _HEADER]
    return [*columns, *_REST]


def _texts(dialect: Dialect) -> str:
    """The statement that reads links as the very text that was hashed."""
    return (
        f"SELECT {', '.join(_columns(dialect))} FROM event e "
        "LEFT JOIN event_body b ON b.org_id = e.org_id AND b.seq = e.seq "
        "WHERE e.org_id = $1 AND e.seq > $2 ORDER BY e.seq LIMIT $3"
    )


_AS_TEXT: dict[Dialect, dict[str, str]] = {
    "sqlite": {},
    "postgres": {
        "uuid": "e.{}::text",
        "time": "to_char(e.{} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')",
    },
}
_LINKS: dict[Dialect, str] = {"sqlite": _texts("sqlite"), "postgres": _texts("postgres")}


def _link(row: Sequence[Any]) -> Link:
    *values, previous_hash, own_hash, salt, body, erased_by = row
    named = zip(_HEADER, values, strict=True)
    header = {name: value for name, value in named if value is not None}
    if erased_by is not None and salt == "" and body == "{}":
        salt, body = None, None
    return Link(header, previous_hash, own_hash, salt, body, erased_by)


async def erase_bodies(tx: Transaction, org_id: UUID, seqs: Sequence[int], erased_by: int) -> int:
    """Erase what events say, for ever; return how many had anything left to erase.

    ``erased_by`` is the number of the erasing event, whose erasure row must be stored already.
    """
    where = {"org_id": org_id, "seq": list(seqs), "erased_by": None}
    return await change(tx, EventBodyRow, where, salt="", body={}, erased_by=erased_by)
