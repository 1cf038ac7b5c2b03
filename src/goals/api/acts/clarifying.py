"""Clarifying: questions and playbacks."""

import strawberry

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
from goals.api.links import CommissionLink, PlaybackLink, QuestionLink
from goals.api.node import described
from goals.domain.enums import QuestionField
from goals.services import playbacks, questions
from goals.services.requests import (
    AnswerRequest,
    AskRequest,
    ConfirmPlaybackRequest,
    CorrectPlaybackRequest,
    PlayBackRequest,
    WithdrawQuestionRequest,
)


@input_for(AskRequest)
class QuestionAskInput(ActInput):
    """What it takes to ask."""

    commission_id: strawberry.ID = reference("Commission", "The commission.")
    field: QuestionField = given("What the question is about.")
    text: str = given("The question.")


@input_for(AnswerRequest)
class QuestionAnswerInput(ActInput):
    """What it takes to answer."""

    question_id: strawberry.ID = reference("Question", "The question of the other side.")
    answer: str = given("The answer.")


@input_for(WithdrawQuestionRequest)
class QuestionWithdrawInput(ActInput):
    """What it takes to take a question back."""

    question_id: strawberry.ID = reference("Question", "The own side's question.")


@input_for(PlayBackRequest)
class PlaybackSubmitInput(ActInput):
    """What it takes to restate a commission."""

    commission_id: strawberry.ID = reference("Commission", "The commission.")
    expected_revision: int = given("The number of the revision on the table, as the viewer saw it.")
    text: str = given("The commission in the supplier's own words.")


@input_for(ConfirmPlaybackRequest)
class PlaybackConfirmInput(ActInput):
    """What it takes to confirm a playback."""

    playback_id: strawberry.ID = reference("Playback", "The playback.")


@input_for(CorrectPlaybackRequest)
class PlaybackCorrectInput(ActInput):
    """What it takes to correct a playback."""

    playback_id: strawberry.ID = reference("Playback", "The playback.")
    correction: str = given("What was understood wrongly.")


@described
class QuestionAskPayload(Payload):
    """What asking gave."""

    commission: CommissionLink | None = commission_part()
    question: QuestionLink | None = subject("The question.", "Question")


@described
class QuestionAnswerPayload(Payload):
    """What answering gave."""

    commission: CommissionLink | None = commission_part()
    question: QuestionLink | None = subject("The question with its answer.", "Question")


@described
class QuestionWithdrawPayload(Payload):
    """What taking a question back gave."""

    commission: CommissionLink | None = commission_part()
    question: QuestionLink | None = subject("The question taken back.", "Question")


@described
class PlaybackSubmitPayload(Payload):
    """What restating gave."""

    commission: CommissionLink | None = commission_part()
    playback: PlaybackLink | None = subject("The playback.", "Playback")


@described
class PlaybackConfirmPayload(Payload):
    """What confirming gave."""

    commission: CommissionLink | None = commission_part()
    playback: PlaybackLink | None = subject("The playback confirmed.", "Playback")


@described
class PlaybackCorrectPayload(Payload):
    """What correcting gave."""

    commission: CommissionLink | None = commission_part()
    playback: PlaybackLink | None = subject("The playback corrected.", "Playback")


@strawberry.type
class ClarifyingActs:
    """Questions and playbacks."""

    question_ask: QuestionAskPayload | None = act(
        questions.ask, QuestionAskInput, "Ask the other side a question about a field."
    )
    question_answer: QuestionAnswerPayload | None = act(
        questions.answer, QuestionAnswerInput, "Answer a question of the other side."
    )
    question_withdraw: QuestionWithdrawPayload | None = act(
        questions.withdraw_question, QuestionWithdrawInput, "Take back an own question."
    )
    playback_submit: PlaybackSubmitPayload | None = act(
        playbacks.play_back,
        PlaybackSubmitInput,
        "Restate the commission in the supplier's own words.",
    )
    playback_confirm: PlaybackConfirmPayload | None = act(
        playbacks.confirm_playback, PlaybackConfirmInput, "Say that the playback is right."
    )
    playback_correct: PlaybackCorrectPayload | None = act(
        playbacks.correct_playback, PlaybackCorrectInput, "Say what the playback gets wrong."
    )
