"""R404: shorter than nearly all comparable ones took."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.evidence import resolved_deadline
from goals.smart.rule import Finding, Rule
from goals.smart.spans import Field

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class UnderBaseRate(Rule):
    """Allow the time that comparable commissions took, or say what is different this time.

    Why: plans are made from the inside and come out as the outside view says.
    Warum: Geplant wird aus der Innensicht; es kommt, wie die Außensicht sagt.
    Bad (de): 10 Tage; 8 von 10 vergleichbaren brauchten mehr als 24.
    Good (de): 30 Tage.
    Bad (en): 10 days; 8 of 10 comparable ones took more than 24.
    Good (en): 30 days.
    Leaves alone: fewer than 8 comparable ones, where nothing can be said.
    """

    code, name = "R404", "realistic.under-base-rate"
    dimension = "realistic"
    severity = "warning"
    data = True
    messages: ClassVar = {
        "de": (
            "{days} Tage bis zum Termin; von {count} vergleichbaren brauchten {percent} % "
            "mehr als {quantile} Tage (Median {median})."
        ),
        "en": (
            "{days} days until the deadline; of {count} comparable ones {percent} % took more "
            "than {quantile} days (median {median})."
        ),
    }
    fixes: ClassVar = {
        "de": "mindestens {quantile} Tage einplanen oder {was diesmal anders ist} nennen",
        "en": "plan {quantile} days or more, or say {what is different this time}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        record, history = checked.record, checked.history
        if history is None or history.count < checked.config.thresholds.history_minimum:
            return
        deadline = resolved_deadline(checked)
        if deadline is None:
            return
        start = record.started if record is not None and record.started else checked.today
        days = (deadline - start).days
        for quantile, percent, severity in (
            (history.p5, 95, "error"),
            (history.p20, 80, "warning"),
        ):
            if quantile is not None and 0 <= days < quantile:
                yield self.on(
                    Field.DEADLINE,
                    severity="error" if severity == "error" else "warning",
                    days=days,
                    count=history.count,
                    percent=percent,
                    quantile=f"{quantile:g}",
                    median="–" if history.p50 is None else f"{history.p50:g}",
                )
                return
