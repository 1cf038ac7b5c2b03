"""T501: nobody says until when."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding
from goals.smart.rules.time_rule import TimeRule
from goals.smart.spans import Field
from goals.smart.times import TimeKind
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class NoDeadline(TimeRule):
    """Say by when: a date that anyone finds in a calendar.

    Why: without a date it is never late, and never done.
    Warum: Ohne Termin ist nichts zu spät, und nichts wird fertig.
    Bad (de): Neue Website.
    Good (de): Neue Website bis 30.04.2027.
    Bad (en): New website.
    Good (en): New website by 30 April 2027.
    Leaves alone: a date in the deadline field or a criterion; vague words (T502), events (T515).
    """

    code, name = "T501", "time-bound.no-deadline"
    needs = c.NOT_DUE
    severity = "error"
    messages: ClassVar[Mapping[str, str]] = {
        "de": "Es ist nicht gesagt, bis wann.",
        "en": "It is not said by when.",
    }
    fixes: ClassVar[Mapping[str, str]] = {
        "de": "bis {Datum}",
        "en": "by {date}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        kinds = (TimeKind.VAGUE, TimeKind.EVENT, TimeKind.DEADLINE)
        for _ in self.phrases(checked, *kinds, criteria=True):
            return
        if checked.draft.plain:
            yield self.on(Field.GOAL, end=len(checked.goal.text.raw))
        else:
            yield self.on(Field.DEADLINE)
