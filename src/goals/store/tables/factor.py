"""Factors, and where they were observed."""

from goals.store.columns import Count, Flag, Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class Factor(Stored, tablename="factor", db=RUNNING):
    """A condition that helps, hinders or is missing."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    key = Words()
    level = Words()
    label_de = Words()
    label_en = Words()
    active = Flag()
    created_at = Moment()


class FactorObservation(Stored, tablename="factor_observation", db=RUNNING):
    """A factor observed in one commission; sealed like its assessment."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    commission_id = Identifier()
    assessment_id = Identifier(null=True)
    factor_id = Identifier()
    side = Words()
    person_id = Identifier()
    polarity = Words()
    strength = Count()
    locus = Words()
    comment = Words(null=True)
    observed_at = Moment()
    unsealed_at = Moment(null=True)
