"""Criteria with what was measured and judged: by lineage, so that a new revision loses nothing.

The rows themselves belong to a revision (goals.store.revisions) and never change.
"""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from goals.domain.attainment import Target
from goals.domain.enums import CriterionKind, Direction
from goals.store.records import decoded, shape
from goals.store.revisions import CriterionRow
from goals.store.rows import read_uuid
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class TrackedCriterion:
    """A criterion, its latest measured value, and the latest attainment set by a person."""

    row: CriterionRow
    latest: Decimal | None
    override: Decimal | None

    @property
    def id(self) -> UUID:
        """The criterion's own id, which changes with the revision."""
        return self.row.id

    @property
    def lineage_id(self) -> UUID:
        """What stays the same through revisions."""
        return self.row.lineage_id

    @property
    def measure(self) -> Target:
        """What the criterion wants, for goals.domain.attainment."""
        row = self.row
        return Target(
            kind=CriterionKind(row.kind),
            direction=None if row.direction is None else Direction(row.direction),
            baseline=row.baseline,
            target=row.target,
            stretch=row.stretch,
            band=row.band,
        )


async def lineages(tx: Transaction, org_id: UUID, revision_id: UUID) -> dict[UUID, UUID]:
    """Map the criteria of a revision to their lineages."""
    found = await tx.rows(
        "SELECT id, lineage_id FROM criterion WHERE org_id = $1 AND revision_id = $2",
        [org_id, revision_id],
    )
    return {read_uuid(key): read_uuid(lineage) for key, lineage in found}


async def with_latest(tx: Transaction, org_id: UUID, revision_id: UUID) -> list[TrackedCriterion]:
    """Return the criteria of a revision in order, with latest value and override; one statement.

    Latest is what was observed last; of several at one moment, what was recorded last.
    """
    found = await tx.rows(_WITH_LATEST, [org_id, revision_id])
    return [
        TrackedCriterion(decoded(CriterionRow, row[:-2]), _decimal(row[-2]), _decimal(row[-1]))
        for row in found
    ]


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


_COLUMNS = ", ".join(f"c.{name}" for name in shape(CriterionRow).columns)
_WITH_LATEST = f"""
SELECT {_COLUMNS},
    (SELECT m.value FROM measurement m
     WHERE m.org_id = c.org_id AND m.lineage_id = c.lineage_id
     ORDER BY m.observed_at DESC, m.recorded_at DESC, m.id DESC LIMIT 1),
    (SELECT o.attainment FROM attainment_override o
     WHERE o.org_id = c.org_id AND o.lineage_id = c.lineage_id
     ORDER BY o.created_at DESC, o.id DESC LIMIT 1)
FROM criterion c WHERE c.org_id = $1 AND c.revision_id = $2 ORDER BY c.position
"""  # noqa: S608 - our names
