"""Learning: lessons, actions, and whether the benefit arrived."""

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
from goals.api.links import ActionLink, BenefitReviewLink, CommissionLink, LessonLink
from goals.api.node import described
from goals.domain.enums import ActionKind, BenefitVerdict
from goals.services import benefits, lessons
from goals.services.requests import (
    CompleteActionRequest,
    PlanActionRequest,
    RecordLessonRequest,
    ReviewBenefitRequest,
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


@input_for(ReviewBenefitRequest)
class BenefitReviewInput(ActInput):
    """What it takes to say whether the benefit arrived."""

    commission_id: strawberry.ID = reference("Commission", "The commission.")
    verdict: BenefitVerdict = given("Whether the benefit arrived.")
    comment: str | None = given("What there is to say.", UNSET)
    as_of: date | None = given("As of which day; today when left out.", UNSET)


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


@described
class BenefitReviewPayload(Payload):
    """What the review of the benefit gave."""

    commission: CommissionLink | None = commission_part()
    benefit_review: BenefitReviewLink | None = subject("The review.", "BenefitReview")


@strawberry.type
class LearningActs:
    """Lessons, actions, and whether the benefit arrived."""

    lesson_record: LessonRecordPayload | None = act(
        lessons.record_lesson, LessonRecordInput, "Write down what was learnt."
    )
    action_plan: ActionPlanPayload | None = act(
        lessons.plan_action, ActionPlanInput, "Plan a consequence."
    )
    action_complete: ActionCompletePayload | None = act(
        lessons.complete_action, ActionCompleteInput, "Say that a planned consequence is done."
    )
    benefit_review: BenefitReviewPayload | None = act(
        benefits.review_benefit,
        BenefitReviewInput,
        "Say, as the customer, whether the benefit arrived; of several reviews the latest counts.",
    )
