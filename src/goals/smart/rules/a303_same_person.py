"""A303: both sides are the same person."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.spans import Field

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class SamePerson(Rule):
    """Let another person sign for one of the sides.

    Why: who agrees with oneself has not been asked anything.
    Warum: Wer sich mit sich selbst einigt, ist nichts gefragt worden.
    Bad (de): Anna unterschreibt für beide Seiten.
    Good (de): Anna unterschreibt als Kundin, Ben als Auftragnehmer.
    Bad (en): Anna signs for both sides.
    Good (en): Anna signs as customer, Ben as supplier.
    Leaves alone: nothing; it is allowed, and left out of the rates.
    """

    code, name = "A303", "accepted.same-person"
    dimension = "accepted"
    severity = "warning"
    data = True
    messages: ClassVar = {
        "de": "{person} steht auf beiden Seiten.",
        "en": "{person} stands on both sides.",
    }
    fixes: ClassVar = {
        "de": "{andere Person} für eine der Seiten eintragen",
        "en": "name {another person} for one of the sides",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        record = checked.record
        if record is None:
            return
        accepted = [s for s in record.signatures if s.decision == "ACCEPT"]
        customers = {s.person for s in accepted if s.side == "CUSTOMER"} | {record.customer}
        suppliers = {s.person for s in accepted if s.side == "SUPPLIER"} | {record.supplier}
        for person in sorted((customers & suppliers) - {None, ""}, key=str):
            yield self.on(Field.RECORD, person=person)
