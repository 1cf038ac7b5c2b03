"""The checker: a draft in, a report out.

``check_text`` judges one sentence, ``check`` a whole commission with its records. Pure: the date
and every snapshot come in, so the same input gives the same report. Steps: ``reading``, the rules
of ``catalogue``, ``evidence``, ``verdicts``.
"""

import datetime as dt
from functools import lru_cache
from typing import Final

from goals.smart.catalogue import all_rules, rules_version
from goals.smart.checked import Checked
from goals.smart.config import DEFAULT, SEVERITIES, Config, Severity, fingerprint
from goals.smart.evidence import gather, resolved_deadline
from goals.smart.fields import Draft
from goals.smart.reading import read
from goals.smart.record import History, Record
from goals.smart.report import Report
from goals.smart.rule import DIMENSIONS, Dimension, Finding, Rule
from goals.smart.spans import Field
from goals.smart.verdicts import Evidence, Verdict, grade, judge, score

_TEXT_DIMENSIONS: Final = ("specific", "measurable", "timeBound")


def check_text(
    text: str,
    *,
    language: str | None = None,
    today: dt.date,
    config: Config = DEFAULT,
    kind: str | None = None,
) -> Report:
    """Judge one sentence; what was not asked for (customer, benefit) is not missed."""
    draft = Draft(goal=text, language=language, kind=kind, plain=True)
    return check(draft, today=today, config=config)


def check(
    draft: Draft,
    *,
    record: Record | None = None,
    history: History | None = None,
    today: dt.date,
    config: Config = DEFAULT,
) -> Report:
    """Judge a commission: its words, its record at this revision, and the experience there is."""
    config = config.for_kind(draft.kind)
    checked = read(draft, record=record, history=history, today=today, config=config)
    findings = _findings(checked)
    evidence = gather(checked)
    verdicts = _verdicts(checked, findings, evidence)
    number, coverage = score(verdicts, findings)
    deadline = resolved_deadline(checked)
    return Report(
        language=checked.language or draft.language or "und",
        grade=grade(verdicts),
        score=number,
        coverage=coverage,
        verdicts=verdicts,
        findings=tuple(findings),
        evidence=tuple(evidence),
        deadline=deadline,
        rules_version=rules_version(),
        snapshot=history.snapshot if history else None,
    )


@lru_cache(maxsize=64)
def _active(settings: tuple[tuple[str, str], ...]) -> tuple[tuple[Rule, Severity | None, int], ...]:
    """The rules that are on, with a severity where it differs from the rule's own."""
    chosen = dict(settings)
    active: list[tuple[Rule, Severity | None, int]] = []
    for rule in all_rules():
        severity = chosen.get(rule.code)
        if severity == "off":
            continue
        active.append((rule, _severity(severity, rule), rule.needs))
    return tuple(active)


def _severity(name: str | None, rule: Rule) -> Severity | None:
    for severity in SEVERITIES:
        if severity == name and name != rule.severity:
            return severity
    return None


def _findings(checked: Checked) -> list[Finding]:
    speechless = checked.language is None or _nothing_said(checked)
    flags, found = checked.flags, []
    for rule, severity, needs in _active(tuple(sorted(checked.config.rules.items()))):
        if needs and not needs & flags:
            continue
        if speechless and not rule.data and rule.dimension in _TEXT_DIMENSIONS:
            continue
        for finding in rule.check(checked):
            if severity is not None:
                finding = finding._replace(severity=severity)
            found.append(finding)
    if checked.config.suppressions:
        found = [finding for finding in found if not _suppressed(finding, checked)]
    return found


def _nothing_said(checked: Checked) -> bool:
    """An empty sentence, or signs only: nothing to judge (an empty goal *field* is judged)."""
    if any(token.text[0].isalpha() for token in checked.goal.tokens):
        return False
    return checked.draft.plain


def _suppressed(finding: Finding, checked: Checked) -> bool:
    for entry in checked.config.suppressions:
        if entry.rule != finding.code or (entry.expires and entry.expires < checked.today):
            continue
        if entry.field is not None and entry.field != finding.field:
            continue
        if entry.fingerprint in (None, fingerprint(words_at(finding, checked.draft))):
            return True
    return False


def words_at(finding: Finding, draft: Draft) -> str:
    """The raw words a finding points at; "" for a finding on a record or an empty field."""
    raw = ""
    if finding.field is Field.CRITERIA:
        raw = draft.criteria[finding.index].text if finding.index < len(draft.criteria) else ""
    elif finding.field is Field.RESOURCES:
        raw = draft.resources[finding.index] if finding.index < len(draft.resources) else ""
    elif finding.field in (Field.GOAL, Field.BENEFIT, Field.CUSTOMER, Field.DEADLINE):
        value = getattr(draft, finding.field)
        raw = value if isinstance(value, str) else ""
    return raw[finding.start : finding.end]


def _verdicts(
    checked: Checked, findings: list[Finding], evidence: list[Evidence]
) -> dict[Dimension, Verdict]:
    verdicts: dict[Dimension, Verdict] = {}
    for name in DIMENSIONS:
        mine = [finding for finding in findings if finding.rule.dimension == name]
        proof = [item for item in evidence if item.dimension == name]
        verdicts[name] = judge(mine, proof, known=_known(name, checked, mine, proof))
    return verdicts


def _known(
    name: Dimension, checked: Checked, findings: list[Finding], evidence: list[Evidence]
) -> bool:
    """Whether there is data at all: A needs a signature, R a record, words a language."""
    serious = [finding for finding in findings if finding.severity != "advice"]
    if name == "accepted":
        if checked.record is None:
            return False
        return bool(checked.record.signatures) or any(
            finding.severity == "error" for finding in findings
        )
    if name == "realistic":
        from_data = [finding for finding in serious if finding.rule.data]
        return bool(evidence or from_data)
    if checked.language is None or _nothing_said(checked):
        return bool(evidence) and name == "timeBound"
    return bool(serious or evidence)
