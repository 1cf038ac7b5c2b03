"""R406: a large commission without a risk."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.spans import Field

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class NoRiskList(Rule):
    """Write down what could go wrong, from the size limit on.

    Why: a large commission without a risk has not been thought through.
    Warum: Ein großer Auftrag ohne Risiko ist nicht durchdacht.
    Bad (de): 60 Personentage, keine Risiken.
    Good (de): 60 Personentage, 2 Risiken mit Maßnahmen.
    Bad (en): 60 person-days, no risks.
    Good (en): 60 person-days, 2 risks with measures.
    Leaves alone: small commissions.
    """

    code, name = "R406", "realistic.no-risk-list"
    dimension = "realistic"
    severity = "warning"
    data = True
    messages: ClassVar = {
        "de": "{days} Personentage und kein Risiko: Was könnte schiefgehen?",
        "en": "{days} person-days and no risk: what could go wrong?",
    }
    fixes: ClassVar = {
        "de": "{Risiko}: Wahrscheinlichkeit {1–5}, Auswirkung {1–5}, {Maßnahme}",
        "en": "{risk}: likelihood {1–5}, impact {1–5}, {measure}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        record = checked.record
        if record is None or record.risks or record.effort_days is None:
            return
        if record.effort_days >= checked.config.thresholds.risk_effort_days:
            yield self.on(Field.RISKS, days=f"{record.effort_days:g}")
