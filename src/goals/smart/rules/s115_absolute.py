"""S115: the best, the leading, the perfect."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.words import classes as c
from goals.smart.words.sets import word_set

if TYPE_CHECKING:
    from goals.smart.checked import Checked, Reading


class AbsoluteWord(Rule):
    """Give the value that "best" or "leading" stands for.

    Why: who is best is decided by the list one chooses.
    Warum: Wer der Beste ist, entscheidet die Liste, die man sich aussucht.
    Bad (de): Marktführer für Holzfenster in Österreich werden.
    Good (de): 30 % Marktanteil bei Holzfenstern in Österreich erreichen.
    Bad (en): Become the market leader for wooden windows in Austria.
    Good (en): Reach 30 % market share for wooden windows in Austria.
    Leaves alone: "at best", "best practice", a measure in the sentence or in a criterion.
    """

    code, name = "S115", "specific.absolute"
    dimension = "specific"
    severity = "warning"
    needs = c.ABSOLUTE
    messages: ClassVar = {
        "de": "„{words}“ ist ein Superlativ: Welcher Wert ist gemeint?",
        "en": "“{words}” is a superlative: which value is meant?",
    }
    fixes: ClassVar = {
        "de": "{Metrik} {Soll} {Einheit}",
        "en": "{metric} {target} {unit}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        goal = checked.goal
        for i in goal.having(c.ABSOLUTE):
            if checked.measured_at(goal, i) or i in checked.words.verb_set or _idiom(goal, i):
                continue
            yield self.at(goal, i, i)
            return


_IDIOMS = word_set("practice practices effort efforts before price guess team tool")


def _idiom(goal: "Reading", i: int) -> bool:
    tokens = goal.tokens
    before = tokens[i - 1].folded if i else ""
    after = tokens[i + 1].folded if i + 1 < len(tokens) else ""
    if before in ("at", "am", "team", "shift", "project") or after in _IDIOMS:
        return True
    return tokens[i].folded == "leading" and after in ("to", "zu", "indicator", "indicators")
