"""R410: what is needed first ends later."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.evidence import resolved_deadline
from goals.smart.rule import Finding, Rule
from goals.smart.spans import Field

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class LateDependency(Rule):
    """Put the deadline after that of everything it depends on, or untie the two.

    Why: the plan contradicts itself before anyone has begun.
    Warum: Der Plan widerspricht sich, bevor jemand angefangen hat.
    Bad (de): Braucht A (fällig 1. Juni), selbst fällig 1. Mai.
    Good (de): Braucht A (fällig 1. Juni), selbst fällig 15. Juni.
    Bad (en): Needs A (due 1 June), due itself 1 May.
    Good (en): Needs A (due 1 June), due itself 15 June.
    Leaves alone: dependencies that are done, or have no date.
    """

    code, name = "R410", "realistic.late-dependency"
    dimension = "realistic"
    severity = "error"
    data = True
    messages: ClassVar = {
        "de": "Braucht {key}, fällig am {due}; der eigene Termin ist der {deadline}.",
        "en": "Needs {key}, due on {due}; its own deadline is {deadline}.",
    }
    fixes: ClassVar = {
        "de": "Termin nach {due} oder Abhängigkeit von {key} lösen",
        "en": "a deadline after {due}, or untie {key}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        deadline = resolved_deadline(checked)
        if checked.record is None or deadline is None:
            return
        for other in checked.record.dependencies:
            if not other.done and other.due is not None and other.due > deadline:
                yield self.on(
                    Field.DEADLINE,
                    key=other.key,
                    due=other.due.isoformat(),
                    deadline=deadline.isoformat(),
                )
