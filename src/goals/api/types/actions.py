"""Actions: the consequences drawn from an evaluation."""

from datetime import date, datetime

from goals.api.fields import column, one
from goals.api.links import CommissionLink, PersonLink
from goals.api.node import Node, entity
from goals.api.visibility import OF_COMMISSION
from goals.domain.enums import ActionKind


@entity("action", OF_COMMISSION)
class Action(Node):
    """Something to be done so that the next commission goes better, or as well again."""

    commission: CommissionLink = one("The commission it was drawn from.", "commission_id")
    kind: ActionKind = column("What it is to do.")
    text: str = column("What is to be done.")
    owner: PersonLink = one("The person who sees to it.", "owner_id")
    due: date | None = column("By when.")
    created_by: PersonLink = one("The person who planned it.", "created_by_id")
    created_at: datetime = column("When it was planned.")
    done_at: datetime | None = column("When it was done; null while open.")
    effect_check: str | None = column("What effect was seen.")
