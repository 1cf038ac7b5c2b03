"""S113: more or better than what?"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart import clauses
from goals.smart.config import Severity
from goals.smart.rule import Finding, Rule
from goals.smart.rules.s101_direction_without_measure import CLEAR
from goals.smart.words import classes as c
from goals.smart.words.sets import word_set

if TYPE_CHECKING:
    from goals.smart.checked import Checked, Reading


class ComparativeWithoutReference(Rule):
    """Say than what: give today's value and the value to reach.

    Why: "faster" is true of every goal that moves at all.
    Warum: „Schneller“ stimmt bei jedem Ziel, das sich überhaupt bewegt.
    Bad (de): Ersatzteile schneller an die Werkstätten liefern.
    Good (de): Ersatzteile in 3 statt 5 Tagen an die Werkstätten liefern.
    Bad (en): Deliver spare parts to garages faster.
    Good (en): Deliver spare parts to garages in 3 instead of 5 days.
    Leaves alone: "more than 50", "no later than", a measure in the sentence or a criterion.
    """

    code, name = "S113", "specific.comparative"
    dimension = "specific"
    severity = "warning"
    needs = c.COMPARATIVE
    messages: ClassVar = {
        "de": "„{words}“ als was? Es fehlt der Vergleich.",
        "en": "“{words}” than what? The comparison is missing.",
    }
    fixes: ClassVar = {
        "de": "von {Ist} auf {Soll} {Einheit}",
        "en": "from {baseline} to {target} {unit}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        goal = checked.goal
        for i in goal.having(c.COMPARATIVE, clauses.GOAL):
            if i in checked.words.verb_set or checked.measured_at(goal, i) or _compared(goal, i):
                continue
            if goal.tokens[i].folded in _NOT_ALONE and not _counts_something(goal, i):
                continue
            yield self.at(goal, i, i, severity=_severity(checked, i))
            return


_NOT_ALONE = word_set("mehr weniger more less fewer later sooner laenger longer lieber")
_REFERENCES = word_set("als than statt instead gegenueber compared vs versus denn")
_NEGATIONS = word_set("nicht no not kein keine never nie niemals any noch")


def _severity(checked: "Checked", i: int) -> Severity | None:
    """An advice where the object is clear; "more apprentices" needs only the apprentices."""
    counts = checked.goal.tokens[i].folded in _NOT_ALONE
    return "advice" if checked.concreteness >= (1.0 if counts else CLEAR) else None


def _compared(goal: "Reading", i: int) -> bool:
    after = goal.tokens[i + 1 : i + 9]
    return any(token.folded in _REFERENCES for token in after)


def _counts_something(goal: "Reading", i: int) -> bool:
    """ "mehr Kunden", "more leads", but not "nicht mehr", "no longer"."""
    if i and goal.tokens[i - 1].folded in _NEGATIONS:
        return False
    return i + 1 < len(goal.tokens) and not goal.timed[i + 1]
