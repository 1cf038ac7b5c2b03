"""Verdicts: per dimension pass, warn, fail or unknown, each pass with its positive evidence.

``judge`` is the only place where a verdict is made; ``PASS`` cannot come out of it without
evidence. Findings come from the rules, evidence from ``evidence``.
"""

import enum
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from goals.smart.rule import DIMENSIONS, Dimension, Finding
from goals.smart.spans import Field


class Verdict(enum.StrEnum):
    """What can be said of a dimension."""

    PASS = "pass"  # noqa: S105 - a verdict, not a secret
    WARN = "warn"
    FAIL = "fail"
    UNKNOWN = "unknown"


class Grade(enum.StrEnum):
    """The whole in one word; a number is for sorting only."""

    SMART = "SMART"
    DRAFT_SMART = "DRAFT_SMART"
    ALMOST = "ALMOST"
    NOT_SMART = "NOT_SMART"


class Evidence(NamedTuple):
    """What speaks for a dimension, at a span of the raw field; ``weak`` alone gives a warning."""

    dimension: Dimension
    field: Field
    index: int  # type: ignore[assignment]
    start: int
    end: int
    kind: str
    weak: bool = False


def judge(findings: Sequence[Finding], evidence: Sequence[Evidence]) -> Verdict:
    """One dimension's verdict from its findings and evidence: no evidence, no pass."""
    warned = False
    for finding in findings:
        if finding.severity == "error":
            return Verdict.FAIL
        warned = warned or finding.severity == "warning"
    if warned:
        return Verdict.WARN
    for item in evidence:
        if not item.weak:
            return Verdict.PASS
    return Verdict.WARN if evidence else Verdict.UNKNOWN


def grade(verdicts: Mapping[Dimension, Verdict]) -> Grade:
    """SMART: all pass; DRAFT_SMART: words pass, A or R unknown; ALMOST: nothing fails."""
    words = (verdicts["specific"], verdicts["measurable"], verdicts["timeBound"])
    return _grade(words, (verdicts["accepted"], verdicts["realistic"]))


@cache
def _grade(words: tuple[Verdict, ...], others: tuple[Verdict, ...]) -> Grade:
    rest = set(others)
    if Verdict.FAIL in words or Verdict.FAIL in rest or set(words) == {Verdict.UNKNOWN}:
        return Grade.NOT_SMART
    if set(words) == {Verdict.PASS} and Verdict.WARN not in rest:
        return Grade.SMART if rest == {Verdict.PASS} else Grade.DRAFT_SMART
    return Grade.ALMOST


_VALUE = {Verdict.PASS: 1.0, Verdict.WARN: 0.55, Verdict.FAIL: 0.2}
_COST = {"error": 0.1, "warning": 0.06, "advice": 0.01}


def score(verdicts: Mapping[Dimension, Verdict], findings: Sequence[Finding]) -> tuple[int, float]:
    """A number from 0 to 100 over the known dimensions, and their share of all five."""
    values: dict[Dimension, float] = {}
    for name, verdict in verdicts.items():
        if verdict is not Verdict.UNKNOWN:
            values[name] = _VALUE[verdict]
    if not values:
        return 0, 0.0
    for finding in findings:
        name = finding.rule.dimension
        if name in values:
            values[name] -= _COST[finding.severity]
    total = 0.0
    for value in values.values():
        if value > 0:
            total += value
    return round(100 * total / len(values)), len(values) / len(DIMENSIONS)
