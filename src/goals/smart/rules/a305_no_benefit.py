"""A305: nobody says what it is for."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.spans import Field

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class NoBenefit(Rule):
    """Say what the customer gains: less time, fewer errors, more money.

    Why: who knows what for can find a better way, and can tell when it is no longer needed.
    Warum: Wer weiß, wozu, findet einen besseren Weg und merkt, wenn es nicht mehr nötig ist.
    Bad (de): Suche im Archiv einführen | Kunde: Archiv | Nutzen:
    Good (de): Suche im Archiv einführen | Kunde: Archiv | Nutzen: 2 h Suchzeit je Woche weniger
    Bad (en): Introduce archive search | customer: archive | benefit:
    Good (en): Introduce archive search | customer: archive | benefit: 2 h less searching a week
    Leaves alone: plain sentences; a draft without the field, where nobody asked, gets an advice.
    """

    code, name = "A305", "accepted.no-benefit"
    dimension = "accepted"
    severity = "warning"
    of_fields = True
    messages: ClassVar = {
        "de": "Wozu? Der Nutzen für den Kunden fehlt.",
        "en": "What for? The customer’s benefit is missing.",
    }
    fixes: ClassVar = {
        "de": "Wozu: {Nutzen} für {Kunde}",
        "en": "what for: {benefit} for {customer}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        if checked.draft.plain:
            return
        if checked.benefit is None or not any(
            token.text.isalnum() for token in checked.benefit.tokens
        ):
            unasked = checked.draft.benefit is None
            yield self.on(Field.BENEFIT, severity="advice" if unasked else None)
