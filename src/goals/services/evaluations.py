"""Evaluations: when both sides have assessed, or their window is over, the outcome is derived."""

from goals.domain.canonical import plain
from goals.domain.enums import Priority, SatisfactionAspect, Side
from goals.domain.identity import uuid7
from goals.domain.moments import local_day
from goals.domain.outcome import CriterionRecord, evaluate
from goals.services.acting import Acting
from goals.services.attainments import effective
from goals.store import assessments, criteria
from goals.store.assessments import AssessmentRow
from goals.store.evaluations import EvaluationRow


async def conclude(doing: Acting) -> None:
    """Unseal the assessments and store the evaluation, as part of the act that closes."""
    context, loaded = doing.context, doing.loaded
    await assessments.unseal(doing.tx, context.org_id, loaded.id, context.now)
    facts = await criteria.facts(doing.tx, context.org_id, loaded.current_revision_id)
    given = await assessments.of_commission(doing.tx, context.org_id, loaded.id)
    delivered_on = (
        None if loaded.delivered_at is None else local_day(loaded.delivered_at, loaded.time_zone)
    )
    found = evaluate(
        [
            CriterionRecord(
                id=str(each.id),
                priority=Priority(each.priority),
                weight=each.weight,
                measured=effective(each),
                reviewed_met=each.reviewed_met,
                customer=each.customer,
                supplier=each.supplier,
            )
            for each in facts
        ],
        delivered_on=delivered_on,
        first_agreed=loaded.first_agreed_deadline,
        current=loaded.deadline,
        perceived={Side(row.side): _perceived(row) for row, _ in given},
    )
    doing.rows.append(
        EvaluationRow(
            **doing.key,
            id=uuid7(context.now),
            outcome=found.outcome,
            timeliness_first_agreed=found.timeliness_first_agreed,
            timeliness_current=found.timeliness_current,
            attainment=found.attainment.fraction,
            disagreements=[plain(each) for each in found.disagreements],
            evaluated_at=context.now,
        )
    )
    doing.changes |= {"outcome": found.outcome, "closed_at": context.now}
    doing.body |= {"outcome": found.outcome}


def _perceived(row: AssessmentRow) -> dict[SatisfactionAspect, int]:
    grades = {aspect: getattr(row, f"{aspect.lower()}_perceived") for aspect in SatisfactionAspect}
    return {aspect: grade for aspect, grade in grades.items() if grade is not None}
