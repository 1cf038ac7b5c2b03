"""S103: too few words to say what shall be achieved."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.spans import Field
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked

ENOUGH = 3  # words with content


class NoObject(Rule):
    """Name the thing that shall be achieved, and for what or whom: three words at least.

    Why: who was not in the room cannot know what is meant.
    Warum: Wer nicht dabei war, kann nicht wissen, was gemeint ist.
    Bad (de): Fitter werden.
    Good (de): Den Stadtlauf mit 5 km in 30 Minuten schaffen.
    Bad (en): Get better.
    Good (en): Finish the city run, 5 km, in 30 minutes.
    Leaves alone: short goals whose object is concrete ("paint the fence").
    """

    code, name = "S103", "specific.no-object"
    dimension = "specific"
    severity = "error"
    needs = c.NO_OBJECT
    messages: ClassVar = {
        "de": "Hier fehlt, was genau erreicht werden soll: Gegenstand und Ergebnis nennen.",
        "en": "This does not say what shall be achieved: name the thing and the result.",
    }
    fixes: ClassVar = {
        "de": "{Gegenstand} für {wen} {Ergebnis} bis {Datum}",
        "en": "{result} {thing} for {whom} by {date}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        goal, words = checked.goal, checked.words
        if not goal.tokens:
            yield self.on(Field.GOAL)
            return
        few = len(words.content) < ENOUGH and not words.concrete
        if few or len(words.content) < 1 or not (words.objects or checked.measures):
            yield self.at(goal, 0, len(goal.tokens) - 1)
