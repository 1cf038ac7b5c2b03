"""T505: only a year or half a year is named."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding
from goals.smart.rules.time_rule import TimeRule, spoken
from goals.smart.times import Grain
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class CoarseDeadline(TimeRule):
    """Name the day a coarse deadline means.

    Why: "in 2027" is read as its last day; most people hope for an earlier one.
    Warum: „In 2027“ heißt: am letzten Tag; die meisten hoffen auf einen früheren.
    Bad (de): In 2027 zwanzig Betriebe beraten.
    Good (de): Bis 30.09.2027 zwanzig Betriebe beraten.
    Bad (en): Advise twenty firms in 2027.
    Good (en): Advise twenty firms by 30 September 2027.
    Leaves alone: months, quarters, weeks and days.
    """

    code, name = "T505", "time-bound.coarse"
    needs = c.DUE_COARSE
    severity = "advice"
    messages: ClassVar[Mapping[str, str]] = {
        "de": "„{words}“ ist grob: Es gilt der {deadline}.",
        "en": "“{words}” is coarse: it means {deadline}.",
    }
    fixes: ClassVar[Mapping[str, str]] = {
        "de": "bis {deadline}, oder früher",
        "en": "by {deadline}, or earlier",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        main = self.deadline(checked)
        if main is None or checked.deadline_date is not None:
            return
        if main[1].grain in {Grain.YEAR, Grain.HALF, Grain.LONGER} and main[1].rule != "amount":
            yield self.point(*main, deadline=spoken(main[1].last))
