"""R401: nobody says what it takes."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.quantities import Role
from goals.smart.rule import Finding, Rule
from goals.smart.spans import Field
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class NoResources(Rule):
    """Say what it takes: people and days, money, material, access.

    Why: whether a goal is realistic cannot be said without what there is for it.
    Warum: Ob ein Ziel realistisch ist, lässt sich ohne die Mittel dafür nicht sagen.
    Bad (de): Halle 3 umräumen | Kunde: Versand | Ressourcen:
    Good (de): Halle 3 umräumen | Kunde: Versand | Ressourcen: 15 Personentage, 8.000 EUR
    Bad (en): Rearrange hall 3 | customer: dispatch | resources:
    Good (en): Rearrange hall 3 | customer: dispatch | resources: 15 person-days, 8,000 EUR
    Leaves alone: plain sentences; resources in the text ("with 2 people", "budget 8,000 EUR"); an
    advice only where nobody was asked for resources.
    """

    code, name = "R401", "realistic.no-resources"
    dimension = "realistic"
    severity = "warning"
    of_fields = True
    messages: ClassVar = {
        "de": "Es ist nicht gesagt, was dafür zur Verfügung steht.",
        "en": "It is not said what is available for it.",
    }
    fixes: ClassVar = {
        "de": "{Personentage} Personentage, {Budget} EUR",
        "en": "{days} person-days, {budget} EUR",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        if (
            checked.draft.plain
            or checked.resources
            or (checked.record and checked.record.resources)
        ):
            return
        if checked.flags & c.RESOURCE or any(
            q.role is Role.RESOURCE for q in checked.goal.quantities
        ):
            return
        unasked = checked.draft.resources is None and checked.record is None
        yield self.on(Field.RESOURCES, severity="advice" if unasked else None)
