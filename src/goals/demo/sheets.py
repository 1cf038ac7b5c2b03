"""Sheets: the rows of a thin commission, as tuples that the engine takes.

The one rule: each sheet names its columns, and the tuple beside it has them in that order. What
they say is decided in ``thin`` and ``fates``.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from goals.demo.wordings import CRITERION, REPORT, Verdict, verdict
from goals.domain.attainment import UNKNOWN
from goals.domain.outcome import timeliness
from goals.services.contents import DEFAULT_TIME_ZONE
from goals.store.assessments import AssessmentJudgementRow, AssessmentRow
from goals.store.bulk import Row, Sheet
from goals.store.commissions import CommissionRow, CommissionTagRow
from goals.store.deliveries import DeliveryRow
from goals.store.evaluations import EvaluationRow
from goals.store.measurements import MeasurementRow
from goals.store.revisions import RevisionRow
from goals.store.signatures import SignatureRow

if TYPE_CHECKING:
    from datetime import datetime

    from goals.demo.thin import Thin


def _columns(*lines: str) -> tuple[str, ...]:
    return tuple(" ".join(lines).split())


COMMISSION = Sheet(
    CommissionRow,
    _columns(
        "org_id id number key title customer_id customer_team_id supplier_id supplier_team_id",
        "commitment state initiator self_commission version current_revision_id deadline",
        "first_agreed_deadline created_by_id created_at updated_at proposed_at agreed_at",
        "delivered_at evaluating_at closed_at lapsed ended_by end_reason outcome",
    ),
)
REVISION = Sheet(
    RevisionRow,
    _columns(
        "org_id id commission_id number content_hash author_id author_side created_at goal benefit",
        "deadline deadline_time_zone check_in_cadence_days",
    ),
)
SIGNATURE = Sheet(
    SignatureRow,
    _columns(
        "org_id id commission_id revision_id revision_hash side person_id decision signed_at",
        "confidence note reason alternative override_reason event_seq",
    ),
)
TAG = Sheet(CommissionTagRow, ("org_id", "commission_id", "tag"))
DELIVERY = Sheet(
    DeliveryRow,
    _columns("org_id id commission_id revision_id number delivered_by_id delivered_at"),
)
ASSESSMENT = Sheet(
    AssessmentRow,
    _columns(
        "org_id id commission_id side person_id overall_expected overall_perceived submitted_at",
        "unsealed_at",
    ),
)
JUDGEMENT = Sheet(
    AssessmentJudgementRow, _columns("org_id id assessment_id criterion_id position attainment")
)
MEASUREMENT = Sheet(
    MeasurementRow,
    _columns(
        "org_id id commission_id criterion_id lineage_id value observed_at recorded_at source",
        "actor_id",
    ),
)
EVALUATION = Sheet(
    EvaluationRow,
    _columns(
        "org_id id commission_id outcome timeliness_first_agreed timeliness_current attainment",
        "disagreements evaluated_at",
    ),
)


@dataclass(slots=True)
class Assessed:
    """What a side said of the criteria, in per cent and in order, and its grades."""

    id: str
    at: "datetime"
    reached: tuple[int, ...]
    expected: int | None
    perceived: int | None


def begun(thin: "Thin") -> list[Row]:
    """The commission with its revision, criteria and the report on their words."""
    past, short, content = thin.past, thin.short, thin.short.spoken.content
    org_id, stamp = past.org_id, past.stamp
    author, day, started = thin.people[thin.initiator][0], stamp(thin.deadline), stamp(thin.started)
    agreed = stamp(thin.agreed)
    named = (org_id, thin.id, thin.number, f"C-{thin.number}", short.spoken.theme.title)
    people = (*thin.people["CUSTOMER"], *thin.people["SUPPLIER"])
    kind = (thin.commitment, thin.state, thin.initiator, False, len(thin.happened))
    days = (thin.revision_id, day, None if agreed is None else day, author, started)
    times = (thin.updated, thin.proposed, thin.agreed, thin.delivered, thin.evaluating, thin.closed)
    ended = (thin.lapsed, thin.ended_by, thin.end_reason)
    outcome = None if thin.verdict is None else thin.verdict.outcome
    written = (org_id, thin.revision_id, thin.id, 1, thin.hash, author, thin.initiator, started)
    says = (content.goal, content.benefit, day, DEFAULT_TIME_ZONE, content.check_in_cadence_days)
    checked = (org_id, thin.near(), thin.id, thin.revision_id, agreed or started)
    return [
        (COMMISSION, (*named, *people, *kind, *days, *map(stamp, times), *ended, outcome)),
        (REVISION, (*written, *says)),
        (TAG, (org_id, thin.id, short.spoken.theme.tags[0])),
        *[
            (CRITERION, (org_id, own, thin.revision_id, own, position, *said))
            for position, (own, said) in enumerate(
                zip(thin.criteria, short.criteria, strict=True), 1
            )
        ],
        (REPORT, (*checked, *(short.drafted if agreed is None else short.signed))),
    ]


def delivery(thin: "Thin", made: str) -> Row:
    """The delivery that waits for its review."""
    past, person = thin.past, thin.people["SUPPLIER"][0]
    about = (past.org_id, made, thin.id, thin.revision_id)
    return DELIVERY, (*about, 1, person, past.stamp(thin.delivered))


def judged(thin: "Thin") -> list[Row]:
    """What was measured and assessed, and the evaluation of a closed one."""
    rows: list[Row] = []
    past, stamp = thin.past, thin.past.stamp
    org_id, closed = past.org_id, stamp(thin.closed)
    if thin.measured_at is not None:
        first, at = thin.criteria[0], stamp(thin.measured_at)
        value, person = thin.short.stretch, thin.people["SUPPLIER"][0]
        about = (org_id, thin.measurement_id, thin.id, first, first)
        rows.append((MEASUREMENT, (*about, value, at, at, "HUMAN", person)))
    for side, said in thin.assessed.items():
        who = (org_id, said.id, thin.id, side, thin.people[side][0])
        rows.append(
            (ASSESSMENT, (*who, said.expected, said.perceived, stamp(said.at), closed)),
        )
        rows += [
            (JUDGEMENT, (org_id, thin.near(), said.id, criterion, position, percent))
            for position, (criterion, percent) in enumerate(
                zip(thin.criteria, said.reached, strict=False), 1
            )
        ]
    if thin.verdict is not None:
        rows.append((EVALUATION, _evaluation(thin, thin.verdict)))
    return rows


def _evaluation(thin: "Thin", found: Verdict) -> tuple[object, ...]:
    when = timeliness(thin.delivered_on, thin.deadline)
    in_time, closed = None if when is None else str(when.value), thin.past.stamp(thin.closed)
    about = (thin.past.org_id, thin.near(), thin.id, found.outcome, in_time, in_time)
    return (*about, found.attainment, found.about(thin.criteria), closed)


def derived(thin: "Thin") -> Verdict:
    """What everything said amounts to."""
    customer, supplier = thin.assessed.get("CUSTOMER"), thin.assessed.get("SUPPLIER")
    return verdict(
        thin.short.weights,
        UNKNOWN if thin.measured_at is None else thin.short.stretched,
        () if customer is None else customer.reached,
        () if supplier is None else supplier.reached,
        (
            None if customer is None else customer.perceived,
            None if supplier is None else supplier.perceived,
        ),
    )
