"""S111: a passive goal that nobody owns."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart import clauses
from goals.smart.rule import Finding, Rule
from goals.smart.words import classes as c
from goals.smart.words.sets import word_set

if TYPE_CHECKING:
    from goals.smart.checked import Checked, Reading


class PassiveWithoutOwner(Rule):
    """Say who does it, in the sentence or in the owner field.

    Why: what "is done" is left lying, for everybody thinks of somebody else.
    Warum: Was „gemacht wird“, bleibt liegen, denn jeder denkt an jemand anderen.
    Bad (de): Das Außenlager in Linz wird geräumt.
    Good (de): Team Logistik räumt das Außenlager in Linz.
    Bad (en): The warehouse in Linz will be cleared.
    Good (en): Logistics clears the warehouse in Linz.
    Leaves alone: states ("all forklifts are tested"), a named owner, "by the team".
    """

    code, name = "S111", "specific.passive"
    dimension = "specific"
    severity = "advice"
    needs = c.PARTICIPLE
    messages: ClassVar = {
        "de": "„{words}“: Wer macht das?",
        "en": "“{words}”: who does it?",
    }
    fixes: ClassVar = {
        "de": "{Wer} {Tätigkeit} …",
        "en": "{who} {does} …",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        goal = checked.goal
        if checked.owner:
            return
        for i in goal.having(c.PARTICIPLE, clauses.GOAL):
            if goal.entries[i].flags & c.ADJECTIVE or not goal.entries[i].flags & c.DELIVER:
                continue
            helper = _helper(goal, i)
            if helper is not None and not any(
                goal.tokens[k].folded in _AGENTS for k in range(i, min(i + 12, len(goal.tokens)))
            ):
                yield self.at(goal, min(helper, i), max(helper, i))
                return


_GERMAN = word_set("wird werden wurde wurden")
_AGENTS = word_set("durch von")


def _helper(goal: "Reading", i: int) -> int | None:
    """The auxiliary of a passive: "wird … geräumt", "will be cleared", "to be cleared"."""
    for k in range(i - 1, max(-1, i - 12), -1):
        word = goal.tokens[k].folded
        if word in _GERMAN and goal.entries[i].flags & c.GERMAN:
            return k
        if word == "be" and k == i - 1 and goal.entries[i].flags & c.ENGLISH:
            return k
    return (
        i + 1
        if i + 1 < len(goal.tokens) and goal.tokens[i + 1].folded in ("werden", "wird")
        else None
    )
