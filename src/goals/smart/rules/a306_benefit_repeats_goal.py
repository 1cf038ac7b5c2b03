"""A306: the benefit is the goal in other order."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked, Reading


class BenefitRepeatsGoal(Rule):
    """Say what becomes possible by the goal, not that the goal will be reached.

    Why: a goal that is its own reason gives nobody a reason.
    Warum: Ein Ziel, das sein eigener Grund ist, gibt niemandem einen Grund.
    Bad (de): Neues CRM für den Vertrieb | Nutzen: ein neues CRM im Vertrieb haben
    Good (de): Neues CRM für den Vertrieb | Nutzen: Angebote gehen in 1 Tag hinaus
    Bad (en): New CRM for sales | benefit: having a new CRM in sales
    Good (en): New CRM for sales | benefit: quotes leave within 1 day
    Leaves alone: benefits that add a word of their own in five.
    """

    code, name = "A306", "accepted.benefit-repeats-goal"
    dimension = "accepted"
    severity = "warning"
    of_fields = True
    messages: ClassVar = {
        "de": "Der Nutzen wiederholt das Ziel: Was wird dadurch möglich?",
        "en": "The benefit repeats the goal: what becomes possible by it?",
    }
    fixes: ClassVar = {
        "de": "Wozu: {Wirkung beim Kunden}",
        "en": "what for: {effect for the customer}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        if checked.benefit is None:
            return
        of_benefit = _stems(checked.benefit)
        if not of_benefit:
            return
        shared = len(of_benefit & _stems(checked.goal)) / len(of_benefit)
        if shared >= checked.config.thresholds.overlap:
            yield self.at(checked.benefit, 0, len(checked.benefit.tokens) - 1)


def _stems(reading: "Reading") -> set[str]:
    """The content words without their endings: the first six letters, or the verb."""
    stems = set()
    for token, entry in zip(reading.tokens, reading.entries, strict=True):
        if not token.text.isalnum() or entry.flags & (c.FUNCTION | c.ASPIRE):
            continue
        stems.add(entry.lemma[:6] if entry.flags & c.ANY_VERB else token.folded[:6].rstrip("senr"))
    return stems
