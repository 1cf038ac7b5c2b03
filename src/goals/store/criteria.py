"""Criteria: all that was measured, set and judged about the criteria of one revision."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from goals.store.rows import decode
from goals.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class CriterionFacts:
    """One criterion with its last measurement, override, review and assessments.

    ``customer`` and ``supplier`` are in per cent, ``override`` is a fraction. All but the
    assessments follow the lineage, so that an amendment loses none of them.
    """

    id: UUID
    lineage_id: UUID
    priority: str
    weight: int
    kind: str
    direction: str | None
    baseline: Decimal | None
    target: Decimal | None
    stretch: Decimal | None
    band: Decimal | None
    measured: Decimal | None
    override: Decimal | None
    reviewed_met: bool | None
    customer: int | None
    supplier: int | None


_KINDS = (
    "uuid", "uuid", "text", "integer", "text", "text", "decimal", "decimal", "decimal", "decimal",
    "decimal", "decimal", "bool", "integer", "integer",
)  # fmt: skip
_ASSESSED = """(SELECT j.attainment FROM assessment a JOIN assessment_judgement j
    ON j.org_id = a.org_id AND j.assessment_id = a.id
    WHERE a.org_id = x.org_id AND a.commission_id = r.commission_id AND a.side = '{side}'
    AND j.criterion_id = x.id)"""
_FACTS = f"""
SELECT x.id, x.lineage_id, x.priority, x.weight, x.kind, x.direction, x.baseline, x.target,
    x.stretch, x.band,
    (SELECT m.value FROM measurement m WHERE m.org_id = x.org_id AND m.lineage_id = x.lineage_id
        ORDER BY m.observed_at DESC, m.recorded_at DESC, m.id DESC LIMIT 1),
    (SELECT o.attainment FROM attainment_override o
        WHERE o.org_id = x.org_id AND o.lineage_id = x.lineage_id
        ORDER BY o.created_at DESC, o.id DESC LIMIT 1),
    (SELECT j.met FROM review v JOIN review_judgement j
        ON j.org_id = v.org_id AND j.review_id = v.id
        JOIN criterion k ON k.org_id = j.org_id AND k.id = j.criterion_id
        WHERE v.org_id = x.org_id AND v.commission_id = r.commission_id
        AND v.decision <> 'REJECTED' AND k.lineage_id = x.lineage_id
        ORDER BY v.reviewed_at DESC LIMIT 1),
    {_ASSESSED.format(side="CUSTOMER")},
    {_ASSESSED.format(side="SUPPLIER")}
FROM criterion x JOIN revision r ON r.org_id = x.org_id AND r.id = x.revision_id
WHERE x.org_id = $1 AND x.revision_id = $2
ORDER BY x.position
"""


async def facts(tx: Transaction, org_id: UUID, revision_id: UUID) -> list[CriterionFacts]:
    """The criteria of a revision with all that is known of each, in order; one statement."""
    found = await tx.rows(_FACTS, [org_id, revision_id])
    return [CriterionFacts(*decode(_KINDS, row)) for row in found]


async def lineages(tx: Transaction, org_id: UUID, revision_id: UUID) -> dict[UUID, UUID]:
    """The lineage of each criterion of a revision."""
    found = await tx.rows(
        "SELECT id, lineage_id FROM criterion WHERE org_id = $1 AND revision_id = $2",
        [org_id, revision_id],
    )
    pairs = [decode(("uuid", "uuid"), row) for row in found]
    return dict(pairs)
