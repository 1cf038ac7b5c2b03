"""SMART reports, and findings set aside."""

from goals.store.columns import Count, Day, Document, Identifier, Moment, Words
from goals.store.tables.base import RUNNING, Stored


class SmartReport(Stored, tablename="smart_report", db=RUNNING):
    """The verdict of the SMART checker on a revision, kept as it was."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    commission_id = Identifier()
    revision_id = Identifier()
    rules_version = Words()
    language = Words()
    grade = Words()
    score = Count()
    coverage = Count()
    specific = Words()
    measurable = Words()
    accepted = Words()
    realistic = Words()
    time_bound = Words()
    findings = Document()
    evidence = Document()
    checked_at = Moment()


class SmartSuppression(Stored, tablename="smart_suppression", db=RUNNING):
    """A finding somebody set aside, and why."""

    org_id = Identifier()
    id = Identifier(primary_key=True)
    commission_id = Identifier()
    rule = Words()
    field = Words()
    span_text = Words()
    reason = Words()
    side = Words()
    author_id = Identifier()
    expires_on = Day(null=True)
    created_at = Moment()
