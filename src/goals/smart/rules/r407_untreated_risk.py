"""R407: a high risk that nobody does anything about."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.spans import Field

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class UntreatedRisk(Rule):
    """Give every high risk a measure and an owner.

    Why: a risk that is only written down happens just as often.
    Warum: Ein Risiko, das nur aufgeschrieben ist, tritt genauso oft ein.
    Bad (de): W 4, A 5, keine Maßnahme.
    Good (de): W 4, A 5, zweiter Lieferant, Ben.
    Bad (en): L 4, I 5, no measure.
    Good (en): L 4, I 5, second supplier, Ben.
    Leaves alone: risks below the threshold of likelihood times impact.
    """

    code, name = "R407", "realistic.untreated-risk"
    dimension = "realistic"
    severity = "error"
    data = True
    messages: ClassVar = {
        "de": "Hohes Risiko ohne {missing_de}: {risk} (W {likelihood} × A {impact}).",
        "en": "High risk without {missing_en}: {risk} (L {likelihood} × I {impact}).",
    }
    fixes: ClassVar = {
        "de": "{Maßnahme}, verantwortlich {Person}",
        "en": "{measure}, owner {person}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        if checked.record is None:
            return
        for risk in checked.record.risks:
            if risk.likelihood * risk.impact < checked.config.thresholds.high_risk:
                continue
            if not (risk.treatment and risk.owner):
                yield self.on(
                    Field.RISKS,
                    risk=risk.text,
                    likelihood=risk.likelihood,
                    impact=risk.impact,
                    missing_de="Verantwortliche" if risk.treatment else "Maßnahme",
                    missing_en="an owner" if risk.treatment else "a measure",
                )
