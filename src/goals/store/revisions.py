"""Revisions with their parts: immutable, written once, read as a whole.

The one rule: nothing here changes a row; the schema refuses it too. Which revision is current
is said by the commission.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

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
    if found is None:
        return None
    width = len(shape(RevisionRow).columns)
    parts: list[tuple[Any, ...]] = [
        tuple(decoded(kind, row) for row in json.loads(text))
        for kind, text in zip(_PARTS, found[width:], strict=True)
    ]
    return Wording(decoded(RevisionRow, found[:width]), *parts)


_PARTS: tuple[type[Record], ...] = (CriterionRow, ResourceRow, DutyRow, RiskRow, PartyRow)
_ARRAYS = {
    "sqlite": "(SELECT json_group_array(json_array({columns})) FROM (SELECT * FROM {table} p "
    "WHERE p.org_id = r.org_id AND p.revision_id = r.id ORDER BY p.position))",
    "postgres": "(SELECT coalesce(json_agg(json_build_array({columns}) ORDER BY p.position), "
    "'[]'::json)::text FROM {table} p WHERE p.org_id = r.org_id AND p.revision_id = r.id)",
}


def _reading(dialect: str) -> str:
    columns = ", ".join(f"r.{name}" for name in shape(RevisionRow).columns)
    arrays = ", ".join(
        _ARRAYS[dialect].format(table=shape(kind).name, columns=shape(kind).listed)
        for kind in _PARTS
    )
    return f"SELECT {columns}, {arrays} FROM revision r WHERE r.org_id = $1 AND r.id = $2"


_READ = {dialect: _reading(dialect) for dialect in _ARRAYS}
