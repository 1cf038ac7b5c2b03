"""Measurements: values of criteria, and attainments set by hand beside the computed ones."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from goals.domain.enums import Act, MeasurementSource, Scope, Side
from goals.domain.error_base import Path
from goals.domain.errors import NotFound
from goals.domain.identity import uuid7
from goals.domain.situation import Request
from goals.services import attainments
from goals.services.acting import Acting, perform
from goals.services.context import ActContext, ActResult
from goals.services.forms import LONG, Form
from goals.services.requests import MeasurementPart, MeasureRequest, OverrideAttainmentRequest
from goals.services.subjects import subject_of
from goals.store import criteria
from goals.store.measurements import AttainmentOverrideRow, MeasurementRow
from goals.store.tables.criterion import Criterion


@dataclass(frozen=True, slots=True)
class Measured:
    """A measured value that has passed the form."""

    criterion_id: UUID
    value: Decimal
    observed_at: datetime
    evidence_url: str | None
    path: Path


def measured(context: ActContext, form: Form, part: MeasurementPart, path: Path) -> Measured:
    """Check one measured value; faults go to the form."""
    value = form.decimal(part.value, (*path, "value"))
    url = form.optional_url(part.evidence_url, (*path, "evidenceUrl"))
    observed_at = form.moment_not_after(part.observed_at, context.now, (*path, "observedAt"))
    if part.criterion_id is None:
        form.fault("UNKNOWN_CRITERION", (*path, "criterionId"), criterion="")
    criterion = part.criterion_id or UUID(int=0)
    return Measured(criterion, value, observed_at or context.now, url, (*path, "criterionId"))


async def measure(context: ActContext, request: MeasureRequest) -> ActResult:
    """Record one value of one criterion of the current revision."""
    form = Form()
    value = measured(context, form, request.measurement, ())
    form.check()
    part = await subject_of(context, Criterion, value.criterion_id, "criterionId", Scope.MEASURE)

    async def work(doing: Acting) -> None:
        (made,) = await store_measurements(doing, [value])
        doing.about("Measurement", made)

    return await perform(context, part.commission_id, Act.MEASURE, work, unknown=part.unknown)


async def store_measurements(doing: Acting, values: list[Measured]) -> list[UUID]:
    """Insert measured values of the current revision's criteria; raises NotFound for another's."""
    if not values:
        return []
    lineages = await criteria.lineages(
        doing.tx, doing.context.org_id, doing.loaded.current_revision_id
    )
    by_people = isinstance(doing.side, Side)
    source = MeasurementSource.HUMAN if by_people else MeasurementSource.INTEGRATION
    rows: list[MeasurementRow] = []
    for value in values:
        if value.criterion_id not in lineages:
            raise NotFound("Criterion", path=value.path)
        rows.append(
            MeasurementRow(
                **doing.key,
                id=uuid7(doing.context.now),
                criterion_id=value.criterion_id,
                lineage_id=lineages[value.criterion_id],
                value=value.value,
                observed_at=value.observed_at,
                recorded_at=doing.context.now,
                source=source,
                evidence_url=value.evidence_url,
                actor_id=doing.context.person_id,
            )
        )
    doing.rows += rows
    doing.body["measurements"] = [
        {"criterion": str(value.criterion_id), "value": str(value.value)} for value in values
    ]
    return [row.id for row in rows]


async def override_attainment(context: ActContext, request: OverrideAttainmentRequest) -> ActResult:
    """Set a criterion's attainment by hand (a fraction, 1 is the target); both values stay."""
    form = Form()
    attainment = form.decimal(request.attainment, ("attainment",), low=Decimal(0), high=Decimal(10))
    reason = form.text(request.reason, "reason", LONG)
    form.check()
    part = await subject_of(context, Criterion, request.criterion_id, "criterionId")

    async def work(doing: Acting) -> None:
        found = await criteria.facts(doing.tx, context.org_id, doing.loaded.current_revision_id)
        criterion = next((one for one in found if one.id == part.id), None)
        if criterion is None:
            raise NotFound("Criterion", path=("criterionId",))
        made = doing.new("AttainmentOverride")
        computed = attainments.computed(criterion).fraction
        doing.body |= {"criterion": str(part.id), "attainment": str(attainment)}
        doing.rows += [
            AttainmentOverrideRow(
                **doing.key,
                id=made,
                criterion_id=part.id,
                lineage_id=criterion.lineage_id,
                computed=computed,
                attainment=attainment,
                reason=reason,
                person_id=context.person_id,
                created_at=context.now,
            )
        ]

    return await perform(
        context,
        part.commission_id,
        Act.OVERRIDE_ATTAINMENT,
        work,
        Request(reason=reason),
        unknown=part.unknown,
    )
