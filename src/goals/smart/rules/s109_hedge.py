"""S109: words that take the promise back."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart import clauses
from goals.smart.phrases import find
from goals.smart.rule import Finding, Rule
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class Hedge(Rule):
    """Promise the result, or lower it until you can; leave out "try", "if possible", "hopefully".

    Why: who promises to try has kept the promise whatever comes out.
    Warum: Wer verspricht, es zu versuchen, hat sein Wort in jedem Fall gehalten.
    Bad (de): Wir versuchen, Anfragen in 2 Tagen zu beantworten.
    Good (de): Wir beantworten Anfragen in 2 Tagen.
    Bad (en): We try to answer enquiries in 2 days.
    Good (en): We answer enquiries in 2 days.
    Leaves alone: purpose clauses.
    """

    code, name = "S109", "specific.hedge"
    dimension = "specific"
    severity = "warning"
    needs = c.HEDGE | c.PHRASE
    messages: ClassVar = {
        "de": "„{words}“ nimmt das Versprechen zurück.",
        "en": "“{words}” takes the promise back.",
    }
    fixes: ClassVar = {
        "de": "„{words}“ streichen, notfalls {Soll} senken",
        "en": "drop “{words}”; if need be lower {target}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        for reading in (checked.goal, *checked.criteria):
            for first, last in find(reading, c.HEDGE):
                if (
                    reading.roles[first] == clauses.GOAL
                    and not reading.entries[first].flags & c.FUNCTION
                ) or last > first:
                    yield self.at(reading, first, last)
                    return
