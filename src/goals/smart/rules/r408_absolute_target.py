"""R408: never, always, 100 % of something that is never perfect."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.quantities import Quantity, Role
from goals.smart.rule import Finding, Rule
from goals.smart.words import classes as c
from goals.smart.words.sets import word_set

if TYPE_CHECKING:
    from goals.smart.checked import Checked, Reading


class AbsoluteTarget(Rule):
    """Leave room for the one time in a thousand, and say within what period.

    Why: the first minute of downtime ends a goal of 100 % for ever.
    Warum: Die erste Minute Ausfall beendet ein Ziel von 100 % für immer.
    Bad (de): 100 % Verfügbarkeit des Kassensystems.
    Good (de): 99,9 % Verfügbarkeit des Kassensystems je Quartal.
    Bad (en): 100 % availability of the till system.
    Good (en): 99.9 % availability of the till system per quarter.
    Leaves alone: 100 % of a finished set ("100 % of staff trained"), zero accidents.
    """

    code, name = "R408", "realistic.absolute-target"
    dimension = "realistic"
    severity = "warning"
    needs = c.FULL_PERCENT_SEEN | c.NEGATION | c.NONE
    messages: ClassVar = {
        "de": "„{words}“ lässt keinen einzigen Fehler zu.",
        "en": "“{words}” does not allow for a single failure.",
    }
    fixes: ClassVar = {
        "de": "{Soll} % je {Zeitraum}",
        "en": "{target} % per {period}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        for reading in (checked.goal, *checked.criteria):
            for quantity in reading.quantities:
                if _absolute(reading, quantity):
                    yield self.at(reading, quantity.first, quantity.last)
                    return
            for i in reading.having(c.NEGATION):
                if reading.tokens[i].folded in ("nie", "niemals", "never"):
                    yield self.at(reading, i, i)
                    return


_ALWAYS_SOME = word_set(
    """
    downtime outages errors interruptions ausfaelle ausfallzeit ausfallzeiten stillstand
    ausfall fehler defects bugs
    """
)


def _absolute(reading: "Reading", quantity: Quantity) -> bool:
    near = range(max(0, quantity.first - 4), min(len(reading.tokens), quantity.last + 5))
    if quantity.unit == "percent" and quantity.value == 100 and quantity.role is not Role.BASELINE:
        return quantity.role is not Role.DELTA and any(
            reading.entries[k].flags & c.ABSOLUTE_METRIC for k in near
        )
    if quantity.role is Role.NONE:
        after = reading.tokens[quantity.last + 1 : quantity.last + 3]
        return any(token.folded in _ALWAYS_SOME for token in after)
    return False
