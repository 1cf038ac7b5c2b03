"""M206: the verb says up, the values go down."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.quantities import Quantity, Role
from goals.smart.rule import Finding, Rule
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked, Reading


class DirectionContradictsValues(Rule):
    """Make verb and values agree: what is reduced ends lower than it begins.

    Why: one of the two is a slip, and each side will read the other one.
    Warum: Eins von beiden ist ein Versehen, und jede Seite liest das andere.
    Bad (de): Die Lieferzeit von 5 auf 12 Tage senken.
    Good (de): Die Lieferzeit von 12 auf 5 Tage senken.
    Bad (en): Reduce delivery time from 5 to 12 days.
    Good (en): Reduce delivery time from 12 to 5 days.
    Leaves alone: verbs without a direction ("improve", "bring to").
    """

    code, name = "M206", "measurable.contradiction"
    dimension = "measurable"
    severity = "error"
    needs = c.BASELINE_SEEN
    messages: ClassVar = {
        "de": "Verb und Werte widersprechen sich: „{words}“.",
        "en": "Verb and values contradict each other: “{words}”.",
    }
    fixes: ClassVar = {
        "de": "Werte tauschen oder das Verb ändern",
        "en": "swap the values or change the verb",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        for reading in (checked.goal, *checked.criteria):
            yield from self._of(reading)

    def _of(self, reading: "Reading") -> Iterable[Finding]:
        pairs = zip(reading.quantities, reading.quantities[1:], strict=False)
        for before, after in pairs:
            if before.role is not Role.BASELINE or after.role is not Role.TARGET:
                continue
            if before.ambiguous or after.ambiguous or not _same_unit(reading, before, after):
                continue
            verb = _verb(reading, before.first)
            bare = not before.unit and before.factor == 1
            start = before.value * after.factor if bare else before.value
            if verb is None or start == after.value:
                continue
            flags = reading.entries[verb].flags
            rising = after.value > start
            if (flags & c.UP and not flags & c.DOWN and not rising) or (
                flags & c.DOWN and not flags & c.UP and rising
            ):
                first, last = min(verb, before.first), max(verb, after.last)
                yield self.at(reading, first, last)


def _same_unit(reading: "Reading", before: Quantity, after: Quantity) -> bool:
    """Whether the values can be compared: "2 Tage" and "4 Stunden", or grades, can not."""
    if any(entry.lemma.endswith(_LOW_IS_GOOD) for entry in reading.entries):
        return False
    if not before.unit or not after.unit:
        return True
    units = [reading.tokens[quantity.last].folded[:3] for quantity in (before, after)]
    return before.unit == after.unit and (before.unit == "noun" or units[0] == units[1])


_LOW_IS_GOOD = ("note", "noten", "schnitt", "rang", "platz", "grade", "rank", "ranking")


def _verb(reading: "Reading", i: int) -> int | None:
    """The verb of direction nearest to the values, unless the sentence has verbs of both kinds."""
    best, seen = None, 0
    for k in range(max(0, i - WINDOW), min(len(reading.entries), i + WINDOW)):
        flags = reading.entries[k].flags
        if not flags & (c.UP | c.DOWN) or flags & (c.METRIC | c.COMPARATIVE | c.PERSON):
            continue
        if reading.sentences[k] != reading.sentences[i] or reading.roles[k] != reading.roles[i]:
            continue
        if k == 0 and reading.entries[k].lemma == "lift":
            continue  # a lift goes up and down
        seen |= flags & (c.UP | c.DOWN)
        if best is None or abs(k - i) < abs(best - i):
            best = k
    return best if seen != c.UP | c.DOWN else None


WINDOW = 25  # tokens between values and verb
