"""SMART reports: verdicts of the check, with findings and evidence."""

from datetime import date, datetime

from goals.api import derived
from goals.api.enums import SmartGrade, SmartSeverity
from goals.api.fields import column, computed, enum_expression, one, picked
from goals.api.links import CommissionLink, RevisionLink
from goals.api.node import Node, described, entity
from goals.api.visibility import OF_COMMISSION
from goals.domain.enums import Dimension, Language, Verdict
from goals.reads.sources import Column


@described
class SmartFinding:
    """Something a rule of the SMART check objects to, and how to mend it."""

    rule: str = picked("The code of the rule, such as `M204`; codes are never reused.")
    dimension: Dimension = picked("The letter of SMART it counts for.")
    severity: SmartSeverity = picked("How much it weighs.")
    field: str = picked("The field it is about, such as `goal` or `criteria`.")
    index: int = picked("The place of the criterion, from 0; 0 for other fields.")
    start: int = picked("Where the words begin, in code points of the field's text.")
    end: int = picked("Where the words end, in code points of the field's text.")
    message: str = picked("What is wrong and why, in the viewer's language.")
    fix: str = picked("How to mend it, in the viewer's language.")


@described
class SmartEvidence:
    """Words that speak for a dimension."""

    dimension: Dimension = picked("The letter of SMART it speaks for.")
    kind: str = picked("What sort of evidence it is, such as `target` or `deadline`.")
    field: str = picked("The field it lies in.")
    index: int = picked("The place of the criterion, from 0; 0 for other fields.")
    start: int = picked("Where the words begin, in code points of the field's text.")
    end: int = picked("Where the words end, in code points of the field's text.")


@entity("smart_report", OF_COMMISSION)
class SmartReport(Node):
    """A stored verdict, so that it stays explainable when the rules have moved on."""

    commission: CommissionLink = one("The commission it belongs to.", "commission_id")
    revision: RevisionLink = one("The revision that was checked.", "revision_id")
    rules_version: str = column("The version of the rules.", kind="plain")
    language: Language | None = enum_expression(
        "The language the text was read in; null when unclear.", derived.language, Language
    )
    grade: SmartGrade = column("The verdict as a whole.")
    score: int = column("0 to 100, for sorting lists only.")
    coverage: int = column("How much could be judged at all, in per cent.")
    specific: Verdict = column("The verdict on S: concrete.")
    measurable: Verdict = column("The verdict on M: measurable.")
    accepted: Verdict = column("The verdict on A: accepted by both sides.")
    realistic: Verdict = column("The verdict on R: realistic, also in view of resources.")
    time_bound: Verdict = column("The verdict on T: terminated by a date.")
    findings: list[SmartFinding] = computed(
        "What the rules object to.", derived.findings, stored=Column("findings", "json")
    )
    evidence: list[SmartEvidence] = computed(
        "What speaks for each dimension.", derived.stored_list, stored=Column("evidence", "json")
    )
    checked_at: datetime = column("When it was checked.")


@described
class SmartCheck:
    """A verdict on a text that is not stored."""

    rules_version: str = picked("The version of the rules.")
    language: Language | None = picked("The language the text was read in; null when unclear.")
    grade: SmartGrade = picked("The verdict as a whole.")
    score: int = picked("0 to 100, for sorting lists only.")
    coverage: int = picked("How much could be judged at all, in per cent.")
    specific: Verdict = picked("The verdict on S: concrete.")
    measurable: Verdict = picked("The verdict on M: measurable.")
    accepted: Verdict = picked("The verdict on A: accepted by both sides.")
    realistic: Verdict = picked("The verdict on R: realistic, also in view of resources.")
    time_bound: Verdict = picked("The verdict on T: terminated by a date.")
    findings: list[SmartFinding] = picked("What the rules object to.")
    evidence: list[SmartEvidence] = picked("What speaks for each dimension.")
    deadline: date | None = picked("The deadline found in the text.")
