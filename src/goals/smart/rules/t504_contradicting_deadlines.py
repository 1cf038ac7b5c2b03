"""T504: the goal says one day, the deadline field another."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding
from goals.smart.rules.time_rule import TimeRule, spoken
from goals.smart.times import main_deadline
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class ContradictingDeadlines(TimeRule):
    """Keep one deadline: the one in the text or the one in the field.

    Why: each side will remember the one that suits it.
    Warum: Jede Seite merkt sich den Termin, der ihr passt.
    Bad (de): Den Umzug bis Ende Q1 2027 abschließen | Termin: 30.06.2027
    Good (de): Den Umzug bis Ende Q2 2027 abschließen | Termin: 30.06.2027
    Bad (en): Finish the move by the end of Q1 2027 | deadline: 2027-06-30
    Good (en): Finish the move by the end of Q2 2027 | deadline: 2027-06-30
    Leaves alone: a field that lies within the period the text names; steps before the end.
    """

    code, name = "T504", "time-bound.contradiction"
    needs = c.DEADLINE_GIVEN
    severity = "error"
    messages: ClassVar[Mapping[str, str]] = {
        "de": "Im Text {text}, im Terminfeld {field}.",
        "en": "{text} in the text, {field} in the deadline field.",
    }
    fixes: ClassVar[Mapping[str, str]] = {
        "de": "einen der beiden Termine streichen: {text} oder {field}",
        "en": "drop one of the two: {text} or {field}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        field = checked.deadline_date
        if field is None and checked.deadline is not None:
            given = main_deadline(checked.deadline.times)
            field = given.last if given is not None else None
        said = main_deadline(checked.goal.times)
        if field is None or said is None or said.last is None or said.first is None:
            return
        if said.rule == "amount" or said.first <= field <= said.last:
            return
        if said.marked and said.last != field:
            yield self.point(checked.goal, said, text=spoken(said.last), field=spoken(field))
