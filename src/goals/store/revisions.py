"""Revisions with their parts: immutable, written once, read as a whole.

The one rule: nothing here changes a row; the schema refuses it too. Which revision is current
is said by the commission.
"""

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from goals.settings import Dialect
from goals.store.database import Database
from goals.store.records import Record, decoded, shape
from goals.store.tables import Criterion, Duty, Party, Resource, Revision, Risk
from goals.store.tables.base import Stored
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionRow:
    """A row of revision."""

    TABLE: ClassVar[type[Stored]] = Revision

    org_id: UUID
    id: UUID
    commission_id: UUID
    number: int
    content_hash: str
    cause: str | None = None
    author_id: UUID
    author_side: str
    created_at: datetime
    goal: str | None = None
    benefit: str | None = None
    background: str | None = None
    in_scope: str | None = None
    out_of_scope: str | None = None
    must_not_change: str | None = None
    deadline: date | None = None
    deadline_time_zone: str
    check_in_cadence_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionRow:
    """A row of criterion."""

    TABLE: ClassVar[type[Stored]] = Criterion

    org_id: UUID
    id: UUID
    revision_id: UUID
    lineage_id: UUID
    position: int
    text: str
    kind: str
    direction: str | None = None
    baseline: Decimal | None = None
    target: Decimal | None = None
    stretch: Decimal | None = None
    band: Decimal | None = None
    unit: str | None = None
    method: str | None = None
    source: str | None = None
    observer: str | None = None
    weight: int
    priority: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceRow:
    """A row of resource."""

    TABLE: ClassVar[type[Stored]] = Resource

    org_id: UUID
    id: UUID
    revision_id: UUID
    position: int
    kind: str
    text: str
    amount: Decimal | None = None
    unit: str | None = None
    side: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyRow:
    """A row of duty."""

    TABLE: ClassVar[type[Stored]] = Duty

    org_id: UUID
    id: UUID
    revision_id: UUID
    lineage_id: UUID
    position: int
    side: str
    text: str
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskRow:
    """A row of risk."""

    TABLE: ClassVar[type[Stored]] = Risk

    org_id: UUID
    id: UUID
    revision_id: UUID
    position: int
    nature: str
    text: str
    likelihood: int
    impact: int
    treatment: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """A row of party."""

    TABLE: ClassVar[type[Stored]] = Party

    org_id: UUID
    id: UUID
    revision_id: UUID
    position: int
    who: str
    interest: str | None = None
    involvement: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A revision with all its parts, each kind in its order."""

    revision: RevisionRow
    criteria: tuple[CriterionRow, ...] = ()
    resources: tuple[ResourceRow, ...] = ()
    duties: tuple[DutyRow, ...] = ()
    risks: tuple[RiskRow, ...] = ()
    parties: tuple[PartyRow, ...] = ()

    def rows(self) -> list[Record]:
        """All rows, the revision first, for records.insert."""
        return [
            self.revision,
            *self.criteria,
            *self.resources,
            *self.duties,
            *self.risks,
            *self.parties,
        ]


async def last_number(tx: Transaction, org_id: UUID, commission_id: UUID) -> int:
    """The highest number among the revisions of a commission, dropped amendments too."""
    number: int = await tx.value(
        "SELECT max(number) FROM revision WHERE org_id = $1 AND commission_id = $2",
        [org_id, commission_id],
    )
    return number


async def read(tx: Transaction, org_id: UUID, revision_id: UUID) -> Wording | None:
    """Read a revision of the organisation with all its parts in one statement, or None."""
    found = await tx.row(_READ[tx.dialect], [org_id, revision_id])
    return None if found is None else _wording(found)


@dataclass(frozen=True, slots=True)
class Signed:
    """What a revision says as JSON text, its hash, and the event that made it."""

    content: str
    content_hash: str
    event_seq: int
    event_hash: str


async def whole_history(
    database: Database, org_id: UUID, at_once: int = 500
) -> AsyncIterator[Signed]:
    """Every revision that is whole, as what was signed.

    Those whose texts were erased are left out: nothing of them can be checked any more.
    """
    after: Any = UUID(int=0)
    while True:
        found = await database.look_up(_HISTORY[database.dialect], [org_id, after, at_once])
        for _, *signed in found:
            yield Signed(*signed)
        if len(found) < at_once:
            return
        after = found[-1][0]


def wording_json(org_id: str, revision_id: str, dialect: Dialect) -> str:
    """A scalar SQL expression: a revision with all its parts as JSON text, for ``from_json``.

    ``org_id`` and ``revision_id`` are SQL expressions too; NULL where there is no such revision.
    """
    listed = ", ".join(f"r.{name}" for name in shape(RevisionRow).columns)
    arrays = ", ".join(_AS_JSON[dialect].format(array) for array in _arrays(dialect))
    made = _ARRAY_OF[dialect].format(f"{_ARRAY_OF[dialect].format(listed)}, {arrays}")
    return (
        f"(SELECT {made}{_AS_TEXT[dialect]} FROM revision r "
        f"WHERE r.org_id = {org_id} AND r.id = {revision_id})"
    )


def from_json(text: str) -> Wording:
    """Read what ``wording_json`` gave."""
    revision, *rest = json.loads(text)
    parts: list[tuple[Any, ...]] = [
        tuple(decoded(kind, row) for row in rows) for kind, rows in zip(_PARTS, rest, strict=True)
    ]
    return Wording(decoded(RevisionRow, revision), *parts)


def _wording(found: Sequence[Any]) -> Wording:
    width = len(shape(RevisionRow).columns)
    parts: list[tuple[Any, ...]] = [
        tuple(decoded(kind, row) for row in json.loads(text))
        for kind, text in zip(_PARTS, found[width:], strict=True)
    ]
    return Wording(decoded(RevisionRow, found[:width]), *parts)


_PARTS: tuple[type[Record], ...] = (CriterionRow, ResourceRow, DutyRow, RiskRow, PartyRow)
_ARRAYS: dict[Dialect, str] = {
    "sqlite": "(SELECT json_group_array(json_array({columns})) FROM (SELECT * FROM {table} p "
    "WHERE p.org_id = r.org_id AND p.revision_id = r.id ORDER BY p.position))",
    "postgres": "(SELECT coalesce(json_agg(json_build_array({columns}) ORDER BY p.position), "
    "'[]'::json)::text FROM {table} p WHERE p.org_id = r.org_id AND p.revision_id = r.id)",
}


_ARRAY_OF: dict[Dialect, str] = {
    "sqlite": "json_array({})",
    "postgres": "json_build_array({})",
}
_AS_TEXT: dict[Dialect, str] = {"sqlite": " || ''", "postgres": "::text"}  # no JSON in JSON
_AS_JSON: dict[Dialect, str] = {"sqlite": "json({})", "postgres": "{}::json"}


def _arrays(dialect: Dialect) -> list[str]:
    return [
        _ARRAYS[dialect].format(table=shape(kind).name, columns=shape(kind).listed)
        for kind in _PARTS
    ]


def _selected(dialect: Dialect) -> str:
    columns = ", ".join(f"r.{name}" for name in shape(RevisionRow).columns)
    return f"SELECT {columns}, {', '.join(_arrays(dialect))}"


def _content(dialect: Dialect) -> str:
    """What is signed of a revision as JSON: all but the bookkeeping."""
    made, rows = _OBJECT[dialect], _OBJECTS[dialect]
    members = [f"'{name}', r.{name}" for name in _signed(RevisionRow)]
    for each, kind in zip(fields(Wording)[1:], _PARTS, strict=True):
        part = ", ".join(f"'{name}', p.{name}" for name in _signed(kind))
        members.append(f"'{each.name}', {rows.format(made.format(part), shape(kind).name)}")
    return made.format(", ".join(members))


def _signed(kind: type[Record]) -> list[str]:
    return [name for name in shape(kind).columns if name not in _BOOKKEEPING]


_BOOKKEEPING = {
    *("org_id", "id", "commission_id", "revision_id", "lineage_id", "number", "position"),
    *("content_hash", "cause", "author_id", "author_side", "created_at"),
}
_OBJECT: dict[Dialect, str] = {"sqlite": "json_object({})", "postgres": "json_build_object({})"}
_OBJECTS: dict[Dialect, str] = {
    "sqlite": "(SELECT json_group_array({}) FROM (SELECT * FROM {} p "
    "WHERE p.org_id = r.org_id AND p.revision_id = r.id ORDER BY p.position) AS p)",
    "postgres": "(SELECT json_agg({} ORDER BY p.position) FROM {} p "
    "WHERE p.org_id = r.org_id AND p.revision_id = r.id)",
}
_ONE = " FROM revision r WHERE r.org_id = $1 AND r.id = $2"
_WHOLE = """SELECT r.id, {}, r.content_hash, e.seq, e.revision_hash FROM revision r
JOIN event e ON e.org_id = r.org_id AND e.commission_id = r.commission_id
AND e.kind = CASE r.number WHEN 1 THEN 'commission.drafted' ELSE e.kind END
AND (r.number = 1 OR (e.subject_type = 'Revision' AND e.subject_id = r.id))
WHERE r.org_id = $1 AND r.id > $2 AND NOT EXISTS (SELECT 1 FROM erasure x
WHERE x.org_id = r.org_id AND x.subject_type = 'Commission' AND x.subject_id = r.commission_id)
ORDER BY r.id LIMIT $3"""
_READ = {dialect: _selected(dialect) + _ONE for dialect in _ARRAYS}
_HISTORY = {dialect: _WHOLE.format(_content(dialect)) for dialect in _OBJECT}
