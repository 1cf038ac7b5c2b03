"""R402: enough of everything."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.words import classes as c
from goals.smart.words.sets import word_set

if TYPE_CHECKING:
    from goals.smart.checked import Checked, Reading


class VagueResources(Rule):
    """Give resources an amount and a unit.

    Why: "enough budget" is refused by nobody and granted by nobody.
    Warum: „Genügend Budget“ lehnt niemand ab, und niemand bewilligt es.
    Bad (de): Archiv mit genügend Personal bis Raum 5 erfassen
    Good (de): Archiv mit 2 Personen bis Raum 5 erfassen
    Bad (en): Record the archive with sufficient staff up to shelf 5
    Good (en): Record the archive with 2 people up to shelf 5
    Leaves alone: amounts with a number.
    """

    code, name = "R402", "realistic.vague-resources"
    dimension = "realistic"
    severity = "warning"
    needs = c.SUFFICIENT | c.VAGUE_QUANTITY | c.WEAK | c.APPROXIMATE
    messages: ClassVar = {
        "de": "„{words}“: Wie viel genau?",
        "en": "“{words}”: how much exactly?",
    }
    fixes: ClassVar = {
        "de": "{Menge} {Einheit} {Ressource}",
        "en": "{amount} {unit} {resource}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        for reading in (*checked.resources, checked.goal):
            for i in range(len(reading.tokens)):
                if (
                    reading.entries[i].flags & c.SUFFICIENT
                    and i + 1 < len(reading.tokens)
                    and _resource(reading, i + 1)
                ):
                    yield self.at(reading, i, i + 1)
                    return
            if reading is not checked.goal and reading.tokens and not reading.quantities:
                flags = reading.flags & (c.VAGUE_QUANTITY | c.WEAK | c.APPROXIMATE)
                if flags:
                    yield self.at(reading, 0, len(reading.tokens) - 1)
                    return


_MEANS = word_set(
    """
    personal zeit geld leute material ressourcen mittel budget kapazitaet kapazitaeten
    personen staff time money people resources means capacity funding funds manpower
    """
)


def _resource(reading: "Reading", i: int) -> bool:
    return bool(reading.entries[i].flags & c.RESOURCE) or reading.tokens[i].folded in _MEANS
