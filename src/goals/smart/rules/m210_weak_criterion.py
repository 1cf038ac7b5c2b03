"""M210: a criterion that measures nothing."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked, Reading


class WeakCriterion(Rule):
    """Give the criterion a number or a result that is there or not.

    Why: a criterion is what decides in the end; "runs well" decides nothing.
    Warum: Am Ende entscheidet das Kriterium; „läuft gut“ entscheidet nichts.
    Bad (de): Neue Kasse im Café Nord einführen | Kriterium: läuft gut
    Good (de): Neue Kasse im Café Nord einführen | Kriterium: 99,5 % verfügbar im Monat
    Bad (en): Introduce the new till in the north café | criterion: runs smoothly
    Good (en): Introduce the new till in the north café | criterion: 99.5 % available per month
    Leaves alone: criteria with a measure or a proof ("signed", "passed").
    """

    code, name = "M210", "measurable.weak-criterion"
    dimension = "measurable"
    severity = "error"
    of_fields = True
    messages: ClassVar = {
        "de": "„{words}“ entscheidet nichts: Dem Kriterium fehlt ein Maß.",
        "en": "“{words}” decides nothing: the criterion has no measure.",
    }
    fixes: ClassVar = {
        "de": "{Metrik} {Soll} {Einheit}, gemessen an {Quelle}",
        "en": "{metric} {target} {unit}, measured by {source}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        for i, reading in enumerate(checked.criteria):
            item = checked.draft.criteria[i]
            if item.target is not None or any(m.reading is reading for m in checked.measures):
                continue
            if reading.tokens and _is_weak(reading):
                yield self.at(reading, 0, len(reading.tokens) - 1)


_VAGUE = c.WEAK | c.COMPARATIVE | c.ABSOLUTE | c.INTENSIFIER


def _is_weak(reading: "Reading") -> bool:
    """A word of taste, a bare quality, or nothing but small words."""
    if reading.flags & c.PROOF:
        return False
    if reading.flags & _VAGUE:
        return True
    content = [
        entry.flags
        for entry in reading.entries
        if entry.flags and not entry.flags & (c.FUNCTION | c.TIME)
    ]
    if not content:
        return True
    bare = c.SOFT | c.DIRECTION | c.STATE | c.EMPTY | c.ASPIRE
    return (
        len(content) <= 3
        and any(flags & (c.SOFT | c.EMPTY) for flags in content)
        and all(flags & (bare | c.PERSON | c.VERB) for flags in content)
    )
