"""S103: too few words to say what shall be achieved."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from goals.smart.rule import Finding, Rule
from goals.smart.spans import Field
from goals.smart.times import TimeKind

if TYPE_CHECKING:
    from goals.smart.checked import Checked

ENOUGH = 3  # words with content


class NoObject(Rule):
    """Name the thing that shall be achieved, and for what or whom: three words with content at least.

    Why: who was not in the room cannot know what is meant.
    Warum: Wer nicht dabei war, kann nicht wissen, was gemeint ist.
    Bad (de): Fitter werden.
    Good (de): 5 km in 30 Minuten laufen.
    Bad (en): Get better.
    Good (en): Run 5 km in 30 minutes.
    Leaves alone: short goals that a number, a date or a criterion completes.
    """

    code, name = "S103", "specific.no-object"
    dimension = "specific"
    severity = "error"
    messages = {
        "de": "Hier fehlt, was genau erreicht werden soll: Gegenstand und Ergebnis nennen.",
        "en": "This does not say what shall be achieved: name the thing and the result.",
    }
    fixes = {
        "de": "{Gegenstand} für {wen} {Ergebnis} bis {Datum}",
        "en": "{result} {thing} for {whom} by {date}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        goal, words = checked.goal, checked.words
        if not goal.tokens:
            yield self.on(Field.GOAL)
            return
        measured = [m.quantity for m in checked.measures if m.reading is goal and m.quantity]
        weight = len(words.content) + sum(2 if quantity.unit else 1 for quantity in measured)
        if (
            any(found.kind is TimeKind.DEADLINE for found in goal.times)
            or checked.deadline_date
            or checked.deadline
        ):
            weight += 1
        if checked.criteria:
            weight += 1
        if weight < ENOUGH or not (words.objects or measured):
            yield self.at(goal, 0, len(goal.tokens) - 1)
