"""T510: it says from when, not until when."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding
from goals.smart.rules.time_rule import TimeRule
from goals.smart.times import TimeKind
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class StartOnly(TimeRule):
    """Add the end to the beginning.

    Why: "from May" and "since 2024" say when something begins or began, not when it is reached.
    Warum: „Ab Mai“ und „seit 2024“ sagen, wann etwas beginnt, nicht, wann es erreicht ist.
    Bad (de): Die Küche ab Mai entlasten.
    Good (de): Die Küche bis Mai 2027 um 10 Stunden entlasten.
    Bad (en): Relieve the kitchen from May.
    Good (en): Relieve the kitchen by May 2027.
    Leaves alone: a beginning beside a deadline; earlier figures to compare with.
    """

    code, name = "T510", "time-bound.start-only"
    needs = c.START_SEEN
    severity = "warning"
    messages: ClassVar[Mapping[str, str]] = {
        "de": "„{words}“ ist ein Anfang, kein Ende.",
        "de.since": "„{words}“ liegt zurück und ist kein Termin.",
        "en": "“{words}” is a beginning, not an end.",
        "en.since": "“{words}” looks back and is no deadline.",
    }
    fixes: ClassVar[Mapping[str, str]] = {
        "de": "von {words} bis {Datum}",
        "en": "from {words} to {date}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        if self.dated(checked):
            return
        for reading, found in self.phrases(checked, TimeKind.START, TimeKind.SINCE):
            since = found.kind is TimeKind.SINCE
            yield self.point(reading, found, variant="since" if since else "")
            return
