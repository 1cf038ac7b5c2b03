"""Action effects: whether an action changed anything."""

from datetime import date

from goals.api.fields import entity_link, picked
from goals.api.links import ActionLink, TeamLink
from goals.api.node import described
from goals.api.types.analytics.figures import DifferenceFigure, RateFigure
from goals.api.types.rates import Period
from goals.domain.enums import ActionKind, Commitment, Reading


@described
class ActionEffect:
    """One action, and the rate of the supplier's team before and after it was done.

    Before are the six months before the month in which it was done, after are the six months
    after it, by the deadline first agreed.
    """

    action: ActionLink | None = entity_link("The action.", "Action")
    kind: ActionKind = picked("What it was to do.")
    team: TeamLink | None = entity_link("The supplier's team of its commission.", "Team")
    done_on: date = picked("The day it was done, in UTC.")
    before_period: Period = picked("The months before.")
    after_period: Period = picked("The months after.")
    before: RateFigure = picked("The team's rate before.")
    after: RateFigure = picked("The team's rate after.")
    change: DifferenceFigure = picked("After minus before.")
    beyond_others: DifferenceFigure = picked(
        "What of the change goes beyond that of everybody else in the same months."
    )
    note: Reading = picked("What may be said about the change beyond that of the others.")
    sentence: str = picked("The note as a sentence in the viewer's language.")


@described
class ActionEffects:
    """Whether actions changed anything, the latest first."""

    period: Period = picked("The period in which the actions were done.")
    commitment: Commitment = picked("How firmly what is counted was promised.")
    done: int = picked("How many actions were done in the period.")
    still_open: int = picked("How many actions are planned and not done.")
    actions: list[ActionEffect] = picked("The latest of those done.")
