"""Evaluations: outcome and timeliness, derived."""

from goals.store.columns import Document, Exact, Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class Evaluation(Stored, tablename="evaluation", db=RUNNING):
    """How a commission ended."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    commission_id = Identifier()
    outcome = Words()
    timeliness_first_agreed = Words(null=True)
    timeliness_current = Words(null=True)
    attainment = Exact(null=True)
    disagreements = Document()
    evaluated_at = Moment()
