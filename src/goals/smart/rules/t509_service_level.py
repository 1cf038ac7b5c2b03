"""T509: how fast each case is dealt with says nothing about when that is so."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding
from goals.smart.rules.time_rule import TimeRule
from goals.smart.times import TimeKind
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class ServiceLevel(TimeRule):
    """Say from when, or until when, the service level is to hold.

    Why: a time per case is kept for ever; it is a measure, no deadline.
    Warum: Eine Zeit je Fall gilt auf Dauer; sie ist ein Maß, kein Termin.
    Bad (de): Anfragen innerhalb von zwei Tagen beantworten.
    Good (de): Anfragen innerhalb von zwei Tagen beantworten, erreicht bis 01.03.2027.
    Bad (en): Answer requests within two days.
    Good (en): Answer requests within two days, reached by 1 March 2027.
    Leaves alone: a service level beside a deadline.
    """

    code, name = "T509", "time-bound.service-level"
    needs = c.SERVICE_SEEN
    severity = "warning"
    messages: ClassVar[Mapping[str, str]] = {
        "de": "„{words}“ gilt je Fall und ist kein Termin.",
        "en": "“{words}” holds per case and is no deadline.",
    }
    fixes: ClassVar[Mapping[str, str]] = {
        "de": "{words}, ab {Datum} dauerhaft; Rückschau am {Datum}",
        "en": "{words}, from {date} on; review on {date}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        if self.dated(checked):
            return
        for reading, found in self.phrases(checked, TimeKind.SERVICE_LEVEL):
            yield self.point(reading, found)
            return
