"""Assessments, one per side, sealed until both are in."""

from goals.store.columns import Count, Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class Assessment(Stored, tablename="assessment", db=RUNNING):
    """What one side says afterwards; sealed while ``unsealed_at`` is empty."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    commission_id = Identifier()
    side = Words()
    person_id = Identifier()
    overall_expected = Count(null=True)
    overall_perceived = Count(null=True)
    reliability_expected = Count(null=True)
    reliability_perceived = Count(null=True)
    responsiveness_expected = Count(null=True)
    responsiveness_perceived = Count(null=True)
    clarity_expected = Count(null=True)
    clarity_perceived = Count(null=True)
    cooperation_expected = Count(null=True)
    cooperation_perceived = Count(null=True)
    comment = Words(null=True)
    submitted_at = Moment()
    unsealed_at = Moment(null=True)


class AssessmentJudgement(Stored, tablename="assessment_judgement", db=RUNNING):
    """The attainment of one criterion in per mille, as one side sees it."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    assessment_id = Identifier()
    criterion_id = Identifier()
    position = Count()
    attainment = Count()
    comment = Words(null=True)
