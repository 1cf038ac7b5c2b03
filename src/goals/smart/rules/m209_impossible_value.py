"""M209: values that cannot be."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.quantities import Quantity, Role
from goals.smart.rule import Finding, Rule
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked, Reading


class ImpossibleValue(Rule):
    """Correct the value: nothing falls by more than 100 %, no share is above 100 %.

    Why: a goal that arithmetic forbids was not thought through, or mistyped.
    Warum: Ein Ziel, das die Rechnung verbietet, ist nicht durchdacht oder vertippt.
    Bad (de): Die Ausschussquote um 120 % senken.
    Good (de): Die Ausschussquote um 20 % gegenüber 2026 senken.
    Bad (en): Reduce the scrap rate by 120 %.
    Good (en): Reduce the scrap rate by 20 % compared with 2026.
    Leaves alone: growth above 100 %, over-fulfilment ("110 % of plan").
    """

    code, name = "M209", "measurable.impossible-value"
    dimension = "measurable"
    severity = "error"
    needs = c.FULL_PERCENT_SEEN
    messages: ClassVar = {
        "de": "„{words}“ kann es nicht geben.",
        "en": "“{words}” is impossible.",
    }
    fixes: ClassVar = {
        "de": "statt „{words}“: {Wert} {Einheit}",
        "en": "instead of “{words}”: {value} {unit}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        for reading in (checked.goal, *checked.criteria):
            for quantity in reading.quantities:
                if (
                    quantity.unit == "percent"
                    and quantity.value > 100
                    and _is_share(reading, quantity)
                ):
                    yield self.at(reading, quantity.first, quantity.last)


_SHARES = ("quote", "anteil", "auslastung", "verfuegbarkeit", "availability", "uptime", "share",
           "proportion", "attendance", "occupancy")  # fmt: skip


def _is_share(reading: "Reading", quantity: Quantity) -> bool:
    """A fall, a share of people or things, or a metric that is a share."""
    sentence = reading.sentences[quantity.first]
    near = range(max(0, quantity.first - 25), min(len(reading.tokens), quantity.last + 25))
    for i in near:
        entry = reading.entries[i]
        if reading.sentences[i] != sentence:
            continue
        if quantity.role is Role.DELTA and entry.flags & c.DOWN and not entry.flags & c.UP:
            return True
        if quantity.role is not Role.DELTA and entry.lemma.endswith(_SHARES):
            return True
    after = reading.tokens[quantity.last + 1 : quantity.last + 3]
    person = any(
        entry.flags & c.PERSON for entry in reading.entries[quantity.last + 1 : quantity.last + 4]
    )
    return bool(after) and after[0].folded in ("der", "of", "aller", "unserer") and person
