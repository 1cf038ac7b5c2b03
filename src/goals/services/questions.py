"""Questions: ask the other side about a field, answer, take back."""

from collections.abc import Mapping

from goals.domain.enums import Act, QuestionStatus
from goals.domain.situation import Request
from goals.services.acting import Acting, perform
from goals.services.context import ActContext, ActResult
from goals.services.forms import LONG, Form
from goals.services.requests import AnswerRequest, AskRequest, WithdrawQuestionRequest
from goals.services.subjects import subject_of
from goals.store import records
from goals.store.questions import QuestionRow
from goals.store.tables.question import Question


async def ask(context: ActContext, request: AskRequest) -> ActResult:
    """Ask the other side a question about one field of the revision on the table."""
    form = Form()
    text = form.text(request.text, "text", LONG)
    form.check()

    async def work(doing: Acting) -> None:
        made = doing.new("Question")
        doing.body |= {"field": str(request.field)}
        doing.rows += [
            QuestionRow(
                **doing.key,
                id=made,
                revision_id=doing.loaded.signing_revision_id,
                field=request.field,
                text=text,
                status=QuestionStatus.OPEN,
                asked_side=doing.own_side,
                asked_by_id=context.person_id,
                asked_at=context.now,
            )
        ]

    return await perform(context, request.commission_id, Act.ASK, work)


async def answer(context: ActContext, request: AnswerRequest) -> ActResult:
    """Answer an open question of the other side."""
    form = Form()
    text = form.text(request.answer, "answer", LONG)
    form.check()
    changes = {
        "status": QuestionStatus.ANSWERED,
        "answer": text,
        "answered_by_id": context.person_id,
        "answered_at": context.now,
    }
    return await _settle(context, request, Act.ANSWER, changes)


async def withdraw_question(context: ActContext, request: WithdrawQuestionRequest) -> ActResult:
    """Take back an open question of the own side."""
    changes = {"status": QuestionStatus.WITHDRAWN}
    return await _settle(context, request, Act.WITHDRAW_QUESTION, changes)


async def _settle(
    context: ActContext,
    request: AnswerRequest | WithdrawQuestionRequest,
    act: Act,
    changes: Mapping[str, object],
) -> ActResult:
    part = await subject_of(context, Question, request.question_id, "questionId")

    async def work(doing: Acting) -> None:
        doing.about("Question", part.id)
        await records.change(
            doing.tx, QuestionRow, {"org_id": context.org_id, "id": part.id}, **changes
        )

    return await perform(
        context, part.commission_id, act, work, Request(subject=str(part.id)), unknown=part.unknown
    )
