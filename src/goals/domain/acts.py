"""Acts: everything that can be done to a commission.

One act is one mutation, one service function and one event. Who may do it in which state is in
``lifecycle``; the event kinds here are stored for ever and never renamed.
"""

from goals.domain.words import Word


class Act(Word):
    """Something a side, the clock or an integration does to a commission."""

    DRAFT = "DRAFT", "Start a commission, as a request or as an offer."
    REVISE = "REVISE", "Write a new revision; earlier signatures go stale."
    PROPOSE = "PROPOSE", "Hand the draft to the other side for clarification."
    ASK = "ASK", "Ask the other side a question about a field."
    ANSWER = "ANSWER", "Answer a question of the other side."
    WITHDRAW_QUESTION = "WITHDRAW_QUESTION", "Take back an own question."
    PLAY_BACK = "PLAY_BACK", "Restate the commission in the supplier's own words."
    CONFIRM_PLAYBACK = "CONFIRM_PLAYBACK", "Say that the playback is right."
    CORRECT_PLAYBACK = "CORRECT_PLAYBACK", "Say what the playback gets wrong."
    ACCEPT = "ACCEPT", "Sign the revision on the table."
    DECLINE = "DECLINE", "Say no, with a reason and an alternative."
    WITHDRAW = "WITHDRAW", "Take the commission back before agreement."
    EXPIRE = "EXPIRE", "End a clarification whose time is over."
    AMEND = "AMEND", "Propose a change after agreement."
    CHECK_IN = "CHECK_IN", "Report how the work goes."
    ACKNOWLEDGE = "ACKNOWLEDGE", "Say that a check-in was read."
    MEASURE = "MEASURE", "Record a measured value of a criterion."
    OVERRIDE_ATTAINMENT = "OVERRIDE_ATTAINMENT", "Set an attainment by hand, with a reason."
    RAISE_BLOCKER = "RAISE_BLOCKER", "Name something that stands in the way."
    CLOSE_BLOCKER = "CLOSE_BLOCKER", "Say that a blocker is out of the way."
    FULFIL_DUTY = "FULFIL_DUTY", "Say that an own duty is done."
    DELIVER = "DELIVER", "Declare the work delivered, criterion by criterion."
    REVIEW_ACCEPT = "REVIEW_ACCEPT", "Accept the delivery, with or without reservations."
    REVIEW_REJECT = "REVIEW_REJECT", "Reject the delivery, naming what is not met."
    LAPSE = "LAPSE", "Go on without a review, because none came."
    CANCEL = "CANCEL", "End the commission after agreement, as the customer."
    REVOKE = "REVOKE", "Step back from the commission after agreement, as the supplier."
    CLOSE_FOR_EVALUATION = "CLOSE_FOR_EVALUATION", "Evaluate an overdue one that was not delivered."
    ASSESS = "ASSESS", "Give the own side's sealed assessment."
    CLOSE = "CLOSE", "End the evaluation."
    RECORD_LESSON = "RECORD_LESSON", "Write down what was learnt."
    PLAN_ACTION = "PLAN_ACTION", "Plan a consequence."
    COMPLETE_ACTION = "COMPLETE_ACTION", "Say that a planned consequence is done."
    REVIEW_BENEFIT = "REVIEW_BENEFIT", "Say whether the benefit arrived, some time afterwards."

    @property
    def event_kind(self) -> str:
        """The kind of the event this act leaves behind, in the past tense."""
        return EVENT_KINDS[self]


EVENT_KINDS: dict[Act, str] = {
    Act.DRAFT: "commission.drafted",
    Act.REVISE: "commission.revised",
    Act.PROPOSE: "commission.proposed",
    Act.ASK: "question.asked",
    Act.ANSWER: "question.answered",
    Act.WITHDRAW_QUESTION: "question.withdrawn",
    Act.PLAY_BACK: "commission.played_back",
    Act.CONFIRM_PLAYBACK: "playback.confirmed",
    Act.CORRECT_PLAYBACK: "playback.corrected",
    Act.ACCEPT: "commission.accepted",
    Act.DECLINE: "commission.declined",
    Act.WITHDRAW: "commission.withdrawn",
    Act.EXPIRE: "commission.expired",
    Act.AMEND: "commission.amended",
    Act.CHECK_IN: "commission.checked_in",
    Act.ACKNOWLEDGE: "check_in.acknowledged",
    Act.MEASURE: "criterion.measured",
    Act.OVERRIDE_ATTAINMENT: "attainment.overridden",
    Act.RAISE_BLOCKER: "blocker.raised",
    Act.CLOSE_BLOCKER: "blocker.closed",
    Act.FULFIL_DUTY: "duty.fulfilled",
    Act.DELIVER: "commission.delivered",
    Act.REVIEW_ACCEPT: "delivery.accepted",
    Act.REVIEW_REJECT: "delivery.rejected",
    Act.LAPSE: "delivery.lapsed",
    Act.CANCEL: "commission.cancelled",
    Act.REVOKE: "commission.revoked",
    Act.CLOSE_FOR_EVALUATION: "commission.closed_for_evaluation",
    Act.ASSESS: "commission.assessed",
    Act.CLOSE: "commission.closed",
    Act.RECORD_LESSON: "lesson.recorded",
    Act.PLAN_ACTION: "action.planned",
    Act.COMPLETE_ACTION: "action.completed",
    Act.REVIEW_BENEFIT: "benefit.reviewed",
}


class Expectation(Word):
    """What a side owes the other now; the lines of the inbox."""

    ANSWER = "ANSWER", "The other side waits for an answer."
    CONFIRM_PLAYBACK = "CONFIRM_PLAYBACK", "The supplier waits for a word on the playback."
    PLAY_BACK = "PLAY_BACK", "The customer corrected the playback; a better one is due."
    SIGN = "SIGN", "The revision can be signed and this side has not."
    ACKNOWLEDGE = "ACKNOWLEDGE", "A check-in has not been acknowledged."
    CHECK_IN = "CHECK_IN", "The cadence asks for a check-in."
    FULFIL_DUTY = "FULFIL_DUTY", "This side promised something and it is still open."
    DELIVER = "DELIVER", "The deadline has passed and nothing was delivered."
    REVIEW = "REVIEW", "A delivery waits for the customer's review."
    ASSESS = "ASSESS", "This side's assessment is missing."
    COMPLETE_ACTION = "COMPLETE_ACTION", "A planned action of this side is open."
