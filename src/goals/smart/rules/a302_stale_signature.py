"""A302: a side signed another revision than this one."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.spans import Field

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class StaleSignature(Rule):
    """Show what changed since the signed revision, and ask again.

    Why: a signature holds for the words that were signed, not for those that came later.
    Warum: Eine Unterschrift gilt für die Worte, die unterschrieben wurden, nicht für spätere.
    Bad (de): Der Kunde hat r5 angenommen, aktuell ist r7.
    Good (de): Der Kunde hat r7 angenommen.
    Bad (en): The customer accepted r5, the current revision is r7.
    Good (en): The customer accepted r7.
    Leaves alone: a side that has signed nothing (A301).
    """

    code, name = "A302", "accepted.stale-signature"
    dimension = "accepted"
    severity = "error"
    data = True
    messages: ClassVar = {
        "de": "{person} hat Revision {signed} angenommen; aktuell ist {revision}.",
        "en": "{person} accepted revision {signed}; the current one is {revision}.",
    }
    fixes: ClassVar = {
        "de": "Änderungen von r{signed} zu r{revision} zeigen und neu zustimmen lassen",
        "en": "show the changes from r{signed} to r{revision} and ask again",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        record = checked.record
        if record is None:
            return
        for side in ("CUSTOMER", "SUPPLIER"):
            accepted = [s for s in record.signatures if s.side == side and s.decision == "ACCEPT"]
            if accepted and all(
                signed.revision_hash != record.revision_hash for signed in accepted
            ):
                last = max(accepted, key=lambda signed: signed.revision)
                yield self.on(
                    Field.RECORD, person=last.person, signed=last.revision, revision=record.revision
                )
