"""T514: the calendar has no such day."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding
from goals.smart.rules.time_rule import TimeRule
from goals.smart.times import TimeKind
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class ImpossibleDate(TimeRule):
    """Name a day, week or quarter that the calendar has.

    Why: a day that does not exist never comes.
    Warum: Ein Tag, den es nicht gibt, kommt nie.
    Bad (de): Den Keller bis 31.02.2027 trockenlegen.
    Good (de): Den Keller bis 28.02.2027 trockenlegen.
    Bad (en): Drain the cellar by 31 February 2027.
    Good (en): Drain the cellar by 28 February 2027.
    Leaves alone: 29 February in a leap year, week 53 where a year has one.
    """

    code, name = "T514", "time-bound.impossible"
    needs = c.IMPOSSIBLE_SEEN
    severity = "error"
    messages: ClassVar[Mapping[str, str]] = {
        "de": "„{words}“ gibt es im Kalender nicht.",
        "en": "The calendar has no “{words}”.",
    }
    fixes: ClassVar[Mapping[str, str]] = {
        "de": "bis {Datum}",
        "en": "by {date}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        for reading, found in self.phrases(checked, *TimeKind, criteria=True):
            if found.impossible:
                yield self.point(reading, found)
