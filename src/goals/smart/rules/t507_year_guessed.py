"""T507: no year is named."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding
from goals.smart.rules.time_rule import TimeRule, spoken
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class YearGuessed(TimeRule):
    """Write the year.

    Why: read a year later, the date means another day.
    Warum: Ein Jahr später gelesen, meint das Datum einen anderen Tag.
    Bad (de): Den Vertrag bis 31.12. kündigen.
    Good (de): Den Vertrag bis 31.12.2026 kündigen.
    Bad (en): Cancel the contract by 31 December.
    Good (en): Cancel the contract by 31 December 2026.
    Leaves alone: weekdays, "next month" and other words that count from today.
    """

    code, name = "T507", "time-bound.year-guessed"
    needs = c.DUE_GUESSED
    severity = "advice"
    messages: ClassVar[Mapping[str, str]] = {
        "de": "Ohne Jahr gelesen als {deadline}.",
        "en": "Without a year, read as {deadline}.",
    }
    fixes: ClassVar[Mapping[str, str]] = {
        "de": "bis {deadline}",
        "en": "by {deadline}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        main = self.deadline(checked)
        if main is not None and main[1].year_guessed and checked.deadline_date is None:
            yield self.point(*main, deadline=spoken(main[1].last))
