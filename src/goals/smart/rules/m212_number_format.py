"""M212: a number that two languages read differently."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.quantities import Role
from goals.smart.rule import Finding, Rule
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class AmbiguousNumberFormat(Rule):
    """Write the number the way the language does: 1.500 and 1,500 change places.

    Why: the other side may read a thousandth, or a thousand times as much.
    Warum: Die andere Seite liest womöglich ein Tausendstel oder das Tausendfache.
    Bad (de): Den Ausschuss von 2,000 kg auf 1,500 kg im Monat senken.
    Good (de): Den Ausschuss von 2.000 kg auf 1.500 kg im Monat senken.
    Bad (en): Cut scrap from 2.000 kg to 1.500 kg a month.
    Good (en): Cut scrap from 2,000 kg to 1,500 kg a month.
    Leaves alone: numbers that have one reading only.
    """

    code, name = "M212", "measurable.number-format"
    dimension = "measurable"
    severity = "warning"
    needs = c.AMBIGUOUS_SEEN
    messages: ClassVar = {
        "de": (
            "„{words}“ lässt sich auf zwei Arten lesen: mit Tausenderpunkt oder Dezimalkomma "
            "schreiben."
        ),
        "en": (
            "“{words}” can be read in two ways: write it with a thousands comma or a decimal point."
        ),
    }
    fixes: ClassVar = {
        "de": "{Wert} in der Schreibweise der Sprache, z. B. 1.500 oder 1,5",
        "en": "{value} as the language writes it, such as 1,500 or 1.5",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        for reading in (checked.goal, *checked.criteria):
            for quantity in reading.quantities:
                if quantity.ambiguous and quantity.role is not Role.NAME:
                    yield self.at(reading, quantity.first, quantity.last)
                    return
