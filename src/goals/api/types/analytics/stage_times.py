"""Stage times: where a commission stays how long, and for whom its clarification waits."""

from goals.api.fields import picked
from goals.api.node import described
from goals.api.types.analytics.answers import Answer
from goals.api.types.analytics.days import DaysFigure
from goals.domain.enums import Reading, Side, Stage


@described
class StageTime:
    """The days in one stage, or until one side met what was waited for.

    By Kaplan and Meier: what is still open, and what ended early, is known to have taken longer
    than its days so far.
    """

    stage: Stage = picked("The stage, or what was waited for.")
    waiting_for: Side | None = picked("The side that was waited for; null for a stage.")
    n: int = picked("How many cases there are.")
    done: int = picked("How many of them are done.")
    still_open: int = picked("How many of them are still open.")
    ended: int = picked("How many of them ended early: declined, withdrawn, expired, cancelled.")
    half: DaysFigure | None = picked("The days by which half are done; null below five cases.")
    most: DaysFigure | None = picked(
        "The days by which four of five are done; null below five cases."
    )
    sufficient: bool = picked("Whether there are at least five cases.")
    method: str = picked("How the days are estimated.")
    note: Reading = picked("What may be said about it.")
    sentence: str = picked("The note as a sentence in the viewer's language.")


@described
class StageTimes(Answer):
    """Where commissions stay how long, of those proposed in the period.

    Other than in rates the period is that of the proposal, so that what never came to an
    agreement is in it, too. Days are whole spans of 24 hours. A group is shown where its rate over
    the same period is, but over all days of the period: two answers may differ by few commissions.
    """

    every: int = picked(
        "1 where all commissions asked about are looked at; n where, of more than about 5,000,"
        " only one in n is, drawn by the number in its key as if by dice. By the days named as half"
        " between 48.6 and 51.4 in 100 of all are done then (95 %)."
    )
    stages: list[StageTime] = picked("All stages in order, and the waits within clarification.")
