"""S110: what shall not be, without a zero to aim at."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class NegativeGoal(Rule):
    """Say what there will be instead, or aim at zero in so many words.

    Why: the absence of something can be neither planned nor shown.
    Warum: Dass etwas nicht ist, lässt sich weder planen noch zeigen.
    Bad (de): Ärger mit Kunden im Versand vermeiden.
    Good (de): Beschwerden im Versand von 40 auf 20 im Monat senken.
    Bad (en): Avoid trouble with customers in dispatch.
    Good (en): Cut complaints in dispatch from 40 to 20 a month.
    Leaves alone: a zero target ("no accidents in 2027"), any measure beside it.
    """

    code, name = "S110", "specific.negative"
    dimension = "specific"
    severity = "advice"
    needs = c.NEGATION | c.COMPARATIVE
    messages: ClassVar = {
        "de": "„{words}“ sagt, was nicht sein soll: Was soll stattdessen sein?",
        "en": "“{words}” says what shall not be: what shall there be instead?",
    }
    fixes: ClassVar = {
        "de": "{Metrik} von {Ist} auf {Soll} {Einheit}",
        "en": "{metric} from {baseline} to {target} {unit}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        goal = checked.goal
        if checked.measures:
            return
        for i in goal.having(c.NEGATION | c.COMPARATIVE):
            word = goal.tokens[i].folded
            if goal.entries[i].flags & c.NEGATION:
                after = goal.tokens[i + 1].folded if i + 1 < len(goal.tokens) else ""
                if word in ("no", "not") and after in ("later", "longer", "more"):
                    continue
            elif word not in ("weniger", "less", "fewer"):
                continue
            yield self.at(goal, i, i)
            return
