"""The report: what the checker says of one draft, and its form as an output object.

Made by ``checker``; ``as_dict`` is the line that ``goals lint --format ndjson`` prints.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from goals.smart.rule import DIMENSIONS, Dimension, Finding
from goals.smart.spans import Field
from goals.smart.verdicts import Evidence, Grade, Verdict


class Report(NamedTuple):
    """Verdicts with their findings and evidence; messages are made on demand, in de or en.

    ``coverage`` is the share of the five dimensions that are known, ``snapshot`` the id of the
    history used, ``deadline`` the day the commission's deadline means.
    """

    language: str
    grade: Grade
    score: int
    coverage: float
    verdicts: Mapping[Dimension, Verdict]
    findings: tuple[Finding, ...]
    evidence: tuple[Evidence, ...]
    deadline: dt.date | None
    rules_version: str
    snapshot: str | None = None

    def has_errors(self) -> bool:
        """Whether a finding is at error level."""
        return any(finding.severity == "error" for finding in self.findings)

    def as_dict(self, language: str | None = None) -> dict[str, Any]:
        """The output object; messages in ``language`` (default: that of the goal, else English)."""
        speak = language or self.language
        return {
            "language": self.language,
            "grade": str(self.grade),
            "score": self.score,
            "coverage": self.coverage,
            "verdicts": {name: str(self.verdicts[name]) for name in DIMENSIONS},
            "findings": [_finding(finding, speak) for finding in self.findings],
            "evidence": [
                {
                    "dimension": item.dimension,
                    **_place(item.field, item.index, item.start, item.end),
                    "kind": item.kind,
                }
                for item in self.evidence
            ],
            "deadline": self.deadline.isoformat() if self.deadline else None,
        }


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    return {
        "rule": finding.code,
        "dimension": finding.dimension,
        "severity": finding.severity,
        **_place(finding.field, finding.index, finding.start, finding.end),
        "message": finding.message(language),
        "fix": finding.fix(language),
    }


def _place(field: Field, index: int, start: int, end: int) -> dict[str, Any]:
    """Where: criteria and resources are lists, so they carry the position in the list too."""
    place: dict[str, Any] = {"field": str(field), "start": start, "end": end}
    if field in (Field.CRITERIA, Field.RESOURCES):
        place["index"] = index
    return place
