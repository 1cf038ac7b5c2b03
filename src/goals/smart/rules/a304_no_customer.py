"""A304: a commission for nobody, or for everybody."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.spans import Field
from goals.smart.words import classes as c

if TYPE_CHECKING:
    from goals.smart.checked import Checked


class NoCustomer(Rule):
    """Name the team or person the result is for.

    Why: "everyone" cannot be asked what they need, and cannot say that it was good.
    Warum: „Alle“ kann man nicht fragen, was sie brauchen und ob es gut war.
    Bad (de): Neue Tourenplanung einführen | Kunde: alle
    Good (de): Neue Tourenplanung einführen | Kunde: Disposition Nord
    Bad (en): Introduce route planning | customer: everyone
    Good (en): Introduce route planning | customer: Dispatch North
    Leaves alone: plain sentences; a draft without the field, where nobody asked, gets an advice.
    """

    code, name = "A304", "accepted.no-customer"
    dimension = "accepted"
    severity = "warning"
    of_fields = True
    messages: ClassVar = {
        "de": "Für wen ist das? Ein Team oder eine Person nennen.",
        "en": "Whom is it for? Name a team or a person.",
    }
    fixes: ClassVar = {
        "de": "Für wen: {Team oder Person}",
        "en": "for whom: {team or person}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        if checked.draft.plain or (
            checked.record and checked.record.customer and not checked.customer
        ):
            return
        reading = checked.customer
        if reading is None or not reading.tokens:
            unasked = checked.draft.customer is None
            yield self.on(Field.CUSTOMER, severity="advice" if unasked else None)
            return
        content = [
            e.flags for e in reading.entries if e.flags & ~(c.FUNCTION | c.GERMAN | c.ENGLISH)
        ]
        if (
            any(flags & c.EVERYBODY for flags in content)
            and len(content) <= 2
            and all(flags & (c.EVERYBODY | c.PERSON | c.GENERAL) for flags in content)
        ):
            yield self.at(reading, 0, len(reading.tokens) - 1)
