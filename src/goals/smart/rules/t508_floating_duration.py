"""T508: a length of time without a day it counts from."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding
from goals.smart.rules.time_rule import TimeRule, spoken
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class FloatingDuration(TimeRule):
    """Tie a length of time to a day, or write the day it ends.

    Why: six weeks from when? The clock starts whenever somebody wants it to.
    Warum: Sechs Wochen ab wann? Die Uhr beginnt, wann es jemand passt.
    Bad (de): Neue Website innerhalb von 6 Wochen.
    Good (de): Neue Website bis 02.01.2027.
    Bad (en): New website within 6 weeks.
    Good (en): New website by 2 January 2027.
    Leaves alone: lengths counted from a named day; service levels (T509).
    """

    code, name = "T508", "time-bound.floating"
    needs = c.DUE_COUNTED
    severity = "warning"
    messages: ClassVar[Mapping[str, str]] = {
        "de": "„{words}“ ab wann? Von heute an wäre es der {deadline}.",
        "en": "“{words}” from when? From today it would be {deadline}.",
    }
    fixes: ClassVar[Mapping[str, str]] = {
        "de": "{words} ab Zusage ({deadline})",
        "en": "{words} of sign-off ({deadline})",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        main = self.deadline(checked)
        if main is None or checked.deadline_date is not None:
            return
        reading, found = main
        if found.rule == "amount" and not _anchored(reading.text.clean[found.start : found.end]):
            yield self.point(reading, found, deadline=spoken(found.last))


def _anchored(words: str) -> bool:
    """Whether the phrase itself says "from today"."""
    return any(word in words.casefold().split() for word in ("today", "now", "heute", "jetzt"))
