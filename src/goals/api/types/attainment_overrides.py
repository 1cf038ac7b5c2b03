"""Attainment overrides: an attainment set by hand, beside the computed one."""

from datetime import datetime
from decimal import Decimal

from goals.api.fields import column, one
from goals.api.links import CommissionLink, CriterionLink, PersonLink
from goals.api.node import Node, entity
from goals.api.visibility import OF_COMMISSION


@entity("attainment_override", OF_COMMISSION)
class AttainmentOverride(Node):
    """An attainment set by hand with a reason. The computed one is kept beside it."""

    commission: CommissionLink = one("The commission it belongs to.", "commission_id")
    criterion: CriterionLink = one("The criterion it is about.", "criterion_id")
    computed: Decimal | None = column(
        "What was computed at that time, as a fraction of the way; null without a measured value."
    )
    attainment: Decimal = column("What was set by hand, as a fraction of the way; 1 is the target.")
    reason: str = column("Why.")
    person: PersonLink = one("The person who set it.", "person_id")
    created_at: datetime = column("When it was set.")
