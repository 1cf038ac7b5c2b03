"""M202: the only numbers are names."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.quantities import Role
from goals.smart.rule import Finding, Rule
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class NumberIsAName(Rule):
    """A number in a name (a standard, a room, a version) does not measure; add one that does.

    Why: "ISO 9001" looks like a figure and says nothing of when it is reached.
    Warum: „ISO 9001“ sieht nach Zahl aus und sagt nicht, wann es erreicht ist.
    Bad (de): ISO 9001 in der Gießerei einführen.
    Good (de): Zertifikat ISO 9001 für die Gießerei bis 30.06.2027 erteilt.
    Bad (en): Introduce ISO 9001 in the foundry.
    Good (en): ISO 9001 certificate for the foundry issued by 30 June 2027.
    Leaves alone: goals that have a measure as well.
    """

    code, name = "M202", "measurable.number-is-a-name"
    dimension = "measurable"
    severity = "advice"
    needs = c.NAME_SEEN
    messages: ClassVar = {
        "de": "„{words}“ ist ein Name und kein Messwert.",
        "en": "“{words}” is a name and no measure.",
    }
    fixes: ClassVar = {
        "de": "zusätzlich {Metrik} {Soll} {Einheit} oder ein Abnahmekriterium",
        "en": "add {metric} {target} {unit} or an acceptance criterion",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        if checked.measures:
            return
        goal = checked.goal
        for quantity in goal.quantities:
            if quantity.role is Role.NAME:
                first = (
                    quantity.first - 1
                    if quantity.first and goal.entries[quantity.first - 1].flags
                    else quantity.first
                )
                yield self.at(goal, first, quantity.last)
