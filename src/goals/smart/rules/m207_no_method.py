"""M207: a value of something that no one says how to measure."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class NoMethod(Rule):
    """Say where the value comes from: a survey, a system, who counts.

    Why: satisfaction, quality and the like have no value until somebody asks for it.
    Warum: Zufriedenheit, Qualität und dergleichen haben keinen Wert, solange niemand ihn erhebt.
    Bad (de): Kundenzufriedenheit in der Werkstatt von 3,9 auf 4,5 heben.
    Good (de): Kundenzufriedenheit in der Werkstatt laut Umfrage von 3,9 auf 4,5 heben.
    Bad (en): Raise customer satisfaction in the garage from 3.9 to 4.5.
    Good (en): Raise customer satisfaction in the garage from 3.9 to 4.5 in the yearly survey.
    Leaves alone: what counts itself (money, days, pieces), a method in a criterion.
    """

    code, name = "M207", "measurable.no-method"
    dimension = "measurable"
    severity = "advice"
    needs = c.SOFT
    messages: ClassVar = {
        "de": "Wie wird „{words}“ gemessen? Quelle oder Verfahren nennen.",
        "en": "How is “{words}” measured? Name the source or the method.",
    }
    fixes: ClassVar = {
        "de": "gemessen an {Quelle}",
        "en": "measured by {source}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        if not checked.measures or checked.flags & c.METHOD:
            return
        if any(item.method or item.observer for item in checked.draft.criteria):
            return
        goal = checked.goal
        for i in goal.having(c.SOFT):
            if i in checked.words.objects and checked.measured_at(goal, i):
                yield self.at(goal, i, i)
                return
