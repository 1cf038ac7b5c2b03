"""M211: about, roughly, circa."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.quantities import EVIDENCE, Role
from goals.smart.rule import Finding, Rule
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class ApproximateTarget(Rule):
    """Say at least, at most, or between: "about 50" leaves the border open.

    Why: whether 46 is about 50 will be argued about when it is 46.
    Warum: Ob 46 rund 50 sind, wird erst strittig, wenn es 46 sind.
    Bad (de): Rund 50 Firmenkunden für das Abo gewinnen.
    Good (de): Mindestens 50 Firmenkunden für das Abo gewinnen.
    Bad (en): Win about 50 business customers for the subscription.
    Good (en): Win at least 50 business customers for the subscription.
    Leaves alone: baselines ("from about 60"), words that are no approximation here.
    """

    code, name = "M211", "measurable.approximate"
    dimension = "measurable"
    severity = "advice"
    needs = c.APPROXIMATE
    messages: ClassVar = {
        "de": "„{words}“ lässt die Grenze offen: mindestens, höchstens oder von … bis?",
        "en": "“{words}” leaves the border open: at least, at most, or between?",
    }
    fixes: ClassVar = {
        "de": "mindestens {Soll} {Einheit}",
        "en": "at least {target} {unit}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        for reading in (checked.goal, *checked.criteria):
            for quantity in reading.quantities:
                if quantity.role not in EVIDENCE or quantity.role in (Role.BASELINE, Role.PROOF):
                    continue
                for k in (quantity.first - 1, quantity.first - 2):
                    if k >= 0 and reading.entries[k].flags & c.APPROXIMATE:
                        between = reading.tokens[k + 1].text if k < quantity.first - 1 else "."
                        if between in ".€$£" or reading.entries[k + 1].flags & c.APPROXIMATE:
                            yield self.at(reading, k, quantity.last)
                            break
