"""Bulk: very many rows in little time, for demonstrations, imports and benchmarks.

The one rule: what is loaded is as good as what acts write: same checks, same links, same chain.
SQLite takes rows from a generator in the writer's thread, PostgreSQL by COPY.
"""

import json
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from typing import Any
from uuid import UUID

from goals.domain.canonical import canonical_json, plain
from goals.domain.chain import BODY_TAG, EVENT_TAG, GENESIS
from goals.store.database import Database
from goals.store.events import EventBodyRow, EventRow, NewEvent
from goals.store.organisations import OrganisationHeadRow
from goals.store.outbox import OutboxRow
from goals.store.records import Record, change, in_order, shape, stored
from goals.store.rows import json_text, time_text, to_postgres, to_sqlite
from goals.store.transaction import Transaction

ROWS_PER_TRANSACTION = 50_000
_PATIENCE = (
    "synchronous_commit = off",
    "statement_timeout = 0",
    "idle_in_transaction_session_timeout = 0",
)
"""A busy machine may take long over so many rows."""


async def load(
    database: Database,
    groups: Iterable[Sequence[Record]],
    *,
    rows_at_once: int = ROWS_PER_TRANSACTION,
) -> int:
    """Insert groups of records (a commission with all its children); return the count of rows.

    A group is never torn apart, and comes after the groups it points to. Several transactions:
    when one fails, those before it stay. Raises RowRefusedError for a link into nothing.
    Rows are made and stored in turn: a second thread would only fight for Python's lock.
    """
    count, source = 0, iter(groups)
    while rows := _take(source, rows_at_once):
        await _store(database, rows)
        count += len(rows)
    return count


def _take(source: Iterator[Sequence[Record]], most: int) -> list[Record]:
    rows: list[Record] = []
    for group in source:
        rows += group
        if len(rows) >= most:
            break
    return rows


async def _store(database: Database, rows: Sequence[Record]) -> None:
    kinds: dict[type[Record], list[Record]] = {}
    for row in rows:
        kinds.setdefault(type(row), []).append(row)
    async with database.transaction() as tx:
        if tx.dialect == "postgres":
            for setting in _PATIENCE:
                await tx.execute(f"SET LOCAL {setting}")
        for kind in in_order(kinds):
            known = shape(kind)
            await tx.copy(known.name, known.columns, _encoded(tx, kind, kinds[kind]))


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


@dataclass(slots=True)
class Chain:
    """An event chain on its way into an organisation; continues at the head it was given."""

    org_id: UUID
    at: datetime
    seq: int = 0
    hash: str = GENESIS

    def event(self, new: NewEvent) -> list[Record]:
        """Make event, body and outbox row; the same that goals.store.events would write."""
        salt, body = secrets.token_hex(16), _canonical(plain(new.body))
        self.at, self.seq = max(self.at, new.at), self.seq + 1
        body_hash = sha256(BODY_TAG + bytes.fromhex(salt) + b"\n" + body).hexdigest()
        previous = self.hash
        header = _header(self, new, body_hash)
        self.hash = sha256(EVENT_TAG + bytes.fromhex(previous) + header).hexdigest()
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


def _header(chain: Chain, new: NewEvent, body_hash: str) -> bytes:
    """The canonical JSON of a header, members in order; no value of it needs escaping."""
    parts = [
        "" if new.actor_id is None else f'"actor_id":"{new.actor_id}",',
        f'"at":"{time_text(chain.at)}","body_hash":"{body_hash}","channel":"{new.channel}",',
        "" if new.commission_id is None else f'"commission_id":"{new.commission_id}",',
        f'"id":"{new.id}","kind":"{new.kind}","org_id":"{chain.org_id}",',
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
