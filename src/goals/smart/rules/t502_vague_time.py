"""T502: "soon" instead of a date."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding
from goals.smart.rules.time_rule import TimeRule
from goals.smart.spans import Field
from goals.smart.times import TimeKind
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class VagueTime(TimeRule):
    """Put a date where "soon", "asap" or "mittelfristig" stands.

    Why: everybody means another day by it.
    Warum: Jeder meint einen anderen Tag damit.
    Bad (de): Die Beschwerden zeitnah klären.
    Good (de): Die Beschwerden bis 11.12.2026 klären.
    Bad (en): Settle the complaints asap.
    Good (en): Settle the complaints by 11 December 2026.
    Leaves alone: a vague word beside a date that can be resolved.
    """

    code, name = "T502", "time-bound.vague"
    needs = c.VAGUE_TIME_SEEN | c.UNREADABLE_SEEN | c.DEADLINE_GIVEN
    severity = "error"
    messages: ClassVar[Mapping[str, str]] = {
        "de": "„{words}“ ist kein Termin: Jeder meint einen anderen Tag damit.",
        "de.unreadable": "„{words}“ lässt sich keinem Tag zuordnen.",
        "en": "“{words}” is no date: everybody means another day by it.",
        "en.unreadable": "“{words}” cannot be tied to one day.",
    }
    fixes: ClassVar[Mapping[str, str]] = {
        "de": "bis {Datum}",
        "en": "by {date}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        if self.dated(checked):
            return
        found = False
        for reading, phrase in self.phrases(checked, TimeKind.VAGUE, criteria=True):
            found = True
            yield self.point(reading, phrase)
        for reading, phrase in self.phrases(checked, TimeKind.DEADLINE, criteria=True):
            if phrase.last is None and not phrase.impossible:
                found = True
                yield self.point(reading, phrase, variant="unreadable")
        field = checked.deadline
        if field is not None and not found and not any(_explained(p.kind) for p in field.times):
            words = field.text.raw.strip()
            end = len(field.text.raw)
            yield self.on(Field.DEADLINE, end=end, variant="unreadable", words=words)


def _explained(kind: TimeKind) -> bool:
    """Whether another rule says what is wrong with the deadline field."""
    return kind in {TimeKind.EVENT, TimeKind.DEADLINE}
