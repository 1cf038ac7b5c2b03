"""M208: a result that is there or not, and nobody says who accepts it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.evidence import observable
from goals.smart.rule import Finding, Rule
from goals.smart.rules.m201_no_measure import is_binary
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class NoAcceptanceCriterion(Rule):
    """Add a criterion by which the result is accepted: who signs off what, how many use it.

    Why: "launched" can mean a link for two testers or a portal that all customers use.
    Warum: „Live“ kann ein Link für zwei Tester sein oder ein Portal, das alle Kunden nutzen.
    Bad (de): Das neue Kundenportal in Betrieb nehmen.
    Good (de): Kundenportal in Betrieb nehmen, 20 Pilotkunden haben es abgenommen.
    Bad (en): Launch the customer portal.
    Good (en): Launch the customer portal, 20 pilot users signed off.
    Leaves alone: a result with any acceptance criterion; it never fails for that alone.
    """

    code, name = "M208", "measurable.no-acceptance"
    dimension = "measurable"
    severity = "warning"
    needs = c.NO_MEASURE
    messages: ClassVar = {
        "de": (
            "Das Ergebnis ist da oder nicht – aber wer nimmt es woran ab? Es fehlt ein "
            "Abnahmekriterium."
        ),
        "en": (
            "The result is there or not – but who accepts it by what? An acceptance criterion "
            "is missing."
        ),
    }
    fixes: ClassVar = {
        "de": "{Ergebnis} abgenommen von {Wer} anhand von {Kriterium}",
        "en": "{result} accepted by {whom} on the basis of {criterion}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        if checked.measures or not is_binary(checked):
            return
        if any(observable(reading) for reading in checked.criteria):
            return
        goal = checked.goal
        i = checked.words.verbs[0] if checked.words.verbs else checked.words.objects[0]
        yield self.at(goal, i, i)
