"""S107: two goals in one sentence."""

from collections.abc import Iterable
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
    needs = c.ANY_VERB
    messages: ClassVar = {
        "de": "Das sind zwei Ziele („{words}“): Jedes für sich kann gelingen oder scheitern.",
        "en": "These are two goals (“{words}”): each can succeed or fail on its own.",
    }
    fixes: ClassVar = {
        "de": "zwei Aufträge: {erstes Ziel} | {zweites Ziel}",
        "en": "two commissions: {first goal} | {second goal}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        goal, words = checked.goal, checked.words
        if len(words.verbs) < 2:
            return
        for i in range(1, len(goal.tokens) - 1):
            if goal.tokens[i].folded in _JOINS and goal.roles[i] == clauses.GOAL:
                pair = _verbs_around(checked, goal, i)
                if pair is not None:
                    yield self.at(goal, min(pair), max(pair))
                    return


_JOINS = word_set("und and sowie & plus")
_GOAL_VERBS = c.DIRECTION | c.DELIVER | c.MULTIPLE


def _verbs_around(checked: "Checked", goal: "Reading", i: int) -> tuple[int, int] | None:
    """The goal verbs on both sides of a joining word, when each has an object of its own."""
    verbs = [
        v
        for v in checked.words.verbs
        if goal.entries[v].flags & _GOAL_VERBS
        and not goal.entries[v].flags & (c.NOMINAL | c.GERUND)
        and goal.roles[v] == clauses.GOAL
        and goal.sentences[v] == goal.sentences[i]
    ]
    before = [v for v in verbs if v < i]
    after = [v for v in verbs if v > i]
    if not before or not after:
        return None
    left, right = before[-1], after[0]
    for verb in (left, right):
        if goal.entries[verb].flags & (c.PARTICIPLE | c.INFINITIVE) == c.PARTICIPLE:
            return None
    objects = checked.words.objects
    if goal.entries[right].flags & c.GERMAN:
        ends = left == i - 1 or (left == i - 2 and not goal.timed[i - 1])
        own = any(i < o < right and not goal.timed[o] for o in objects)
        had = any(o < left for o in objects)
        return (left, right) if ends and own and had else None
    starts = right == i + 1
    own = any(right < o <= right + 5 for o in objects)
    had = any(left < o < i for o in objects)
    return (left, right) if starts and own and had else None
