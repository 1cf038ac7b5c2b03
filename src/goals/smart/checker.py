"""The checker: a draft in, a report out.

``check_text`` judges one sentence, ``check`` a whole commission with its records. Pure: the date
and every snapshot come in, so the same input gives the same report. Steps: ``reading``, the rules
of ``catalogue``, ``evidence``, ``verdicts``.
"""

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING, Final, NamedTuple

from goals.smart.catalogue import all_rules, rules_version
from goals.smart.checked import Checked
from goals.smart.config import DEFAULT, SEVERITIES, Config, Severity, fingerprint
from goals.smart.evidence import gather, resolved_deadline
from goals.smart.fields import Draft
from goals.smart.reading import read
from goals.smart.report import Report
from goals.smart.rule import DIMENSIONS, Dimension, Finding, Rule
from goals.smart.spans import Field
from goals.smart.verdicts import Evidence, Verdict, grade, judge, score
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.record import History, Record

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
    record: "Record | None" = None,
    history: "History | None" = None,
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


class _Active(NamedTuple):
    """A rule that is on; its severity where the settings change it; what must occur in a draft."""

    rule: Rule
    severity: Severity | None
    needs: int


class _Form(NamedTuple):
    """What of a draft decides which rules are on, apart from its words."""

    settings: tuple[tuple[str, str], ...]
    plain: bool
    recorded: bool
    speechless: bool


@lru_cache(maxsize=64)
def _active(form: _Form) -> tuple[_Active, ...]:
    """The rules that are on and can have something to say of this form of draft."""
    chosen = dict(form.settings)
    active: list[_Active] = []
    for rule in all_rules():
        severity = chosen.get(rule.code)
        if severity == "off" or (form.plain and rule.of_fields):
            continue
        if rule.data and not form.recorded:
            continue
        if form.speechless and not rule.data and rule.dimension in _TEXT_DIMENSIONS:
            continue
        needs = rule.needs
        if rule.dimension == "timeBound":
            needs = needs or c.TIME_SEEN
        active.append(_Active(rule, _severity(severity, rule), needs))
    return tuple(active)


@lru_cache(maxsize=64)
def _telling(form: _Form) -> int:
    """All that any active rule needs."""
    return reduce(or_, (each.needs for each in _active(form)), 0)


@lru_cache(maxsize=1 << 12)
def _asked(form: _Form, seen: int) -> tuple[tuple[Rule, Severity | None], ...]:
    """The rules to ask of a draft in which the classes ``seen`` occur."""
    return tuple(
        (each.rule, each.severity) for each in _active(form) if not each.needs or each.needs & seen
    )


def _severity(name: str | None, rule: Rule) -> Severity | None:
    for severity in SEVERITIES:
        if severity == name and name != rule.severity:
            return severity
    return None


def _findings(checked: Checked) -> list[Finding]:
    config = checked.config
    recorded = checked.record is not None or checked.history is not None
    settings = tuple(sorted(config.rules.items())) if config.rules else ()
    form = _Form(settings, checked.draft.plain, recorded, checked.speechless)
    found: list[Finding] = []
    for rule, severity in _asked(form, checked.flags & _telling(form)):
        if severity is None:
            found.extend(rule.check(checked))
        else:
            found.extend(one._replace(severity=severity) for one in rule.check(checked))
    if config.suppressions:
        found = [finding for finding in found if not _suppressed(finding, checked)]
    return found


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
        given = draft.resources or ()
        raw = given[finding.index] if finding.index < len(given) else ""
    elif finding.field in (Field.GOAL, Field.BENEFIT, Field.CUSTOMER, Field.DEADLINE):
        value = getattr(draft, finding.field)
        raw = value if isinstance(value, str) else ""
    return raw[finding.start : finding.end]


def _verdicts(
    checked: Checked, findings: list[Finding], evidence: list[Evidence]
) -> dict[Dimension, Verdict]:
    told: dict[Dimension, list[Finding]] = {}
    shown: dict[Dimension, list[Evidence]] = {}
    for finding in findings:
        told.setdefault(finding.rule.dimension, []).append(finding)
    for item in evidence:
        shown.setdefault(item.dimension, []).append(item)
    verdicts: dict[Dimension, Verdict] = {}
    for name in DIMENSIONS:
        against, by = told.get(name, _NONE), shown.get(name, _NONE)
        known = (against or by) and _known(name, checked, against, by)
        verdicts[name] = judge(against, by) if known else Verdict.UNKNOWN
    return verdicts


_NONE: Final[tuple[()]] = ()


def _known(
    name: Dimension,
    checked: Checked,
    findings: Sequence[Finding],
    evidence: Sequence[Evidence],
) -> bool:
    """Whether there is data at all: A needs a signature, R a record, words a language."""
    if name == "accepted":
        if checked.record is None:
            return False
        return bool(checked.record.signatures) or any(
            finding.severity == "error" for finding in findings
        )
    if name == "realistic":
        if evidence:
            return True
        return any(finding.rule.data and finding.severity != "advice" for finding in findings)
    if checked.speechless:
        return bool(evidence) and name == "timeBound"
    return bool(evidence) or any(finding.severity != "advice" for finding in findings)
