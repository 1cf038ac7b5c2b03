"""A301: one side has signed this revision, the other has not."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.spans import Field

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class SignatureMissing(Rule):
    """Ask the side that has not signed to accept this revision, or to decline it.

    Why: accepted means by both; one signature is a wish or an offer.
    Warum: Angenommen heißt von beiden; eine Unterschrift ist ein Wunsch oder ein Angebot.
    Bad (de): Nur der Auftragnehmer hat Revision 7 angenommen.
    Good (de): Beide Seiten haben Revision 7 angenommen.
    Bad (en): Only the contractor has accepted revision 7.
    Good (en): Both sides have accepted revision 7.
    Leaves alone: commissions nobody has signed yet; signatures on older revisions (A302).
    """

    code, name = "A301", "accepted.signature-missing"
    dimension = "accepted"
    severity = "error"
    data = True
    messages: ClassVar = {
        "de": "Es fehlt die Zustimmung: {side_de} hat Revision {revision} nicht angenommen.",
        "en": "A sign-off is missing: the {side_en} has not accepted revision {revision}.",
    }
    fixes: ClassVar = {
        "de": "Zustimmung von {who} erbitten",
        "en": "ask {who} to accept",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        record = checked.record
        if record is None or not record.signatures:
            return
        for side in ("CUSTOMER", "SUPPLIER"):
            if any(
                signed.side == side and signed.decision == "ACCEPT" for signed in record.signatures
            ):
                continue  # of another revision: A302
            person = record.customer if side == "CUSTOMER" else record.supplier
            yield self.on(
                Field.RECORD,
                side_de="der Kunde" if side == "CUSTOMER" else "der Auftragnehmer",
                side_en="customer" if side == "CUSTOMER" else "supplier",
                revision=record.revision,
                who=person or "{Person}",
            )
