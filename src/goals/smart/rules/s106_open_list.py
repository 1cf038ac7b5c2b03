"""S106: lists that do not end."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.phrases import find
from goals.smart.rule import Finding, Rule
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class OpenList(Rule):
    """Close the list: name all that belongs to the goal, and leave the rest out.

    Why: with "etc." nobody knows when it is done, and everybody expects something else.
    Warum: Mit „usw.“ weiß niemand, wann es fertig ist; jeder erwartet etwas anderes.
    Bad (de): CRM, ERP usw. an das Portal anbinden.
    Good (de): CRM und ERP an das Portal anbinden.
    Bad (en): Connect CRM, ERP etc. to the portal.
    Good (en): Connect CRM and ERP to the portal.
    Leaves alone: closed lists of any length.
    """

    code, name = "S106", "specific.open-list"
    dimension = "specific"
    severity = "warning"
    needs = c.OPEN_LIST | c.PHRASE
    messages: ClassVar = {
        "de": "„{words}“ lässt die Liste offen: Was gehört dazu, was nicht?",
        "en": "“{words}” leaves the list open: what belongs to it, what does not?",
    }
    fixes: ClassVar = {
        "de": "„{words}“ streichen oder ersetzen durch {Rest der Liste}",
        "en": "drop “{words}” or replace it by {rest of the list}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        for reading in (checked.goal, *checked.criteria):
            for first, last in find(reading, c.OPEN_LIST):
                yield self.at(reading, first, last)
                break
