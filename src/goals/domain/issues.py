# ruff: noqa: N818 - an error states the fact; that it is an error shows where it is raised
"""Issues: single faults of an input, collected so that a form learns all of them at once.

Their messages are in ``issue_texts``; an issue of an unknown code cannot be made. ``Issues``
collects; ``Issues.check`` raises one ``ValidationFailed`` with all.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from goals.domain.error_base import GoalsError, Path
from goals.domain.issue_texts import ISSUES
from goals.domain.parties import Language


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault: what is wrong (``code``), where (``path``), and the values in the message."""

    code: str
    path: Path = ()
    params: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a code without a message."""
        if self.code not in ISSUES:
            raise KeyError(self.code)

    def message(self, language: Language = Language.EN) -> str:
        """Say what is wrong, where, and how to mend it."""
        english, german = ISSUES[self.code]
        template = german if language is Language.DE else english
        return template.format_map({"field": dotted(self.path), **self.params})


class ValidationFailed(GoalsError):
    """The input has faults: {issues}

    Holds all faults at once, each with code, path and message. Mend them and send again.
    """

    code = "VALIDATION"
    german = "Die Eingabe hat Fehler: {issues}"

    def __init__(self, issues: Iterable[Issue]) -> None:
        """Take at least one issue; the path is that of the first."""
        self.issues = tuple(issues)
        super().__init__(self.issues[0].path if self.issues else ())


class Issues:
    """A collector of issues; truthy when it holds any."""

    def __init__(self) -> None:
        """Start with no issue."""
        self._found: list[Issue] = []

    def add(self, code: str, path: Path = (), **params: object) -> None:
        """Note one issue."""
        self._found.append(Issue(code, path, params))

    def __bool__(self) -> bool:
        """Whether anything is wrong."""
        return bool(self._found)

    def __len__(self) -> int:
        """How many issues there are."""
        return len(self._found)

    def __iter__(self) -> Iterator[Issue]:
        """The issues in the order found."""
        return iter(self._found)

    def check(self) -> None:
        """Raise ``ValidationFailed`` with all issues, if there is one."""
        if self._found:
            raise ValidationFailed(tuple(self._found))


def dotted(path: Path) -> str:
    """Write a path as people read it: ``successCriteria[0].target``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
