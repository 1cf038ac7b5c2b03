"""R405: how often comparable ones were reached."""

from collections.abc import Iterable
from math import sqrt
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.spans import Field

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class SuccessRate(Rule):
    """Look at how the comparable ones went before you promise this one.

    Why: the share that was reached is the best first guess for the next one.
    Warum: Der Anteil der erreichten ist die beste erste Schätzung für den nächsten.
    Bad (de): 3 von 11 vergleichbaren wurden erreicht.
    Good (de): 9 von 11 vergleichbaren wurden erreicht.
    Bad (en): 3 of 11 comparable ones were reached.
    Good (en): 9 of 11 comparable ones were reached.
    Leaves alone: fewer than 8 comparable ones; a share of one half or more.
    """

    code, name = "R405", "realistic.success-rate"
    dimension = "realistic"
    severity = "advice"
    data = True
    messages: ClassVar = {
        "de": (
            "{reached} von {count} vergleichbaren wurden erreicht ({share} %, 95-%-Intervall "
            "{low}–{high} %). {similarity}"
        ),
        "en": (
            "{reached} of {count} comparable ones were reached ({share} %, 95 % interval "
            "{low}–{high} %). {similarity}"
        ),
    }
    fixes: ClassVar = {
        "de": "Umfang oder Termin anpassen: {was diesmal anders ist}",
        "en": "adapt scope or deadline: {what is different this time}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        history = checked.history
        if history is None or history.count < checked.config.thresholds.history_minimum:
            return
        if history.reached * 2 >= history.count:
            return
        low, high = wilson(history.reached, history.count)
        yield self.on(
            Field.RECORD,
            reached=history.reached,
            count=history.count,
            share=round(100 * history.reached / history.count),
            low=round(100 * low),
            high=round(100 * high),
            similarity=history.similarity,
        )


def wilson(reached: int, count: int, z: float = 1.959964) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927), as numbers from 0 to 1; ``count`` > 0."""
    share = reached / count
    middle = share + z * z / (2 * count)
    spread = z * sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    scale = 1 + z * z / count
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)
