"""S108: doing things is not a result."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart import clauses
from goals.smart.rule import Finding, Rule
from goals.smart.words import classes as c
from goals.smart.words.sets import word_set

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class ActivityNotOutcome(Rule):
    """Say what will be different afterwards, not what you will be busy with.

    Why: three workshops can be held, and nothing has changed.
    Warum: Drei Workshops können stattfinden, und nichts hat sich geändert.
    Bad (de): 3 Workshops zum Datenschutz abhalten.
    Good (de): 80 % der Beschäftigten bestehen den Test zum Datenschutz.
    Bad (en): Hold 3 workshops on data protection.
    Good (en): 80 % of staff pass the data protection test.
    Leaves alone: activities whose benefit, purpose or criteria name an effect.
    """

    code, name = "S108", "specific.activity"
    dimension = "specific"
    severity = "warning"
    needs = c.ACTING
    messages: ClassVar = {
        "de": "„{words}“ ist eine Tätigkeit: Was ist danach anders?",
        "en": "“{words}” is an activity: what will be different afterwards?",
    }
    fixes: ClassVar = {
        "de": "{Wirkung} (z. B. {Anteil} % der {Gruppe} {Ergebnis}) bis {Datum}",
        "en": "{effect} (such as {share} % of {group} {result}) by {date}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        goal = checked.goal
        if checked.draft.benefit and checked.draft.benefit.strip():
            return
        if any(m.reading is not goal for m in checked.measures):
            return
        if clauses.PURPOSE in goal.roles or _has_result(checked):
            return
        for i in checked.words.verbs:
            flags = goal.entries[i].flags
            if not flags & c.ACTIVITY or flags & c.NOMINAL or goal.roles[i]:
                continue
            if goal.entries[i].lemma in _NEEDS_EVENT and not goal.flags & c.EVENT:
                continue
            yield self.at(goal, i, i)
            return


_NEEDS_EVENT = word_set(
    """
    durchfuehren organisieren hold conduct organise organize attend meet host coordinate
    planen plan treffen work communicate research talk facilitate consider moderieren
    """
)


def _has_result(checked: "Checked") -> bool:
    """Whether a share, a change or a proof is named beside the activity; a mere count is output."""
    return any(
        m.quantity is None
        or m.quantity.unit in ("percent", "proof", "fraction")
        or m.quantity.role in ("baseline", "delta")
        for m in checked.measures
    )
