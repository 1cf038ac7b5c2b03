"""M204: a change without the value it starts from."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.config import Severity
from goals.smart.quantities import Quantity, Role
from goals.smart.rule import Finding, Rule
from goals.smart.words import classes as c
from goals.smart.words.sets import word_set

if TYPE_CHECKING:
    from goals.smart.checked import Checked, Reading


class DeltaWithoutBaseline(Rule):
    """Add the value of today: "by 15 %" needs something it is 15 % of.

    Why: afterwards each side picks the starting value that suits it.
    Warum: Hinterher sucht sich jede Seite den Ausgangswert, der ihr passt.
    Bad (de): Den Verschnitt in der Küche um 15 % verringern.
    Good (de): Den Verschnitt in der Küche von 200 kg auf 170 kg im Monat verringern.
    Bad (en): Cut kitchen waste by 15 %.
    Good (en): Cut kitchen waste from 200 kg to 170 kg a month.
    Leaves alone: a baseline in text or field, a reference ("compared with 2025", "ggü. Vorjahr"); a
    change in days, pieces or money can be shown by itself and gets an advice only.
    """

    code, name = "M204", "measurable.delta-without-baseline"
    dimension = "measurable"
    severity = "warning"
    needs = c.DELTA_SEEN
    messages: ClassVar = {
        "de": "„{words}“ – ausgehend von welchem Wert?",
        "en": "“{words}” – starting from which value?",
    }
    fixes: ClassVar = {
        "de": "von {Ist} auf {Soll} {Einheit}",
        "en": "from {baseline} to {target} {unit}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        if any(item.baseline is not None for item in checked.draft.criteria):
            return
        readings = (checked.goal, *checked.criteria)
        if any(_refers(reading, checked.today) for reading in readings):
            return
        for reading in readings:
            for quantity in reading.quantities:
                if quantity.role is not Role.DELTA or _relative_to_itself(reading, quantity):
                    continue
                relative = quantity.unit in ("percent", "fraction")
                first = (
                    quantity.first if quantity.unit == "multiple" else max(0, quantity.first - 1)
                )
                severity: Severity | None = None if relative else "advice"
                yield self.at(reading, first, quantity.last, severity=severity)
                return


_ANCHORS = frozenset((Role.BASELINE, Role.TARGET))
_REFERENCES = word_set(
    """
    gegenueber ggue ggueb gg ggb vergleich vergl vgl verglichen compared comparison versus vs yoy
    than als basis stand niveau vj vorjahr vorjahres zuletzt letztes letzten letzter ausgangswert
    last previous base level
    """
)


def _refers(reading: "Reading", today: dt.date) -> bool:
    """A baseline value, a word of comparison, or a year or period to compare with."""
    if any(quantity.role in _ANCHORS for quantity in reading.quantities):
        return True
    if any(found.last is not None and found.last < today for found in reading.times):
        return True
    return bool(reading.flags & c.BASELINE) or any(
        token.folded in _REFERENCES for token in reading.tokens
    )


def _relative_to_itself(reading: "Reading", quantity: Quantity) -> bool:
    """ "um 6 Uhr", "by 5 people": not a change."""
    if quantity.unit in ("percent", "multiple", "fraction"):
        return False
    moves = c.DIRECTION | c.MULTIPLE | c.COMPARATIVE
    return not reading.flags & moves
