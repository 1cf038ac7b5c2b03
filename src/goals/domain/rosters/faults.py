# ruff: noqa: N818 - an error states the fact; that it is an error shows where it is raised
"""Faults of a roster: every one with its line, its column, the reason and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass

from goals.domain.error_base import GoalsError
from goals.domain.issues import Issue
from goals.domain.parties import Language

MOST_FAULTS = 1_000


@dataclass(frozen=True, slots=True)
class LineFault:
    """One fault: the line it is on, from 1, the heading of the column, and what is wrong."""

    line: int
    column: str | None
    issue: Issue

    def message(self, language: Language = Language.EN) -> str:
        """Say where, what, and how to mend it."""
        where = "Zeile" if language is Language.DE else "Line"
        return f"{where} {self.line}: {self.issue.message(language)}"


@dataclass(frozen=True, slots=True)
class _Listed:
    """Faults one below the other."""

    faults: tuple[LineFault, ...]

    def message(self, language: Language = Language.EN) -> str:
        """Say them all."""
        return "".join(f"\n  {fault.message(language)}" for fault in self.faults)


class RosterRefused(GoalsError):
    """Nothing was imported; faults in the list: {count}{listed}

    Raised with every fault at once (the first thousand). Mend them and import again.
    """

    code = "ROSTER"
    german = "Nichts wurde übernommen; Fehler in der Liste: {count}{listed}"

    def __init__(self, faults: Iterable[LineFault]) -> None:
        """Take at least one fault."""
        super().__init__(("csv",))
        self.faults = tuple(faults)
        self.count, self.listed = len(self.faults), _Listed(self.faults)


class Faults:
    """Collects faults; counts on beyond the first thousand, but keeps no more."""

    def __init__(self) -> None:
        """Start with none."""
        self._found: list[LineFault] = []
        self._lost = 0

    def add(self, code: str, line: int, column: str | None = None, **params: object) -> None:
        """Note one fault; ``column`` is the heading as the file has it."""
        issue = Issue(code, () if column is None else (column,), params)
        self.note(line, column, issue)

    def note(self, line: int, column: str | None, issue: Issue) -> None:
        """Note a fault that was found by one of the validators."""
        if len(self._found) < MOST_FAULTS:
            self._found.append(LineFault(line, column, issue))
        else:
            self._lost += 1

    def __bool__(self) -> bool:
        """Whether anything is wrong."""
        return bool(self._found)

    def __len__(self) -> int:
        """How many faults there are."""
        return len(self._found) + self._lost

    def check(self) -> None:
        """Raise RosterRefused with all faults in the order of their lines, if there is one."""
        if not self._found:
            return
        found = sorted(self._found, key=lambda fault: fault.line)
        if self._lost:
            rest = Issue("AND_MORE", (), {"count": self._lost})
            found.append(LineFault(found[-1].line, None, rest))
        raise RosterRefused(found)
