"""Words: the base of every enumeration of the domain.

A member is its own name as a string, and carries one English sentence that the API's schema
shows. Labels for people, in German and English, are in ``labels``.
"""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A string enumeration whose members each carry a ``description``."""

    description: str

    def __new__(cls, value: str, description: str = "") -> Self:
        """Make a member that equals ``value`` and remembers ``description``."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.description = description
        return member
