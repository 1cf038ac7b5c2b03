"""Success criteria: how both sides will recognise success."""

from decimal import Decimal
from uuid import UUID

from goals.api import derived
from goals.api.connections import Connection, connection, input_link
from goals.api.fields import column, computed, one
from goals.api.links import AttainmentOverrideLink, MeasurementLink, RevisionLink
from goals.api.node import Node, entity
from goals.api.visibility import OF_REVISION
from goals.domain.enums import CriterionKind, Direction, Origin, Priority


@entity("criterion", OF_REVISION)
class Criterion(Node):
    """One success criterion of a revision. Over revisions it is followed by its lineage."""

    lineage_id: UUID = column("The same for the forms of one criterion in all revisions.")
    revision: RevisionLink = one("The revision it belongs to.", "revision_id")
    position: int = column("Its place in the list, from 1.")
    text: str = column("What must be the case.")
    kind: CriterionKind = column("How it is judged.")
    direction: Direction | None = column("Which values are good; null for a binary criterion.")
    baseline: Decimal | None = column("The value at the start, in the criterion's unit.")
    target: Decimal | None = column("The value to reach, in the criterion's unit.")
    stretch: Decimal | None = column("The value beyond the target that would exceed the goal.")
    band: Decimal | None = column(
        "For WITHIN: how far the value may lie from the target to either side."
    )
    unit: str | None = column("The unit of the values, such as `%` or `days`.")
    method: str | None = column("How it is measured.")
    source: str | None = column("Where the values come from.")
    observer: str | None = column("Who looks.")
    weight: int = column("How much it counts against the others, 1 to 100.")
    priority: Priority = column("How much it counts for the outcome.")
    origin: Origin = column("Where the demand comes from.")
    latest_measurement: MeasurementLink | None = one(
        "The measured value that was observed last.",
        "lineage_id",
        "lineage_id",
        latest_by="observed_at",
    )
    measurements: Connection[MeasurementLink] = connection(
        "The measured values over all revisions, the last observed first.",
        "lineage_id",
        "-observed_at",
        filter_=input_link("MeasurementFilter", "measurements"),
        local="lineage_id",
    )
    attainment: Decimal | None = computed(
        "How far it is attained, computed from the latest measured value as a fraction of the way"
        " from the baseline to the target: `0` is nothing, `1` is the target. Null without a"
        " measured value. A value set by hand does not change it; see override.",
        derived.attainment,
        **derived.CRITERION_VALUES,
    )
    met: bool | None = computed(
        "Whether it is met by what counts: the value set by hand, else the measured one. Null"
        " while there is neither.",
        derived.met,
        **derived.CRITERION_VALUES,
    )
    override: AttainmentOverrideLink | None = one(
        "The attainment set by hand last, with its reason.",
        "lineage_id",
        "lineage_id",
        latest_by="created_at",
    )
