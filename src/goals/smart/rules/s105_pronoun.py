"""S105: a goal that begins with a pronoun nobody can resolve."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.tokens import TokenKind
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked, Reading


class PronounWithoutReferent(Rule):
    """Name the thing instead of "this" or "it" in the first sentence.

    Why: the goal is read alone, weeks later, by people who do not know what was talked about.
    Warum: Das Ziel wird Wochen später allein gelesen, von Leuten, die das Gespräch nicht kennen.
    Bad (de): Das bis 30.06.2027 schneller machen.
    Good (de): Rechnungen in 2 Tagen bearbeiten.
    Bad (en): Do this faster by 30 June 2027.
    Good (en): Process invoices in 2 days.
    Leaves alone: articles ("das Lager") and sentences after the first.
    """

    code, name = "S105", "specific.pronoun"
    dimension = "specific"
    severity = "advice"
    needs = c.PRONOUN
    messages: ClassVar = {
        "de": "Worauf bezieht sich „{words}“? Den Gegenstand nennen.",
        "en": "What does “{words}” refer to? Name the thing.",
    }
    fixes: ClassVar = {
        "de": "statt „{words}“: {Gegenstand}",
        "en": "instead of “{words}”: {thing}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        goal = checked.goal
        for i in goal.having(c.PRONOUN):
            if goal.sentences[i] or i > 2 or any(k < i for k in checked.words.objects):
                return
            if _stands_alone(goal, i):
                yield self.at(goal, i, i)
                return


def _stands_alone(goal: "Reading", i: int) -> bool:
    """Not an article: what follows is a verb, a small word, a time or the end."""
    if i + 1 >= len(goal.tokens) or goal.timed[i + 1]:
        return True
    after = goal.tokens[i + 1]
    if after.kind is not TokenKind.WORD:
        return True
    if goal.entries[i].flags & c.GERMAN and after.text[:1].isupper():
        return False
    flags = goal.entries[i + 1].flags
    return bool(flags & (c.FUNCTION | c.ANY_VERB | c.COMPARATIVE)) and not flags & c.NOUN
