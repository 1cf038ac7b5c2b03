"""S107: two goals in one sentence."""

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from goals.smart import clauses
from goals.smart.rule import Finding, Rule
from goals.smart.words import classes as c
from goals.smart.words.sets import word_set

if TYPE_CHECKING:
    from goals.smart.checked import Checked, Reading


class TwoGoals(Rule):
    """One commission, one goal: split what can succeed and fail separately.

    Why: if one half is reached and the other is not, nobody can say whether the goal was.
    Warum: Gelingt die eine Hälfte und die andere nicht, ist offen, ob das Ziel erreicht ist.
    Bad (de): Die Portokosten um 8 % senken und eine neue App für Fahrer einführen.
    Good (de): Die Portokosten in Wien von 9.000 EUR auf 8.000 EUR im Monat senken.
    Bad (en): Cut postage costs by 8 % and launch a new app for drivers.
    Good (en): Cut postage costs in Vienna from 9,000 EUR to 8,000 EUR a month.
    Leaves alone: two verbs on one object ("plan and build the ramp"), a purpose, a means.
    """

    code, name = "S107", "specific.two-goals"
    dimension = "specific"
    severity = "warning"
    needs = c.TWO_VERBS
    messages: ClassVar = {
        "de": "Das sind zwei Ziele („{words}“): Jedes für sich kann gelingen oder scheitern.",
        "en": "These are two goals (“{words}”): each can succeed or fail on its own.",
    }
    fixes: ClassVar = {
        "de": "zwei Aufträge: {erstes Ziel} | {zweites Ziel}",
        "en": "two commissions: {first goal} | {second goal}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        goal = checked.goal
        if len(checked.words.verbs) < 2:
            return
        verbs = [
            v
            for v in checked.words.verbs
            if goal.entries[v].flags & _GOAL_VERBS
            and not goal.entries[v].flags & (c.NOMINAL | c.GERUND)
            and goal.entries[v].flags & (c.PARTICIPLE | c.INFINITIVE) != c.PARTICIPLE
            and goal.roles[v] == clauses.GOAL
        ]
        objects = frozenset(checked.words.objects)
        for left, right in pairwise(verbs):
            if goal.sentences[left] == goal.sentences[right] and _apart(goal, objects, left, right):
                yield self.at(goal, left, right)
                return


_JOINS = word_set("und and sowie & plus")
_GOAL_VERBS = c.DIRECTION | c.DELIVER | c.MULTIPLE
_REACH = 12  # tokens in which a verb has its object


def _apart(goal: "Reading", objects: frozenset[int], left: int, right: int) -> bool:
    """Whether two verbs are joined by "and", and each has an object of its own."""
    if goal.entries[right].flags & c.GERMAN:  # object, verb, und, object, verb
        joins = [i for i in (left + 1, left + 2) if i < right and goal.tokens[i].folded in _JOINS]
        if not joins:
            return False
        own = any(i in objects for i in range(joins[0] + 1, right))
        return own and any(i in objects for i in range(max(0, left - _REACH), left))
    if goal.tokens[right - 1].folded not in _JOINS:
        return False
    own = any(i in objects for i in range(right + 1, right + _REACH // 2))
    return own and any(i in objects for i in range(left + 1, right - 1))
