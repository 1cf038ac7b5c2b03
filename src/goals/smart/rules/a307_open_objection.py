"""A307: somebody objects, and nobody has answered."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.spans import Field

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class OpenObjection(Rule):
    """Resolve the objection, or let it be withdrawn, before you count on acceptance.

    Why: a signature over an open objection is an agreement with a reservation nobody wrote down.
    Warum: Eine Unterschrift über einem offenen Einwand ist eine Zusage mit stillem Vorbehalt.
    Bad (de): Ein Einwand der Disposition ist offen.
    Good (de): Der Einwand der Disposition ist geklärt.
    Bad (en): An objection of dispatch is open.
    Good (en): The objection of dispatch is resolved.
    Leaves alone: resolved and withdrawn ones.
    """

    code, name = "A307", "accepted.open-objection"
    dimension = "accepted"
    severity = "error"
    data = True
    messages: ClassVar = {
        "de": "Offener Einwand: {objection}",
        "en": "Open objection: {objection}",
    }
    fixes: ClassVar = {
        "de": "Einwand klären oder zurückziehen lassen",
        "en": "resolve the objection or have it withdrawn",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        if checked.record is not None:
            for objection in checked.record.objections:
                yield self.on(Field.RECORD, objection=objection)
