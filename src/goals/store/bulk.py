"""Bulk: very many rows in little time, for demonstrations, imports and benchmarks.

The one rule: what is loaded is as good as what acts write: same checks, same links, same chain.
SQLite takes rows from a generator in the writer's thread, PostgreSQL by COPY. Who has millions of
rows writes them himself as the engine takes them, on a ``Sheet``: making a record and reading it
out again takes Python longer than the engine takes to store it.
"""

import gc
import json
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from typing import Any, TypeAlias
from uuid import UUID

from goals.domain.canonical import canonical_json, plain
from goals.domain.chain import BODY_TAG, EVENT_TAG, GENESIS
from goals.store import links
from goals.store.database import Database
from goals.store.events import EventBodyRow, EventRow, NewEvent
from goals.store.organisations import OrganisationHeadRow
from goals.store.outbox import OutboxRow
from goals.store.records import Record, change, in_order, shape, stored
from goals.store.rows import json_text, time_text, to_postgres, to_sqlite
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """Some columns of a table; the others stay NULL.

    Rows on it hold what the engine takes: identifiers, JSON and decimals are text on both engines;
    times and dates are text on SQLite only. Raises ValueError for a column that is not there.
    """

    kind: type[Record]
    columns: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse columns that the table does not have."""
        if unknown := set(self.columns) - set(shape(self.kind).columns):
            raise ValueError(f"{shape(self.kind).name} has no {', '.join(sorted(unknown))}")


Row: TypeAlias = Record | tuple[Sheet, Sequence[object]]
ROWS_PER_TRANSACTION = 50_000
_PATIENCE = (
    "synchronous_commit = off",
    "statement_timeout = 0",
    "idle_in_transaction_session_timeout = 0",
)
"""A busy machine may take long over so many rows."""


async def load(
    database: Database,
    groups: Iterable[Sequence[Row]],
    *,
    rows_at_once: int = ROWS_PER_TRANSACTION,
    own_links: bool = False,
) -> int:
    """Insert groups of records (a commission with all its children); return the count of rows.

    A group is never torn apart, and comes after the groups it points to. Several transactions:
    when one fails, those before it stay. Raises RowRefusedError for a link into nothing. Who
    made every link himself says ``own_links``: PostgreSQL then checks them at the end at once.
    Rows are made and stored in turn: a second thread would only fight for Python's lock.
    """
    count, source = 0, iter(groups)
    unchecked: set[str] = set()
    while rows := _take(source, rows_at_once):
        unchecked |= await _store(database, rows, own_links=own_links)
        count += len(rows)
    if unchecked:
        await links.check(database, unchecked)
    return count


def _take(source: Iterator[Sequence[Row]], most: int) -> list[Row]:
    rows: list[Row] = []
    collecting = gc.isenabled()
    gc.disable()  # rows hold no cycles, and looking for some takes as long as making the rows
    try:
        for group in source:
            rows += group
            if len(rows) >= most:
                break
    finally:
        if collecting:
            gc.enable()
    return rows


async def _store(database: Database, rows: Sequence[Row], *, own_links: bool) -> set[str]:
    """Store rows in one transaction; return the tables whose links are still to be checked."""
    records: dict[type[Record], list[Record]] = {}
    sheets: dict[Sheet, list[Sequence[object]]] = {}
    for row in rows:
        if isinstance(row, tuple):
            sheets.setdefault(row[0], []).append(row[1])
        else:
            records.setdefault(type(row), []).append(row)
    kinds = {*records, *(sheet.kind for sheet in sheets)}
    async with database.transaction() as tx:
        if tx.dialect == "postgres":
            for setting in _PATIENCE:
                await tx.execute(f"SET LOCAL {setting}")
        later = own_links and await links.may_check_later(tx)
        if later:
            await links.check_later(tx)
        for kind in in_order(kinds):
            known = shape(kind)
            if kind in records:
                await insert(tx, kind, records[kind])
            for sheet, lines in sheets.items():
                if sheet.kind is kind:
                    await tx.copy(known.name, sheet.columns, lines)
    return {shape(kind).name for kind in kinds} if later else set()


async def insert(tx: Transaction, kind: type[Record], group: Sequence[Record]) -> None:
    """Insert very many records of one kind in a running transaction, as one request.

    Raises AlreadyExists; RowRefusedError for a link into nothing or another tenant.
    """
    if group:
        known = shape(kind)
        await tx.copy(known.name, known.columns, _encoded(tx, kind, group))


def _encoded(tx: Transaction, kind: type[Record], group: Sequence[Record]) -> Iterator[list[Any]]:
    known = shape(kind)
    encoders = [_encoder(tx.dialect, column) for column in known.kinds]
    values = known.values
    for record in group:
        yield [
            None if value is None else encode(value)
            for encode, value in zip(encoders, values(record), strict=True)
        ]


def _encoder(dialect: str, kind: str) -> Callable[[Any], Any]:
    if kind == "json":
        return _json
    if kind == "decimal":
        return _decimal
    if dialect == "postgres":
        return to_postgres
    if kind == "uuid":
        return str
    return time_text if kind == "time" else to_sqlite


class Written(str):
    """JSON that was written already, as goals.store.rows would write it."""

    __slots__ = ()


def _json(value: object) -> str:
    return str(value) if type(value) is Written else json_text(value)


@lru_cache(maxsize=4096)
def _decimal(value: Decimal) -> object:
    return stored("decimal", value)


_EVENT = Sheet(
    EventRow,
    (
        *("org_id", "seq", "id", "at", "kind", "actor_id", "channel", "side", "commission_id"),
        *("subject_type", "subject_id", "revision_hash", "body_hash", "previous_hash", "hash"),
    ),
)
_BODY = Sheet(EventBodyRow, ("org_id", "seq", "salt", "body"))
_SALTS_AT_ONCE = 1_000


@dataclass(slots=True)
class Told:
    """An act of long ago, in text: ``body`` is canonical JSON, ``side`` None for the clock."""

    id: str
    at: datetime
    kind: str
    channel: str
    subject: tuple[str, str]
    body: str
    actor_id: str | None
    side: str | None
    commission_id: str
    revision_hash: str | None
    token_id: None = None


@dataclass(slots=True)
class Chain:
    """An event chain on its way into an organisation; continues at the head it was given."""

    org_id: UUID
    at: datetime
    seq: int = 0
    hash: str = GENESIS
    salts: list[str] = field(default_factory=list)
    tenant: str = field(init=False)
    written_at: str = field(init=False, default="")

    def __post_init__(self) -> None:
        """Write the organisation once, not in every event."""
        self.tenant = str(self.org_id)

    def event(self, new: NewEvent) -> list[Record]:
        """Make event, body and outbox row; the same that goals.store.events would write."""
        body = _canonical(plain(new.body))
        salt, body_hash, previous = self._follow(new, body)
        return [
            EventRow(
                org_id=self.org_id,
                seq=self.seq,
                id=new.id,
                at=self.at,
                kind=new.kind,
                actor_id=new.actor_id,
                token_id=new.token_id,
                channel=new.channel,
                side=new.side,
                commission_id=new.commission_id,
                subject_type=new.subject[0],
                subject_id=new.subject[1],
                revision_hash=new.revision_hash,
                body_hash=body_hash,
                previous_hash=previous,
                hash=self.hash,
            ),
            EventBodyRow(org_id=self.org_id, seq=self.seq, salt=salt, body=Written(body.decode())),
            OutboxRow(org_id=self.org_id, seq=self.seq, created_at=self.at, attempts=0),
        ]

    def told(self, new: Told, dialect: str) -> list[Row]:
        """Make event and body on sheets; no outbox row: nobody waits for news of long ago."""
        salt, body_hash, previous = self._follow(new, new.body.encode())
        org_id, seq = self.tenant, self.seq
        at = self.written_at if dialect == "sqlite" else self.at
        kind, subject_id = new.subject
        named = (org_id, seq, new.id, at, new.kind, new.actor_id, new.channel, new.side)
        about = (new.commission_id, kind, subject_id, new.revision_hash)
        return [
            (_EVENT, (*named, *about, body_hash, previous, self.hash)),
            (_BODY, (org_id, seq, salt, new.body)),
        ]

    def _follow(self, new: NewEvent | Told, body: bytes) -> tuple[str, str, str]:
        """Move the head to the next event; its salt, body hash and previous hash."""
        if not self.salts:  # many at once: asking the system for each takes longer than to hash
            drawn = secrets.token_hex(16 * _SALTS_AT_ONCE)
            self.salts = [drawn[start : start + 32] for start in range(0, len(drawn), 32)]
        salt, previous = self.salts.pop(), self.hash
        self.at, self.seq = max(self.at, new.at), self.seq + 1
        body_hash = sha256(BODY_TAG + bytes.fromhex(salt) + b"\n" + body).hexdigest()
        self.written_at = time_text(self.at)
        header = _header(self, new, body_hash)
        self.hash = sha256(EVENT_TAG + bytes.fromhex(previous) + header).hexdigest()
        return salt, body_hash, previous

    async def end(self, tx: Transaction, last_commission: int) -> None:
        """Make the last event loaded the head of the organisation."""
        await change(
            tx,
            OrganisationHeadRow,
            {"org_id": self.org_id},
            event_seq=self.seq,
            event_hash=self.hash,
            event_at=self.at,
            last_commission=last_commission,
        )


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _header(chain: Chain, new: NewEvent | Told, body_hash: str) -> bytes:
    """The canonical JSON of a header, members in order; no value of it needs escaping."""
    parts = [
        "" if new.actor_id is None else f'"actor_id":"{new.actor_id}",',
        f'"at":"{chain.written_at}","body_hash":"{body_hash}","channel":"{new.channel}",',
        "" if new.commission_id is None else f'"commission_id":"{new.commission_id}",',
        f'"id":"{new.id}","kind":"{new.kind}","org_id":"{chain.tenant}",',
        "" if new.revision_hash is None else f'"revision_hash":"{new.revision_hash}",',
        f'"seq":{chain.seq},',
        "" if new.side is None else f'"side":"{new.side}",',
        f'"subject_id":"{new.subject[1]}","subject_type":"{new.subject[0]}"',
        "" if new.token_id is None else f',"token_id":"{new.token_id}"',
    ]
    return f"{{{''.join(parts)}}}".encode()


def _canonical(value: object) -> bytes:
    """Canonical JSON the short way; only what is outside ASCII needs the long one."""
    text = _ENCODER.encode(value)
    return text.encode() if text.isascii() else canonical_json(value)
