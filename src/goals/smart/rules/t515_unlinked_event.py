"""T515: the deadline is an event without a date."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding
from goals.smart.rules.time_rule import TimeRule
from goals.smart.times import TimeKind
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class UnlinkedEvent(TimeRule):
    """Link the event, or give its date.

    Why: events move, and nobody tells those who count on them.
    Warum: Ereignisse verschieben sich, und niemand sagt es denen, die damit rechnen.
    Bad (de): Die Schulung bis zum Go-live abschließen.
    Good (de): Die Schulung bis zum Go-live am 15.03.2027 abschließen.
    Bad (en): Finish the training by the next review.
    Good (en): Finish the training by 15 March 2027.
    Leaves alone: an event beside a date.
    """

    code, name = "T515", "time-bound.event"
    needs = c.EVENT_SEEN
    severity = "warning"
    messages: ClassVar[Mapping[str, str]] = {
        "de": "„{words}“ hat kein Datum.",
        "en": "“{words}” has no date.",
    }
    fixes: ClassVar[Mapping[str, str]] = {
        "de": "{words} am {Datum}",
        "en": "{words} on {date}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        if self.dated(checked):
            return
        for reading, found in self.phrases(checked, TimeKind.EVENT, criteria=True):
            yield self.point(reading, found)
            return
