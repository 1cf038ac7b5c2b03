"""Learning: lessons and actions."""

from datetime import date

import strawberry
from strawberry import UNSET

from goals.api.acts.declaring import (
    ActInput,
    Payload,
    act,
    commission_part,
    input_for,
    reference,
    subject,
)
from goals.api.fields import given
from goals.api.links import ActionLink, CommissionLink, LessonLink
from goals.api.node import described
from goals.domain.enums import ActionKind
from goals.services import lessons
from goals.services.requests import (
    CompleteActionRequest,
    PlanActionRequest,
    RecordLessonRequest,
)


@input_for(RecordLessonRequest)
class LessonRecordInput(ActInput):
    """What it takes to write down what was learnt."""

    commission_id: strawberry.ID = reference("Commission", "The commission it was learnt from.")
    text: str = given("What was learnt.")
    tags: list[str] = given("Free words to find it by.", default_factory=list)


@input_for(PlanActionRequest)
class ActionPlanInput(ActInput):
    """What it takes to plan a consequence."""

    commission_id: strawberry.ID = reference("Commission", "The commission it is drawn from.")
    kind: ActionKind = given("What it is to do.")
    text: str = given("What is to be done.")
    owner_id: strawberry.ID | None = reference(
        "Person", "The person who sees to it; the viewer when left out.", UNSET
    )
    due: date | None = given("By when.", UNSET)


@input_for(CompleteActionRequest)
class ActionCompleteInput(ActInput):
    """What it takes to say that a consequence is done."""

    action_id: strawberry.ID = reference("Action", "The action.")
    effect_check: str | None = given("What effect was seen.", UNSET)


@described
class LessonRecordPayload(Payload):
    """What writing down a lesson gave."""

    commission: CommissionLink | None = commission_part()
    lesson: LessonLink | None = subject("The lesson.", "Lesson")


@described
class ActionPlanPayload(Payload):
    """What planning gave."""

    commission: CommissionLink | None = commission_part()
    action: ActionLink | None = subject("The action.", "Action")


@described
class ActionCompletePayload(Payload):
    """What completing gave."""

    commission: CommissionLink | None = commission_part()
    action: ActionLink | None = subject("The action.", "Action")


@strawberry.type
class LearningActs:
    """Lessons and actions."""

    lesson_record: LessonRecordPayload | None = act(
        lessons.record_lesson, LessonRecordInput, "Write down what was learnt."
    )
    action_plan: ActionPlanPayload | None = act(
        lessons.plan_action, ActionPlanInput, "Plan a consequence."
    )
    action_complete: ActionCompletePayload | None = act(
        lessons.complete_action, ActionCompleteInput, "Say that a planned consequence is done."
    )
