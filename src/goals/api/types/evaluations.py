"""Evaluations: what came of a commission."""

from datetime import datetime
from decimal import Decimal

from goals.api import derived
from goals.api.fields import column, computed, one, picked
from goals.api.links import CommissionLink
from goals.api.node import Node, described, entity
from goals.api.visibility import OF_COMMISSION
from goals.domain.enums import Outcome, Timeliness
from goals.reads.sources import Column


@described
class Disagreement:
    """Something the two sides see differently: a criterion, or an aspect of satisfaction."""

    subject: str = picked("The criterion's id of its own, or the name of the aspect.")
    customer: int = picked("What the customer says, in per cent or as a grade from 1 to 7.")
    supplier: int = picked("What the supplier says, in per cent or as a grade from 1 to 7.")
    about_met: bool = picked("Whether they differ about a criterion being met at all.")


@entity("evaluation", OF_COMMISSION)
class Evaluation(Node):
    """The result, derived from the criteria and both assessments, never typed."""

    commission: CommissionLink = one("The commission that was evaluated.", "commission_id")
    outcome: Outcome = column("Whether the goal was achieved.")
    timeliness_first_agreed: Timeliness | None = column(
        "When it was delivered, against the deadline first agreed; null without one."
    )
    timeliness_current: Timeliness | None = column(
        "When it was delivered, against the deadline last agreed; null without one."
    )
    attainment: Decimal | None = column(
        "The weighted attainment of all criteria, as a fraction; 1 is the target."
    )
    disagreements: list[Disagreement] = computed(
        "Where the two sides see it differently.",
        derived.disagreements,
        stored=Column("disagreements", "json"),
    )
    evaluated_at: datetime = column("When it was evaluated.")
