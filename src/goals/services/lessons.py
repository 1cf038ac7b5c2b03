"""Lessons and actions: what was learnt, and what follows from it."""

from goals.domain.enums import Act
from goals.domain.errors import NotFound
from goals.domain.situation import Request
from goals.services.acting import Acting, perform
from goals.services.context import ActContext, ActResult
from goals.services.forms import LONG, Form
from goals.services.requests import CompleteActionRequest, PlanActionRequest, RecordLessonRequest
from goals.services.subjects import subject_of
from goals.store import people, records
from goals.store.actions import ActionRow
from goals.store.lessons import LessonRow
from goals.store.tables.action import Action


async def record_lesson(context: ActContext, request: RecordLessonRequest) -> ActResult:
    """Keep what was learnt, with tags by which it is found again."""
    form = Form()
    text = form.text(request.text, "text", LONG)
    tags = form.tags(request.tags, "tags")
    form.check()

    async def work(doing: Acting) -> None:
        made = doing.new("Lesson")
        doing.rows += [
            LessonRow(
                **doing.key,
                id=made,
                text=text,
                tags=list(tags),
                reuse_count=0,
                author_id=context.person_id,
                created_at=context.now,
            )
        ]

    return await perform(context, request.commission_id, Act.RECORD_LESSON, work)


async def plan_action(context: ActContext, request: PlanActionRequest) -> ActResult:
    """Plan what to change, sustain or develop; without an owner it is the planner's own."""
    form = Form()
    text = form.text(request.text, "text", LONG)
    due = form.optional_date(request.due, "due")
    form.check()
    owner = request.owner_id or context.person_id

    async def work(doing: Acting) -> None:
        person = await people.find(doing.tx, context.org_id, owner)
        if person is None or not person.active:
            raise NotFound("Person", path=("ownerId",))
        made = doing.new("Action")
        doing.body |= {"kind": str(request.kind)}
        doing.rows += [
            ActionRow(
                **doing.key,
                id=made,
                kind=request.kind,
                text=text,
                owner_id=owner,
                due=due,
                created_by_id=context.person_id,
                created_at=context.now,
            )
        ]

    return await perform(context, request.commission_id, Act.PLAN_ACTION, work)


async def complete_action(context: ActContext, request: CompleteActionRequest) -> ActResult:
    """Say that an action is done, and what effect it had."""
    form = Form()
    effect = form.optional(request.effect_check, "effectCheck", LONG)
    form.check()
    part = await subject_of(context, Action, request.action_id, "actionId")

    async def work(doing: Acting) -> None:
        doing.about("Action", part.id)
        await records.change(
            doing.tx,
            ActionRow,
            {"org_id": context.org_id, "id": part.id},
            done_at=context.now,
            effect_check=effect,
        )

    return await perform(
        context,
        part.commission_id,
        Act.COMPLETE_ACTION,
        work,
        Request(subject=str(part.id)),
        unknown=part.unknown,
    )
