"""SMART reports: the checker's verdict on a revision, stored with the rules it was made by.

A report is written with every revision. Acceptance looks again as of the day of signing, so that
a deadline that has passed meanwhile, or new experience, is not overlooked.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from goals import smart
from goals.domain.enums import ResourceKind
from goals.domain.identity import uuid7
from goals.domain.situation import Situation
from goals.services.acting import Acting
from goals.services.context import ActContext
from goals.services.situations import smart_failures
from goals.smart import record as known
from goals.smart.config import fingerprint
from goals.store import checking, revisions
from goals.store.acting import LoadedCommission
from goals.store.checking import Known, SetAside, SignedBy
from goals.store.revisions import Wording
from goals.store.smart_reports import SmartReportRow
from goals.store.transaction import Transaction

_COLUMNS = {
    "specific": "specific",
    "measurable": "measurable",
    "accepted": "accepted",
    "realistic": "realistic",
    "timeBound": "time_bound",
}
_DIMENSIONS = {name: column.upper() for name, column in _COLUMNS.items()}
_DAYS = frozenset(
    {"pt", "personentage", "personentag", "person-days", "person days", "days", "tage"}
)


def row(
    context: ActContext,
    commission_id: UUID,
    wording: Wording,
    *,
    customer: str | None,
    record: known.Record | None = None,
    history: known.History | None = None,
    suppressions: Sequence[SetAside] = (),
) -> SmartReportRow:
    """The verdict on a revision as of the day of the act, as a row not yet inserted."""
    revision = wording.revision
    today = context.now.astimezone(ZoneInfo(revision.deadline_time_zone)).date()
    report = smart.check(
        draft_of(wording, customer),
        record=record,
        history=history,
        today=today,
        config=_config(suppressions),
    )
    return SmartReportRow(
        org_id=context.org_id,
        id=uuid7(context.now),
        commission_id=commission_id,
        revision_id=revision.id,
        checked_at=context.now,
        **as_columns(report),
    )


def as_columns(report: smart.Report) -> dict[str, Any]:
    """A report as the columns of its row: verdicts in capitals, messages in both languages."""
    verdicts = {
        column: str(report.verdicts[name]).upper()  # type: ignore[index]
        for name, column in _COLUMNS.items()
    }
    return {
        "rules_version": report.rules_version,
        "language": report.language,
        "grade": str(report.grade),
        "score": report.score,
        "coverage": round(report.coverage * 100),
        **verdicts,
        "findings": [
            {
                "rule": found.code,
                "dimension": _DIMENSIONS[found.dimension],
                "severity": found.severity.upper(),
                "field": str(found.field),
                "index": found.index,
                "start": found.start,
                "end": found.end,
                "message": {"de": found.message("de"), "en": found.message("en")},
                "fix": {"de": found.fix("de"), "en": found.fix("en")},
            }
            for found in report.findings
        ],
        "evidence": [
            {
                "dimension": _DIMENSIONS[found.dimension],
                "kind": str(found.kind),
                "field": str(found.field),
                "index": found.index,
                "start": found.start,
                "end": found.end,
            }
            for found in report.evidence
        ],
    }


def draft_of(wording: Wording, customer: str | None) -> smart.Draft:
    """The words of a revision as the checker reads them."""
    revision = wording.revision
    return smart.Draft(
        goal=revision.goal or "",
        benefit=revision.benefit or "",
        customer=customer,
        criteria=tuple(
            smart.CriterionText(
                text=each.text,
                kind=each.kind,
                direction=each.direction,
                baseline=_number(each.baseline),
                target=_number(each.target),
                unit=each.unit,
                method=each.method or each.source,
                observer=each.observer,
            )
            for each in wording.criteria
        ),
        deadline=revision.deadline or "",
        resources=tuple(each.text for each in wording.resources),
    )


def record_of(
    wording: Wording, loaded: LoadedCommission, situation: Situation, lived: Known
) -> known.Record:
    """The acts on the commission at this revision, as the checker wants to see them."""
    revision = wording.revision
    return known.Record(
        revision=revision.number,
        revision_hash=revision.content_hash,
        customer=str(loaded.customer_id),
        supplier=str(loaded.supplier_id),
        signatures=tuple(
            known.Signed(
                each.side, each.person_id, revision.number, each.revision_hash, each.decision
            )
            for each in lived.signatures
        ),
        questions=tuple(question.id for question in situation.open_questions),
        resources=tuple(
            known.Provision(each.kind, each.status, _number(each.amount), each.unit, each.side)
            for each in wording.resources
        ),
        duties=tuple(known.Obligation(each.side, each.text, each.due) for each in wording.duties),
        dependencies=tuple(known.Dependency(*each) for each in lived.dependencies),
        risks=tuple(
            known.Threat(each.text, each.likelihood, each.impact, each.treatment, each.owner)
            for each in wording.risks
        ),
        effort_days=_effort(wording),
        started=situation.today if loaded.agreed_at is None else loaded.agreed_at.date(),
    )


def history_of(lived: Known) -> known.History | None:
    """How comparable commissions went; None where there are none."""
    if not lived.count:
        return None
    p5, p20, p50, p80 = (_quantile(lived.lead_days, share) for share in (5, 20, 50, 80))
    return known.History(
        snapshot=f"n{lived.count}-r{lived.reached}-p{p50}",
        count=lived.count,
        reached=lived.reached,
        p5=p5,
        p20=p20,
        p50=p50,
        p80=p80,
        similarity="supplier team and commitment",
    )


async def checked(
    tx: Transaction,
    context: ActContext,
    loaded: LoadedCommission,
    situation: Situation,
    wording: Wording,
) -> SmartReportRow:
    """Check a revision of an existing commission with everything that is known of it by now."""
    lived = await _known(tx, context, loaded, wording)
    return _row_of(context, loaded, situation, wording, lived)


class Rechecked:
    """The verdict as of the day of signing: made before the decision, kept with the signature."""

    def __init__(self, context: ActContext) -> None:
        self._context = context
        self._seen: tuple[Wording, Known] | None = None

    async def renew(
        self, tx: Transaction, loaded: LoadedCommission, situation: Situation
    ) -> Situation:
        """The situation with the failures of today's verdict on the revision on the table.

        Nobody answers for a finding on behalf of the other side: only own suppressions count.
        """
        wording = await revisions.read(tx, self._context.org_id, loaded.signing_revision_id)
        if wording is None:
            return situation
        lived = await _known(tx, self._context, loaded, wording)
        self._seen = wording, lived
        own = tuple(each for each in lived.suppressions if each.side in loaded.sides)
        made = _row_of(self._context, loaded, situation, wording, replace(lived, suppressions=own))
        verdicts = {name: getattr(made, name) for name in _COLUMNS.values()}
        failures = smart_failures({**verdicts, "findings": made.findings})
        return replace(situation, smart_failures=failures)

    def keep(self, doing: Acting) -> None:
        """Store the verdict that holds with this signature, the last one for A included."""
        if self._seen is None:
            return
        wording, lived = self._seen
        signed = SignedBy(
            doing.own_side, str(self._context.person_id), doing.loaded.signing_hash, "ACCEPT"
        )
        lived = replace(lived, signatures=(*lived.signatures, signed))
        doing.rows.append(_row_of(self._context, doing.loaded, doing.situation, wording, lived))


async def _known(
    tx: Transaction, context: ActContext, loaded: LoadedCommission, wording: Wording
) -> Known:
    return await checking.find(
        tx,
        context.org_id,
        commission_id=loaded.id,
        revision_id=wording.revision.id,
        supplier_team_id=loaded.supplier_team_id,
        commitment=loaded.commitment,
    )


def _row_of(
    context: ActContext,
    loaded: LoadedCommission,
    situation: Situation,
    wording: Wording,
    lived: Known,
) -> SmartReportRow:
    return row(
        context,
        loaded.id,
        wording,
        customer=loaded.customer_label,
        record=record_of(wording, loaded, situation, lived),
        history=history_of(lived),
        suppressions=lived.suppressions,
    )


def _config(suppressions: Sequence[SetAside]) -> smart.Config:
    return smart.DEFAULT._replace(
        suppressions=tuple(
            smart.Suppression(
                rule=each.rule,
                reason=each.reason,
                author=each.author_id,
                expires=each.expires_on,
                field=each.field,
                fingerprint=fingerprint(each.span_text),
            )
            for each in suppressions
        ),
    )


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _effort(wording: Wording) -> float | None:
    """Planned person-days, where people are stated in days."""
    days = [
        float(each.amount)
        for each in wording.resources
        if each.kind == ResourceKind.PEOPLE
        and each.amount is not None
        and (each.unit or "").casefold() in _DAYS
    ]
    return sum(days) if days else None


def _quantile(ordered: Sequence[int], percent: int) -> float | None:
    """The nearest-rank quantile (Hyndman and Fan 1996, type 1)."""
    if not ordered:
        return None
    return float(ordered[max(0, -(-len(ordered) * percent // 100) - 1)])
