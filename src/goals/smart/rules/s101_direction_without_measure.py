"""S101: a verb of direction or influence, and nothing that says how far."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class DirectionWithoutMeasure(Rule):
    """Say what will be different, and by how much, instead of only in which direction.

    Why: "improve" is fulfilled by the smallest change, and by none that anyone agrees on.
    Warum: „Verbessern“ ist mit der kleinsten Änderung erfüllt, und mit keiner unstrittig.
    Bad (de): Support verbessern.
    Good (de): Erstlösungsquote im Support von 61 % auf 75 % heben.
    Bad (en): Improve our service.
    Good (en): Raise first-call resolution in support from 61 % to 75 %.
    Leaves alone: purpose clauses, a measure in a criterion; an object that is clearly named gets an
    advice only (the missing number is then M201's business).
    """

    code, name = "S101", "specific.direction-without-measure"
    dimension = "specific"
    severity = "warning"
    needs = c.DIRECTED
    messages: ClassVar = {
        "de": "„{words}“ sagt nur die Richtung: Was genau soll danach anders sein, und wie weit?",
        "en": "“{words}” only gives a direction: what exactly will be different, and how far?",
    }
    fixes: ClassVar = {
        "de": "{Metrik} von {Ist} auf {Soll} {Einheit} bis {Datum}",
        "en": "{metric} from {baseline} to {target} {unit} by {date}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        goal = checked.goal
        for i in checked.words.verbs:
            flags = goal.entries[i].flags
            if not flags & (c.DIRECTION | c.STATE) or goal.roles[i] or checked.measured_at(goal, i):
                continue
            if flags & c.REACH or _is_means(checked, i):
                continue
            yield self.at(goal, i, i, severity="advice" if checked.concreteness >= CLEAR else None)
            return


CLEAR = 1.0  # nouns that name the object: then the missing number is M201's business


def _is_means(checked: "Checked", i: int) -> bool:
    """A direction beside a verb of delivery is its colour, not the goal: "rebuild and improve"."""
    return (
        bool(checked.verb_flags & c.DELIVER)
        and not checked.goal.entries[i].flags & c.DELIVER
        and (
            i != checked.words.verbs[0]
            if checked.language == "en"
            else i != checked.words.verbs[-1]
        )
    )
