"""M201: nothing by which anyone could see that the goal is reached."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.evidence import observable
from goals.smart.rule import Finding, Rule
from goals.smart.spans import Field
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class NoMeasure(Rule):
    """Name a number, or an observable result, by which anyone can see that the goal is reached.

    Why: without one, "done" is an opinion.
    Warum: Ohne sie ist „fertig“ Ansichtssache.
    Bad (de): Das Team im Lager motivieren.
    Good (de): eNPS im Lager von 12 auf 30 heben.
    Bad (en): Answer customers faster.
    Good (en): Answer customers within 4 hours.
    Leaves alone: a binary result (M208 asks for its acceptance criterion).
    """

    code, name = "M201", "measurable.no-measure"
    dimension = "measurable"
    severity = "error"
    needs = c.NO_MEASURE
    messages: ClassVar = {
        "de": "Es fehlt ein Maß: Woran sieht man, dass das Ziel erreicht ist?",
        "en": "There is no measure: how will anyone see that the goal is reached?",
    }
    fixes: ClassVar = {
        "de": "{Metrik} von {Ist} auf {Soll} {Einheit} bis {Datum}",
        "en": "{metric} from {baseline} to {target} {unit} by {date}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        if checked.measures or is_binary(checked):
            return
        if any(observable(reading) for reading in checked.criteria):
            return
        goal = checked.goal
        if goal.tokens:
            yield self.at(goal, 0, len(goal.tokens) - 1)
        else:
            yield self.on(Field.GOAL)


_INFLUENCE = c.DIRECTION | c.STATE


def is_binary(checked: "Checked") -> bool:
    """Whether the goal is a result that is there or not: launch, repair, a signed paper."""
    flags, words = checked.verb_flags, checked.words
    if not words.objects or checked.said & c.COMPARATIVE:
        return False  # "answer faster" is a matter of degree
    if flags & c.DELIVER and not flags & _INFLUENCE:
        return True
    if flags & c.DELIVER:
        first, last = words.verbs[0], words.verbs[-1]
        main = last if checked.language == "de" else first
        return not checked.goal.entries[main].flags & _INFLUENCE
    if flags & (_INFLUENCE | c.ACTIVITY):
        return False
    vague = c.COMPARATIVE | c.SOFT | c.WEAK | c.METRIC | c.ABSOLUTE | c.EMPTY
    return not checked.said & vague and len(words.content) >= 2
