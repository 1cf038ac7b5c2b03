"""Evaluations: when both sides have assessed, or their window is over, the outcome is derived."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from goals.domain.canonical import plain
from goals.domain.enums import Priority, SatisfactionAspect, Side
from goals.domain.identity import uuid7
from goals.domain.moments import local_day
from goals.domain.outcome import CriterionRecord, Evaluation, evaluate
from goals.services.acting import Acting
from goals.services.attainments import effective
from goals.store import assessments, criteria
from goals.store.criteria import CriterionFacts
from goals.store.evaluations import EvaluationRow


@dataclass(frozen=True, slots=True)
class View:
    """One side's assessment that is not stored yet: percent by criterion, grades by aspect."""

    side: Side
    judged: Mapping[UUID, int]
    perceived: Mapping[SatisfactionAspect, int | None]


async def conclude(doing: Acting, last: View | None = None) -> None:
    """Unseal the assessments and store the evaluation, as part of the act that closes.

    ``last`` is the assessment given by this very act, if it is one.
    """
    context, loaded = doing.context, doing.loaded
    doing.also += assessments.unsealing(context.org_id, loaded.id, context.now)
    found = await _evaluated(doing, last)
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


async def _evaluated(doing: Acting, last: View | None) -> Evaluation:
    org_id, loaded = doing.context.org_id, doing.loaded
    facts = await criteria.facts(doing.tx, org_id, loaded.current_revision_id)
    stored = await assessments.perceived(doing.tx, org_id, loaded.id)
    perceived = {
        Side(side): {
            aspect: grade
            for aspect in SatisfactionAspect
            if (grade := grades[aspect.lower()]) is not None
        }
        for side, grades in stored.items()
    }
    if last is not None:
        perceived[last.side] = {
            aspect: grade for aspect, grade in last.perceived.items() if grade is not None
        }
    delivered_on = (
        None if loaded.delivered_at is None else local_day(loaded.delivered_at, loaded.time_zone)
    )
    return evaluate(
        [_record(each, last) for each in facts],
        delivered_on=delivered_on,
        first_agreed=loaded.first_agreed_deadline,
        current=loaded.deadline,
        perceived=perceived,
    )


def _record(facts: CriterionFacts, last: View | None) -> CriterionRecord:
    judged = {Side.CUSTOMER: facts.customer, Side.SUPPLIER: facts.supplier}
    if last is not None:
        judged[last.side] = last.judged.get(facts.id)
    return CriterionRecord(
        id=str(facts.id),
        priority=Priority(facts.priority),
        weight=facts.weight,
        measured=effective(facts),
        reviewed_met=facts.reviewed_met,
        customer=judged[Side.CUSTOMER],
        supplier=judged[Side.SUPPLIER],
    )
