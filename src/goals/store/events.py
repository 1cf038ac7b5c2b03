"""Events: the history of an organisation, appended in one place, read to be verified.

The one rule: who holds the head writes the next event. The lock on the head makes numbers
gapless and in the order of the commits, and time never runs backwards in a chain. Event, body,
outbox row and head are one request. What is hashed is said by goals.domain.chain.
"""

import json
import secrets
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any, ClassVar
from uuid import UUID

from goals.domain.canonical import plain
from goals.domain.chain import EventHeader, Link, body_hash, event_hash
from goals.domain.parties import Channel, Side
from goals.store.faults import RowRefusedError
from goals.store.outbox import OutboxRow
from goals.store.records import change, decoded, inserting, shape
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
    columns = ", ".join(f"e.{name}" for name in shape(EventRow).columns)
    found = await tx.rows(
        f"SELECT {columns}, b.salt, b.body FROM event e "
        "LEFT JOIN event_body b ON b.org_id = e.org_id AND b.seq = e.seq "
        "WHERE e.org_id = $1 AND e.seq > $2 ORDER BY e.seq LIMIT $3",
        [org_id, after, limit],
    )
    return [_link(decoded(EventRow, row[:-2]), row[-2], row[-1]) for row in found]


def _link(row: EventRow, salt: str | None, body: str | None) -> Link:
    values = {each.name: getattr(row, each.name) for each in fields(EventHeader)}
    values["channel"] = Channel(row.channel)
    values["side"] = None if row.side is None else Side(row.side)
    erased = not salt or body is None
    return Link(
        header=EventHeader(**values),
        previous_hash=row.previous_hash,
        hash=row.hash,
        salt=None if erased else salt,
        body=None if body is None or erased else json.loads(body),
    )


async def erase_body(tx: Transaction, org_id: UUID, seq: int) -> bool:
    """Erase what an event says, for ever; the chain still verifies. False when unknown."""
    return await change(tx, EventBodyRow, {"org_id": org_id, "seq": seq}, salt="", body={}) == 1
