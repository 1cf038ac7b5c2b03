"""Questions of the clarification."""

from datetime import datetime

from goals.api.fields import column, one
from goals.api.links import CommissionLink, PersonLink, RevisionLink
from goals.api.node import Node, entity
from goals.api.visibility import OF_COMMISSION
from goals.domain.enums import QuestionField, QuestionStatus, Side


@entity("question", OF_COMMISSION)
class Question(Node):
    """A question one side asks the other before it signs."""

    commission: CommissionLink = one("The commission it is about.", "commission_id")
    revision: RevisionLink = one("The revision that was on the table.", "revision_id")
    field: QuestionField = column("What it is about.")
    text: str = column("The question.")
    status: QuestionStatus = column("Whether it is answered.")
    asked_side: Side = column("The side that asks.")
    asked_by: PersonLink = one("The person who asks.", "asked_by_id")
    asked_at: datetime = column("When it was asked.")
    answer: str | None = column("The answer.")
    answered_by: PersonLink | None = one("The person who answered.", "answered_by_id")
    answered_at: datetime | None = column("When it was answered.")
