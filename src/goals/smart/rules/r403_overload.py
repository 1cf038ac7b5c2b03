"""R403: more promised than there are days."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.spans import Field

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class Overload(Rule):
    """Move the date, drop something else, or add people in the window that is full.

    Why: what is promised beyond capacity comes late, with everything else.
    Warum: Was über die Kapazität hinaus versprochen ist, kommt zu spät, samt allem anderen.
    Bad (de): Im Mai sind 140 % der Kapazität zugesagt.
    Good (de): Im Mai sind 85 % der Kapazität zugesagt.
    Bad (en): 140 % of capacity is promised in May.
    Good (en): 85 % of capacity is promised in May.
    Leaves alone: load up to the threshold; an error from the second threshold on.
    """

    code, name = "R403", "realistic.overload"
    dimension = "realistic"
    severity = "warning"
    data = True
    messages: ClassVar = {
        "de": (
            "{window}: {share} % der Kapazität zugesagt ({committed} von {capacity} Personentagen)."
        ),
        "en": "{window}: {share} % of capacity promised ({committed} of {capacity} person-days).",
    }
    fixes: ClassVar = {
        "de": "Termin auf nach {window} verschieben oder {Personentage} Personentage freimachen",
        "en": "move the deadline beyond {window} or free {days} person-days",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        if checked.record is None:
            return
        limits = checked.config.thresholds
        for load in checked.record.workload:
            share = (
                load.committed / load.capacity
                if load.capacity > 0
                else float(load.committed > 0) * 9.99
            )
            if share > limits.overload_warning:
                yield self.on(
                    Field.RECORD,
                    severity="error" if share > limits.overload_error else None,
                    window=load.window,
                    share=round(100 * share),
                    committed=f"{load.committed:g}",
                    capacity=f"{load.capacity:g}",
                )
