"""Commissions, and what hangs on them whatever the revision.

The one rule: a commission changes by compare-and-swap on its version, so that of two acts at
once the second learns about the first. Its wording is in revisions.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from goals.domain.errors import StaleVersion
from goals.store.faults import RowRefusedError
from goals.store.placeholders import marks
from goals.store.records import change
from goals.store.tables import Commission, CommissionDependency, CommissionTag, ExternalReference
from goals.store.tables.base import Stored
from goals.store.transaction import Batch, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionRow:
    """A row of commission."""

    TABLE: ClassVar[type[Stored]] = Commission

    org_id: UUID
    id: UUID
    number: int
    key: str
    title: str
    customer_team_id: UUID
    customer_id: UUID
    supplier_team_id: UUID
    supplier_id: UUID
    beneficiary: str | None = None
    commitment: str
    state: str
    initiator: str
    self_commission: bool
    version: int
    current_revision_id: UUID
    pending_revision_id: UUID | None = None
    deadline: date | None = None
    first_agreed_deadline: date | None = None
    contributes_to_id: UUID | None = None
    created_by_id: UUID
    created_at: datetime
    updated_at: datetime
    proposed_at: datetime | None = None
    agreed_at: datetime | None = None
    delivered_at: datetime | None = None
    evaluating_at: datetime | None = None
    closed_at: datetime | None = None
    lapsed: bool
    ended_by: str | None = None
    end_reason: str | None = None
    last_check_in_at: datetime | None = None
    last_health: str | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionTagRow:
    """A row of commission_tag."""

    TABLE: ClassVar[type[Stored]] = CommissionTag

    org_id: UUID
    commission_id: UUID
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionDependencyRow:
    """A row of commission_dependency."""

    TABLE: ClassVar[type[Stored]] = CommissionDependency

    org_id: UUID
    commission_id: UUID
    depends_on_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalReferenceRow:
    """A row of external_reference."""

    TABLE: ClassVar[type[Stored]] = ExternalReference

    org_id: UUID
    id: UUID
    commission_id: UUID
    system: str
    key: str
    url: str | None = None


async def swap(
    tx: Transaction, org_id: UUID, commission_id: UUID, version: int, **changes: object
) -> int:
    """Change a commission that still has this version; return the next one.

    Raises StaleVersion when somebody was faster, RowRefusedError for an unknown commission.
    """
    where = {"org_id": org_id, "id": commission_id, "version": version}
    if await change(tx, CommissionRow, where, version=version + 1, **changes) == 1:
        return version + 1
    actual = await tx.value(
        "SELECT version FROM commission WHERE org_id = $1 AND id = $2", [org_id, commission_id]
    )
    if actual is None:
        raise RowRefusedError("LINK", "commission")
    raise StaleVersion(expected=version, actual=actual)


async def standing(tx: Transaction, org_id: UUID, commission_id: UUID) -> tuple[str, int]:
    """State and version of a commission. Raises RowRefusedError for an unknown one."""
    found = await tx.row(
        "SELECT state, version FROM commission WHERE org_id = $1 AND id = $2",
        [org_id, commission_id],
    )
    if found is None:
        raise RowRefusedError("LINK", "commission")
    return found[0], found[1]


def tag_rows(org_id: UUID, commission_id: UUID, tags: Iterable[str]) -> list[CommissionTagRow]:
    """Make the rows of some tags, each once, for records.insert."""
    return [
        CommissionTagRow(org_id=org_id, commission_id=commission_id, tag=tag)
        for tag in sorted(set(tags))
    ]


def replacing_tags(org_id: UUID, commission_id: UUID, wanted: Iterable[str]) -> Batch:
    """Write what makes these the tags of a commission; the order of the two does not matter."""
    kept = sorted(set(wanted))
    key = [org_id, commission_id]
    others = f" AND tag NOT IN ({marks(len(kept), 3)})" if kept else ""
    gone = f"DELETE FROM commission_tag WHERE org_id = $1 AND commission_id = $2{others}"
    new = (
        "INSERT INTO commission_tag (org_id, commission_id, tag) VALUES ($1, $2, $3) "
        "ON CONFLICT DO NOTHING"
    )
    return [(gone, [*key, *kept]), *((new, [*key, tag]) for tag in kept)]
