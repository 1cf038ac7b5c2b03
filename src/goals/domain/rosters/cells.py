"""Cells: one value each, read with the validators of all inputs and a few of its own."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from goals.domain import values
from goals.domain.error_base import Path
from goals.domain.issues import Issues
from goals.domain.labels import LABELS
from goals.domain.parties import Language, Role
from goals.domain.rosters.faults import Faults
from goals.domain.rosters.lines import Column
from goals.domain.words import Word

W = TypeVar("W", bound=Word)

_YES = frozenset({"yes", "y", "ja", "j", "x", "1", "true", "wahr"})
_NO = frozenset({"no", "n", "nein", "0", "false", "falsch"})


def _words(kind: type[W]) -> dict[str, W]:
    """Every way to write a word: itself, and its labels in both languages."""
    found = {value.value.casefold(): value for value in kind}
    for value in kind:
        found |= {label.casefold(): value for label in LABELS[kind.__name__, value.value]}
    return found


_ROLES, _LANGUAGES = _words(Role), _words(Language)


def _line(text: str, path: Path, issues: Issues) -> str | None:
    return values.optional_text(text, path, issues, limit=values.TITLE, one_line=True)


def _email(text: str, path: Path, issues: Issues) -> str | None:
    return values.email(text, path, issues) or None


def _one_of(known: Mapping[str, W]) -> Callable[[str, Path, Issues], W | None]:
    choices = ", ".join(dict.fromkeys(str(value.name) for value in known.values()))

    def read(text: str, path: Path, issues: Issues) -> W | None:
        found = known.get(text.strip().casefold())
        if found is None:
            issues.add("NOT_A_CHOICE", path, choices=choices)
        return found

    return read


def _flag(text: str, path: Path, issues: Issues) -> bool | None:
    plain = text.strip().casefold()
    if plain not in _YES | _NO:
        issues.add("NOT_A_CHOICE", path, choices="yes, no, ja, nein")
        return None
    return plain in _YES


_READERS: Mapping[Column, Callable[[str, Path, Issues], Any]] = {
    Column.TEAM: _line,
    Column.PARENT: _line,
    Column.NAME: _line,
    Column.EMAIL: _email,
    Column.ROLE: _one_of(_ROLES),
    Column.LANGUAGE: _one_of(_LANGUAGES),
    Column.LEAD: _flag,
}


def read_cell(text: str, column: Column, heading: str, line: int, faults: Faults) -> Any:
    """The value of a cell, or None where there is none, or where it is faulty, which is noted."""
    plain = text.strip()
    first = text[0] if text[:1] in {"\t", "\r"} else plain[:1]
    if first and first in "=+-@\t\r":
        shown = {"\t": "Tab", "\r": "CR"}.get(first, first)
        faults.add("FORMULA", line, heading, character=shown)
        return None
    if not plain:
        return None
    issues = Issues()
    found = _READERS[column](plain, (heading,), issues)
    for issue in issues:
        faults.note(line, heading, issue)
    return None if issues else found
