"""T512: a name that looks like a date."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding
from goals.smart.rules.time_rule import TimeRule
from goals.smart.times import TimeKind
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class NameLooksLikeDate(TimeRule):
    """Add a deadline: what looks like a date here is a name.

    Why: it was not counted as a deadline; say so if it was meant as one.
    Warum: Es wurde nicht als Termin gezählt; wenn es einer sein soll, bitte deutlicher.
    Bad (de): Frau Mai am Empfang entlasten.
    Good (de): Frau Mai am Empfang bis 31.05.2027 entlasten.
    Bad (en): Shorten the Q3 report to 4 pages.
    Good (en): Shorten the Q3 report to 4 pages by 31 May 2027.
    Leaves alone: names beside a deadline.
    """

    code, name = "T512", "time-bound.name"
    needs = c.TIME_NAME_SEEN
    severity = "advice"
    messages: ClassVar[Mapping[str, str]] = {
        "de": "„{words}“ ist hier ein Name und zählt nicht als Termin.",
        "en": "“{words}” is a name here and does not count as a deadline.",
    }
    fixes: ClassVar[Mapping[str, str]] = {
        "de": "bis {Datum}",
        "en": "by {date}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        if self.dated(checked):
            return
        for reading, found in self.phrases(checked, TimeKind.NAME):
            yield self.point(reading, found)
            return
