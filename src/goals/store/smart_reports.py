"""SMART reports, kept as they were, and findings somebody set aside."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from goals.store.tables import SmartReport, SmartSuppression
from goals.store.tables.base import Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class SmartReportRow:
    """A row of smart_report."""

    TABLE: ClassVar[type[Stored]] = SmartReport

    org_id: UUID
    id: UUID
    commission_id: UUID
    revision_id: UUID
    rules_version: str
    language: str
    grade: str
    score: int
    coverage: int
    specific: str
    measurable: str
    accepted: str
    realistic: str
    time_bound: str
    findings: Any
    evidence: Any
    checked_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SmartSuppressionRow:
    """A row of smart_suppression."""

    TABLE: ClassVar[type[Stored]] = SmartSuppression

    org_id: UUID
    id: UUID
    commission_id: UUID
    rule: str
    field: str
    span_text: str
    reason: str
    side: str
    author_id: UUID
    expires_on: date | None = None
    created_at: datetime
