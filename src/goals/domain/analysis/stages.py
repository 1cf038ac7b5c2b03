"""Stages: where a commission can be, and what it can wait for while it is clarified."""

from goals.domain.words import Word


class Stage(Word):
    """A stretch of a commission's life, or a wait within its clarification."""

    CLARIFYING = "CLARIFYING", "From the proposal to the agreement."
    QUESTION = "QUESTION", "From a question to its answer."
    PLAYBACK = "PLAYBACK", "From a playback to the customer's word on it."
    WORK = "WORK", "From the agreement to the delivery that was accepted."
    REVIEW = "REVIEW", "From that delivery to its acceptance."
    ASSESSMENT = "ASSESSMENT", "From the acceptance to the end of the evaluation."
