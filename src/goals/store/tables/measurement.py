"""Measurements, and attainments overridden by a person."""

from goals.store.columns import Exact, Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class Measurement(Stored, tablename="measurement", db=RUNNING):
    """A measured value of a criterion."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    commission_id = Identifier()
    criterion_id = Identifier()
    lineage_id = Identifier()
    value = Exact()
    observed_at = Moment()
    recorded_at = Moment()
    source = Words()
    evidence_url = Words(null=True)
    actor_id = Identifier()


class AttainmentOverride(Stored, tablename="attainment_override", db=RUNNING):
    """A judged attainment instead of the computed one; both stay."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    commission_id = Identifier()
    criterion_id = Identifier()
    lineage_id = Identifier()
    computed = Exact(null=True)
    attainment = Exact()
    reason = Words()
    person_id = Identifier()
    created_at = Moment()
