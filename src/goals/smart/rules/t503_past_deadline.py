"""T503: the deadline is over."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding
from goals.smart.rules.time_rule import TimeRule, spoken
from goals.smart.spans import Field
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class PastDeadline(TimeRule):
    """Give a deadline that is still to come.

    Why: what should have been done already cannot be promised any more.
    Warum: Was schon fertig sein müsste, kann niemand mehr zusagen.
    Bad (de): Neue Website bis 1. Mai 2024.
    Good (de): Neue Website bis 1. Mai 2027.
    Bad (en): New website by 1 May 2024.
    Good (en): New website by 1 May 2027.
    Leaves alone: dates that say since when or compare with earlier ones.
    """

    code, name = "T503", "time-bound.past"
    needs = c.DUE_PAST
    severity = "error"
    messages: ClassVar[Mapping[str, str]] = {
        "de": "Der Termin {deadline} ist vorbei.",
        "en": "The deadline {deadline} is over.",
    }
    fixes: ClassVar[Mapping[str, str]] = {
        "de": "bis {Datum}",
        "en": "by {date}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        field = checked.deadline_date
        if field is not None:
            if field < checked.today:
                yield self.on(Field.DEADLINE, deadline=spoken(field))
            return
        main = self.deadline(checked)
        if main is not None and main[1].last is not None and main[1].last < checked.today:
            yield self.point(*main, deadline=spoken(main[1].last))
