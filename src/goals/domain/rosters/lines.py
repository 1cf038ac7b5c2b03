"""Lines of a roster, and the columns they are read from, by their German or English headings."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from goals.domain.parties import Language, Role
from goals.domain.rosters.faults import Faults


class Column(Enum):
    """A column; its value is the heading shown where one has to be named."""

    TEAM = "Team"
    PARENT = "Parent team"
    NAME = "Name"
    EMAIL = "E-mail"
    ROLE = "Role"
    LANGUAGE = "Language"
    LEAD = "Lead"


_HEADINGS: Mapping[Column, str] = {
    Column.TEAM: "team teamname",
    Column.PARENT: "parent parentteam oberteam übergeordnetesteam teamdarüber",
    Column.NAME: "name fullname person personname",
    Column.EMAIL: "email mail emailaddress emailadresse",
    Column.ROLE: "role rolle",
    Column.LANGUAGE: "language sprache",
    Column.LEAD: "lead leader leitung teamleitung leitet",
}
_COLUMN_OF = {word: column for column, words in _HEADINGS.items() for word in words.split()}


def column_of(heading: str) -> Column | None:
    """The column with this heading, however it is spaced and capitalised."""
    plain = "".join(sign for sign in heading.casefold() if sign.isalnum())
    return _COLUMN_OF.get(plain)


@dataclass(frozen=True, slots=True)
class Line:
    """What one line says; None is said nothing. ``number`` counts from 1, the heading included."""

    number: int
    team: str | None = None
    parent: str | None = None
    name: str | None = None
    email: str | None = None
    role: Role | None = None
    language: Language | None = None
    lead: bool | None = None


@dataclass(frozen=True, slots=True)
class Roster:
    """All lines, the headings as the file has them, and what is wrong with the lines so far.

    A faulty cell says nothing; whoever knows more adds to ``faults``, and then checks them all.
    """

    lines: tuple[Line, ...]
    headings: Mapping[Column, str]
    faults: Faults

    def heading(self, column: Column) -> str:
        """What the file calls a column."""
        return self.headings.get(column, column.value)
