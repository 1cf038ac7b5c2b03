"""Measurements: observed values of a criterion."""

from datetime import datetime
from decimal import Decimal

from goals.api.fields import column, one
from goals.api.links import CommissionLink, CriterionLink, PersonLink
from goals.api.node import Node, entity
from goals.api.scalars import Url
from goals.api.visibility import OF_COMMISSION
from goals.domain.enums import MeasurementSource


@entity("measurement", OF_COMMISSION)
class Measurement(Node):
    """A value that was observed; a binary criterion takes 0 or 1."""

    commission: CommissionLink = one("The commission it belongs to.", "commission_id")
    criterion: CriterionLink = one(
        "The criterion it was measured for, in the revision in force then.", "criterion_id"
    )
    value: Decimal = column("The value, in the criterion's unit.")
    observed_at: datetime = column("When it was observed.")
    recorded_at: datetime = column("When it was written down.")
    source: MeasurementSource = column("Who reported it.")
    evidence_url: Url | None = column("Where the evidence lies.")
    actor: PersonLink = one(
        "The person, or the owner of the integration, who recorded it.", "actor_id"
    )
