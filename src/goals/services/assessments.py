"""Assessments: one per side, sealed until both are in or their window is over."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from goals.domain.decide import Effect
from goals.domain.enums import Act, SatisfactionAspect, Side
from goals.domain.identity import uuid7
from goals.services import evaluations, factors
from goals.services.acting import Acting, perform
from goals.services.context import ActContext, ActResult
from goals.services.evaluations import View
from goals.services.forms import LONG, Form
from goals.services.requests import AssessRequest, FactorPart
from goals.store.assessments import AssessmentJudgementRow, AssessmentRow

MOST_PERCENT = 1000


@dataclass(frozen=True, slots=True)
class _Clean:
    """An assessment whose grades and texts are clean."""

    judgements: dict[UUID, tuple[int, str | None]]
    grades: dict[str, Any]
    factors: list[FactorPart]
    comment: str | None


async def assess(context: ActContext, request: AssessRequest) -> ActResult:
    """Give one's own side's view; what it says stays sealed, and history holds none of it."""
    clean = _checked(request)

    async def work(doing: Acting) -> None:
        _only_known(clean, doing.situation.criteria)
        is_last = Effect.EVALUATED in doing.decision.effects
        made = doing.new("Assessment")
        doing.rows.append(
            AssessmentRow(
                **doing.key,
                id=made,
                side=doing.own_side,
                person_id=context.person_id,
                **clean.grades,
                comment=clean.comment,
                submitted_at=context.now,
                unsealed_at=context.now if is_last else None,
            )
        )
        doing.rows += [
            AssessmentJudgementRow(
                org_id=context.org_id,
                id=uuid7(context.now),
                assessment_id=made,
                criterion_id=criterion,
                position=at,
                attainment=attainment,
                comment=comment,
            )
            for at, (criterion, (attainment, comment)) in enumerate(clean.judgements.items(), 1)
        ]
        await factors.store(doing, clean.factors, made, sealed=not is_last)
        if is_last:
            await evaluations.conclude(doing, _view(doing.own_side, clean))

    return await perform(context, request.commission_id, Act.ASSESS, work)


def _checked(request: AssessRequest) -> _Clean:
    form = Form()
    judgements: dict[UUID, tuple[int, str | None]] = {}
    for at, part in enumerate(request.judgements):
        path = ("judgements", at)
        attainment = form.integer(part.attainment, (*path, "attainment"), 0, MOST_PERCENT)
        comment = form.optional(part.comment, (*path, "comment"), LONG)
        if part.criterion_id is None:
            form.fault("UNKNOWN_CRITERION", (*path, "criterionId"), criterion="")
        elif part.criterion_id in judgements:
            form.fault("DUPLICATE", (*path, "criterionId"))
        else:
            judgements[part.criterion_id] = (attainment, comment)
    grades: dict[str, Any] = {}
    for at, grade in enumerate(request.satisfaction):
        path = ("satisfaction", at)
        name = grade.aspect.lower()
        if f"{name}_expected" in grades:
            form.fault("DUPLICATE", (*path, "aspect"))
        grades[f"{name}_expected"] = form.grade(grade.expected, (*path, "expected"))
        grades[f"{name}_perceived"] = form.grade(grade.perceived, (*path, "perceived"))
    clean = _Clean(
        judgements,
        grades,
        factors.checked(form, request.factors),
        form.optional(request.comment, "comment", LONG),
    )
    form.check()
    return clean


def _view(side: Side, clean: _Clean) -> View:
    """What this side says, as the evaluation counts it before it is stored."""
    return View(
        side,
        {criterion: attainment for criterion, (attainment, _) in clean.judgements.items()},
        {aspect: clean.grades.get(f"{aspect.lower()}_perceived") for aspect in SatisfactionAspect},
    )


def _only_known(clean: _Clean, known: frozenset[str]) -> None:
    form = Form()
    for at, criterion in enumerate(clean.judgements):
        if str(criterion) not in known:
            form.fault(
                "UNKNOWN_CRITERION", ("judgements", at, "criterionId"), criterion=str(criterion)
            )
    form.check()
