"""R409: better than it ever was."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.spans import Field
from goals.smart.tokens import fold

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class BeyondBest(Rule):
    """Aim at or below the best value so far, or say what makes a new record possible.

    Why: a value that was never reached needs more than the will to reach it.
    Warum: Ein Wert, der nie erreicht wurde, braucht mehr als den Willen dazu.
    Bad (de): Bisher bester Wert 4,1; Soll 4,9.
    Good (de): Bisher bester Wert 4,1; Soll 4,0.
    Bad (en): Best value so far 4.1; target 4.9.
    Good (en): Best value so far 4.1; target 4.0.
    Leaves alone: metrics without a history.
    """

    code, name = "R409", "realistic.beyond-best"
    dimension = "realistic"
    severity = "warning"
    data = True
    messages: ClassVar = {
        "de": "{metric}: Soll {target}, bester Wert bisher {best}.",
        "en": "{metric}: target {target}, best value so far {best}.",
    }
    fixes: ClassVar = {
        "de": "{metric} auf {best} oder {was diesmal anders ist}",
        "en": "{metric} to {best}, or {what is different this time}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        if checked.history is None:
            return
        for best in checked.history.best:
            for item in checked.draft.criteria:
                if item.target is None or fold(best.metric) not in fold(item.text):
                    continue
                beyond = item.target > best.value if best.rising else item.target < best.value
                if beyond:
                    yield self.on(
                        Field.CRITERIA,
                        metric=best.metric,
                        target=f"{item.target:g}",
                        best=f"{best.value:g}",
                    )
