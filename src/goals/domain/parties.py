"""Parties: who takes part in a commission, and through which door they come.

Customer and supplier are roles per commission, never per account. ``Machine`` stands beside
``Side`` because the clock and integrations act too, but belong to neither side.
"""

from typing import TypeAlias

from goals.domain.words import Word


class Side(Word):
    """One of the two sides of a commission."""

    CUSTOMER = "CUSTOMER", "The side that asks for the result and judges it."
    SUPPLIER = "SUPPLIER", "The side that promises the result and delivers it."

    @property
    def other(self) -> "Side":
        """The opposite side."""
        return Side.SUPPLIER if self is Side.CUSTOMER else Side.CUSTOMER


class Machine(Word):
    """An actor that is no person and on neither side."""

    CLOCK = "CLOCK", "Time itself: reminders have gone out and a window is over."
    INTEGRATION = "INTEGRATION", "Another system that reports measurements."


Actor: TypeAlias = Side | Machine


class Role(Word):
    """What a person may do in the whole organisation."""

    MEMBER = "MEMBER", "Sees and carries own commissions and those of own teams."
    MANAGER = "MANAGER", "Reads the commissions of the whole organisation and sees rates."
    ADMIN = "ADMIN", "Looks after people, teams, tokens and settings, and signs nothing for others."


class Channel(Word):
    """Through which door an act came in."""

    CLI = "CLI", "The command line client."
    API = "API", "Any other client of the API."
    INTEGRATION = "INTEGRATION", "A connected system."
    SYSTEM = "SYSTEM", "The software itself, for example its clock."


class Language(Word):
    """A language people can read everything in."""

    DE = "de", "German."
    EN = "en", "English."
