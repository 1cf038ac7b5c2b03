"""M205: a number of nothing."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.quantities import Role
from goals.smart.rule import Finding, Rule
from goals.smart.tokens import TokenKind
from goals.smart.words import classes as c
from goals.smart.words.sets import word_set

if TYPE_CHECKING:
    from goals.smart.checked import Checked, Reading


class ValueWithoutUnit(Rule):
    """Say what the number counts: a unit, a thing, or the scale.

    Why: 50 of what? Points, per cent and pieces are different goals.
    Warum: 50 was? Punkte, Prozent und Stück sind verschiedene Ziele.
    Bad (de): Den Score der Filiale auf 50 bringen.
    Good (de): Den NPS der Filiale auf 50 bringen.
    Bad (en): Bring the score of the branch to 50.
    Good (en): Bring the branch NPS to 50.
    Leaves alone: metrics with a scale of their own (NPS, grade), "number of …", counted nouns.
    """

    code, name = "M205", "measurable.value-without-unit"
    dimension = "measurable"
    severity = "warning"
    needs = c.BARE_SEEN
    messages: ClassVar = {
        "de": "„{words}“ – {words} was? Es fehlt die Einheit.",
        "en": "“{words}” – {words} what? The unit is missing.",
    }
    fixes: ClassVar = {
        "de": "{words} {Einheit}",
        "en": "{words} {unit}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        for reading in (checked.goal, *checked.criteria):
            bare = None
            for quantity in reading.quantities:
                if quantity.unit and quantity.role not in (Role.NAME, Role.SCOPE):
                    bare = None
                    break
                if not quantity.unit and quantity.role in _VALUES:
                    bare = bare or quantity
            if bare is not None and not _has_scale(reading):
                yield self.at(reading, bare.first, bare.last)
                return


_VALUES = frozenset((Role.TARGET, Role.BASELINE, Role.DELTA))


def _has_scale(reading: "Reading") -> bool:
    """Unless "score" or "value" is all that is named, the noun says what is counted."""
    generic = False
    paired = {quantity.role for quantity in reading.quantities} >= _PAIR
    for i, entry in enumerate(reading.entries):
        flags = entry.flags
        if flags & c.GENERIC_METRIC and not flags & c.COMPOUND:
            after = reading.tokens[i + 1].folded if i + 1 < len(reading.tokens) else ""
            if reading.tokens[i].folded in _COUNTS and after in _OF:
                return True
            if _is_named(reading, i, c.FUNCTION if paired else c.GENERAL) or (
                paired and reading.tokens[i].folded in _SCALES
            ):
                return True
            generic = True
        elif flags & (c.METRIC | c.SOFT):
            return True
    return not generic


def _is_named(reading: "Reading", i: int, wide: int) -> bool:
    """ "review score", "Hygiene-Index": the noun before says of what."""
    k = i - 1
    if k > 0 and reading.tokens[k].text == "-":
        k -= 1
    if k < 0 or reading.tokens[k].kind is not TokenKind.WORD or reading.timed[k]:
        return False
    flags = reading.entries[k].flags
    small = c.FUNCTION | c.ADJECTIVE | c.ANY_VERB | c.WEAK | c.GENERIC_METRIC | wide
    german = flags & (c.GERMAN | c.IN_GERMAN)
    return not flags & small and (not german or k < i - 1)


_PAIR = frozenset((Role.BASELINE, Role.TARGET))
_SCALES = word_set("score scores index rating")
_COUNTS = word_set("zahl zahlen number numbers figure figures")
_OF = word_set("der an of von des")
