"""M203: "significantly" instead of a number."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class DirectionWithoutValue(Rule):
    """Put a number where "significantly" stands.

    Why: the word announces a figure that was never agreed.
    Warum: Das Wort kündigt eine Zahl an, die nie vereinbart wurde.
    Bad (de): Die Kosten im Fuhrpark deutlich senken.
    Good (de): Die Kosten im Fuhrpark um 8 % senken.
    Bad (en): Reduce fleet costs significantly.
    Good (en): Reduce fleet costs by 8 %.
    Leaves alone: a number in the same sentence, a measured criterion, purpose clauses.
    """

    code, name = "M203", "measurable.direction-without-value"
    dimension = "measurable"
    severity = "warning"
    needs = c.INTENSIFIER
    messages: ClassVar = {
        "de": "„{words}“: Um wie viel?",
        "en": "“{words}”: by how much?",
    }
    fixes: ClassVar = {
        "de": "um {Wert} {Einheit}, von {Ist} auf {Soll}",
        "en": "by {value} {unit}, from {baseline} to {target}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        goal = checked.goal
        if not goal.flags & (c.DIRECTION | c.COMPARATIVE | c.METRIC | c.SOFT | c.REACH):
            return
        for i in goal.having(c.INTENSIFIER):
            if not checked.measured_at(goal, i):
                yield self.at(goal, i, i)
                return
