"""Factors: what helps, hinders or is missing, and where it was observed."""

from datetime import datetime

from goals.api import derived
from goals.api.fields import column, expression, one
from goals.api.links import AssessmentLink, CommissionLink, PersonLink
from goals.api.node import Node, entity
from goals.api.visibility import EVERYBODY, OF_COMMISSION, unsealed_or_own
from goals.domain.enums import FactorLevel, Locus, Polarity, Side


@entity("factor", EVERYBODY)
class Factor(Node):
    """A condition of work, from the organisation's catalogue."""

    key: str = column("The name by which clients refer to it, such as `clear-goal`.", kind="plain")
    level: FactorLevel = column("Where in the organisation it has its root.")
    label_de: str = column("Its German label.")
    label_en: str = column("Its English label.")
    active: bool = column("Whether it is still offered for new observations.")
    created_at: datetime = column("When it was added to the catalogue.")


@entity("factor_observation", OF_COMMISSION, extra=unsealed_or_own)
class FactorObservation(Node):
    """That a factor helped, hindered or was missing, as one side saw it.

    Part of an assessment it is sealed with it: until then only its own side sees it.
    """

    commission: CommissionLink = one("The commission it belongs to.", "commission_id")
    assessment: AssessmentLink | None = one(
        "The assessment it is part of; null for a cancelled commission.", "assessment_id"
    )
    factor: Factor = one("The factor that was observed.", "factor_id")
    side: Side = column("The side that observed it.")
    person: PersonLink = one("The person who observed it.", "person_id")
    polarity: Polarity = column("What it did.")
    strength: int = column("How much it mattered, from 1 (somewhat) to 3 (decisively).")
    locus: Locus = column("Whose share it is, seen from the side that names it.")
    comment: str | None = column("What there is to say.")
    observed_at: datetime = column("When it was written down.")
    sealed: bool = expression(
        "Whether the other side cannot see it yet.", derived.sealed, "boolean"
    )
