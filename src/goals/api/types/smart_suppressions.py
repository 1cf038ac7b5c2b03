"""Suppressions: findings of the SMART check that somebody silenced."""

from datetime import date, datetime

from goals.api.fields import column, one
from goals.api.links import CommissionLink, PersonLink
from goals.api.node import Node, entity
from goals.api.visibility import OF_COMMISSION
from goals.domain.enums import Side


@entity("smart_suppression", OF_COMMISSION)
class SmartSuppression(Node):
    """That a finding does not count for this text, with a reason and perhaps an end."""

    commission: CommissionLink = one("The commission it belongs to.", "commission_id")
    rule: str = column("The code of the rule, such as `M204`.")
    field: str = column("The field it is about.")
    span_text: str = column("The words it is about; it ends when they change.")
    reason: str = column("Why it does not count.")
    author: PersonLink = one("The person who silenced it.", "author_id")
    side: Side = column("The side that answers for it; at the gate it counts for this side alone.")
    expires_on: date | None = column("The last day on which it is silenced; null for ever.")
    created_at: datetime = column("When it was silenced.")
