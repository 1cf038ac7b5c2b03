"""T513: a long way without a step in between."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding
from goals.smart.rules.time_rule import TimeRule, spoken
from goals.smart.spans import Field

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class NoMilestone(TimeRule):
    """Put a dated step into every quarter of a long commission.

    Why: over a year nobody notices in time that it will be late.
    Warum: Über ein Jahr hinweg merkt niemand rechtzeitig, dass es später wird.
    Bad (de): Fällig in 20 Monaten, kein Zwischenschritt.
    Good (de): Fällig in 20 Monaten, ein Zwischenschritt je Quartal.
    Bad (en): Due in 20 months, no step in between.
    Good (en): Due in 20 months, one step a quarter.
    Leaves alone: commissions with a linked step, and those of a year or less.
    """

    code, name = "T513", "time-bound.no-milestone"
    severity = "warning"
    data = True
    messages: ClassVar[Mapping[str, str]] = {
        "de": "Bis {deadline} sind es {months} Monate, ohne Zwischenschritt.",
        "en": "It is {months} months until {deadline}, without a step in between.",
    }
    fixes: ClassVar[Mapping[str, str]] = {
        "de": "ein Zwischenschritt je Quartal, der erste bis {Datum}",
        "en": "one step per quarter, the first by {date}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        record = checked.record
        main = self.deadline(checked)
        end = checked.deadline_date or (main[1].last if main is not None else None)
        if record is None or end is None:
            return
        start = record.started or checked.today
        months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
        if months < checked.config.thresholds.milestone_months or (
            months == checked.config.thresholds.milestone_months and end.day <= start.day
        ):
            return
        if not any(start < step < end for step in record.milestones):
            yield self.on(Field.DEADLINE, deadline=spoken(end), months=months)
