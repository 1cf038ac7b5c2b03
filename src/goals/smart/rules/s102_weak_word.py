"""S102: adjectives and adverbs that mean something else to everybody."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.config import Severity
from goals.smart.rule import Finding, Rule
from goals.smart.rules.s101_direction_without_measure import CLEAR
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class WeakWord(Rule):
    """Replace a word of taste ("fast", "modern", "user-friendly") by what can be seen or counted.

    Why: each reader has another picture of "fast", so nobody can say whether it was reached.
    Warum: Unter „schnell“ versteht jeder etwas anderes; ob es erreicht ist, bleibt Ansichtssache.
    Bad (de): Eine benutzerfreundliche Suche im Katalog anbieten.
    Good (de): Die Suche im Katalog antwortet in unter 800 ms.
    Bad (en): Provide a fast search in the catalogue.
    Good (en): The catalogue search answers in under 800 ms.
    Leaves alone: a number within four words, purpose clauses, a measured criterion; an object that
    is clearly named gets an advice only (the missing number is then M201's business).
    """

    code, name = "S102", "specific.weak-word"
    dimension = "specific"
    severity = "warning"
    needs = c.WEAK
    messages: ClassVar = {
        "de": "„{words}“ ist Geschmackssache: Woran würde man es erkennen?",
        "en": "“{words}” is a matter of taste: how would anyone recognise it?",
    }
    fixes: ClassVar = {
        "de": "statt „{words}“: {Metrik} {Soll} {Einheit}",
        "en": "instead of “{words}”: {metric} {target} {unit}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        goal = checked.goal
        severity: Severity | None = "advice" if checked.concreteness >= CLEAR else None
        window = checked.config.thresholds.weak_window
        for i in goal.having(c.WEAK):
            flags = goal.entries[i].flags
            if flags & (c.COMPARATIVE | c.FUNCTION | c.ABSOLUTE):
                continue  # S113, S115
            if flags & c.ANY_VERB and i in checked.words.verb_set:
                continue
            if checked.measured_near(goal, i, window) or checked.measured_criteria:
                continue
            yield self.at(goal, i, i, severity=severity)
