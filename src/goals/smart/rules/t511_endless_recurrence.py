"""T511: something is to be done again and again, without an end."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding
from goals.smart.rules.time_rule import TimeRule
from goals.smart.times import TimeKind
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class EndlessRecurrence(TimeRule):
    """Say until when it is to be done again and again.

    Why: without an end nobody can say that it was done.
    Warum: Ohne Ende kann niemand sagen, dass es getan ist.
    Bad (de): Jeden Montag 5 km laufen.
    Good (de): Jeden Montag 5 km laufen, bis 30. Juni 2027.
    Bad (en): Run 5 km every Monday.
    Good (en): Run 5 km every Monday until 30 June 2027.
    Leaves alone: rates ("40 a month"); a recurrence beside a deadline.
    """

    code, name = "T511", "time-bound.endless"
    needs = c.RECURRENCE_SEEN
    severity = "warning"
    messages: ClassVar[Mapping[str, str]] = {
        "de": "„{words}“ hat kein Ende.",
        "en": "“{words}” has no end.",
    }
    fixes: ClassVar[Mapping[str, str]] = {
        "de": "{words} bis {Datum}",
        "en": "{words} until {date}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        if self.dated(checked):
            return
        for reading, found in self.phrases(checked, TimeKind.RECURRENCE):
            if found.rule == "recurrence":
                yield self.point(reading, found)
                return
