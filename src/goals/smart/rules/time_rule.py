"""What the rules on time share: which phrases they look at, and how they point at one.

Not a rule itself. The phrases come from ``goals.smart.times``; a service level or a start in a
criterion is a measure, so most rules look at the goal and the deadline field only.
"""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Dimension, Finding, Rule
from goals.smart.times import TimeExpression, TimeKind

if TYPE_CHECKING:
    from goals.smart.checked import Checked, Reading

Place = tuple["Reading", TimeExpression]


class TimeRule(Rule):
    """Base of the T rules."""

    dimension: ClassVar[Dimension] = "timeBound"

    def phrases(
        self, checked: "Checked", *kinds: TimeKind, criteria: bool = False
    ) -> Iterator[Place]:
        """Time phrases of these kinds in the goal, the deadline field and, if asked, criteria."""
        parts = (checked.goal, checked.deadline, *(checked.criteria if criteria else ()))
        for reading in parts:
            for found in reading.times if reading is not None else ():
                if found.kind in kinds:
                    yield reading, found  # type: ignore[misc]

    def deadline(self, checked: "Checked") -> Place | None:
        """The phrase that is the commission's deadline: the field's, the goal's, a criterion's."""
        return checked.due

    def dated(self, checked: "Checked") -> bool:
        """Whether some deadline is known as a day."""
        return checked.deadline_date is not None or checked.due is not None

    def point(
        self, reading: "Reading", found: TimeExpression, *, variant: str = "", **params: object
    ) -> Finding:
        """A finding on a time phrase."""
        text = reading.text
        start, end = found.start, found.end
        params.setdefault("words", text.clean[start:end])
        if text.offsets is not None:
            start, end = text.origin(start), text.origin(end - 1) + 1
        return Finding(
            type(self), self.severity, reading.field, reading.index, start, end, params, variant
        )


def spoken(day: dt.date | None) -> str:
    """A day as the messages write it."""
    return day.isoformat() if day else "?"
