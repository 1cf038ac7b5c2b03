"""Reading a roster: from the text of a CSV file to lines, and what is wrong with them.

Delimiter , or ; as the heading has it; quoted cells may hold delimiters and line ends. Whether
teams and people are known already is not asked here.
"""

import csv
import io
from collections.abc import Iterator
from typing import Any

from goals.domain.rosters.cells import read_cell
from goals.domain.rosters.faults import Faults
from goals.domain.rosters.lines import Column, Line, Roster, column_of

MOST_LINES = 20_000
_DELIMITERS = ",;"
_FIELDS = {
    Column.TEAM: "team",
    Column.PARENT: "parent",
    Column.NAME: "name",
    Column.EMAIL: "email",
    Column.ROLE: "role",
    Column.LANGUAGE: "language",
    Column.LEAD: "lead",
}


def read(text: str) -> Roster:
    """Read all lines, and note what is wrong with them.

    Raises RosterRefused where the heading cannot be read, so that no line can.
    """
    faults = Faults()
    rows = _rows(text.removeprefix("\ufeff"), faults)
    first, heading = next(rows, (1, []))
    while heading and not heading[-1].strip():
        heading.pop()  # spreadsheets like to save empty columns
    columns = _columns(heading, first, faults)
    faults.check()
    headings = {column: _shown(cell) for column, cell in zip(columns, heading, strict=True)}
    lines: list[Line] = []
    for number, cells in rows:
        if len(lines) == MOST_LINES:
            faults.add("TOO_MANY_LINES", number, limit=MOST_LINES)
            break
        lines.append(_line(number, cells, columns, headings, faults))
    roster = Roster(tuple(lines), headings, faults)
    _agree(roster, faults)
    return roster


def _rows(text: str, faults: Faults) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything, each with the number of its first line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        faults.add("MALFORMED_LINE", line)


def _delimiter(text: str) -> str:
    """The delimiter under which the first line holds the most known headings."""
    first = text.lstrip().partition("\n")[0].partition("\r")[0].replace('"', "")

    def fit(sign: str) -> tuple[int, int]:
        cells = first.split(sign)
        return sum(column_of(cell) is not None for cell in cells), len(cells)

    return max(_DELIMITERS, key=fit)


def _columns(heading: list[str], line: int, faults: Faults) -> list[Column]:
    known = ", ".join(column.value for column in Column)
    found: list[Column] = []
    for cell in heading:
        column = column_of(cell)
        if column is None:
            faults.add("UNKNOWN_COLUMN", line, _shown(cell), choices=known)
        elif column in found:
            faults.add("DUPLICATE", line, _shown(cell))
        else:
            found.append(column)
    if not faults and not {Column.TEAM, Column.EMAIL} & set(found):
        faults.add("NO_COLUMNS", line, choices=known)
    return found


def _shown(heading: str) -> str:
    """A heading as a message may show it."""
    plain = "".join(sign for sign in heading if sign.isprintable()).strip()
    return plain[:40] or "?"


def _line(
    number: int,
    cells: list[str],
    columns: list[Column],
    headings: dict[Column, str],
    faults: Faults,
) -> Line:
    if any(cell.strip() for cell in cells[len(columns) :]):
        faults.add("TOO_MANY_CELLS", number, actual=len(cells), limit=len(columns))
        return Line(number)
    before = len(faults)
    found: dict[str, Any] = {
        _FIELDS[column]: read_cell(cell, column, headings[column], number, faults)
        for column, cell in zip(columns, cells, strict=False)
    }
    line = Line(number, **found)
    if len(faults) == before:
        _check_line(line, headings, faults)
    return line


def _check_line(line: Line, headings: dict[Column, str], faults: Faults) -> None:
    """Note what the line leaves out."""

    def need(column: Column) -> None:
        faults.add("REQUIRED", line.number, headings.get(column, column.value))

    about_person = (line.name, line.email, line.role, line.language, line.lead)
    if any(part is not None for part in about_person):
        if line.email is None:
            need(Column.EMAIL)
        if line.name is None:
            need(Column.NAME)
    if line.team is None and (line.parent is not None or line.lead is not None):
        need(Column.TEAM)


def _agree(roster: Roster, faults: Faults) -> None:
    """Note where lines contradict each other."""
    people: dict[str, int] = {}
    parents: dict[str, tuple[str, int]] = {}
    for line in roster.lines:
        if line.email is not None:
            first = people.setdefault(line.email, line.number)
            if first != line.number:
                heading = roster.heading(Column.EMAIL)
                faults.add("SAME_AS_LINE", line.number, heading, first=first)
        if line.team is not None and line.parent is not None:
            parent, first = parents.setdefault(line.team, (line.parent, line.number))
            if parent != line.parent:
                heading = roster.heading(Column.PARENT)
                faults.add("OTHER_THAN_LINE", line.number, heading, first=first, team=line.team)
