"""The base of all errors: how a class becomes a message in the reader's language.

The first paragraph of a class's docstring is its English message, ``german`` the German one;
placeholders are attributes of the error. The errors themselves are in ``issues`` (faults of an
input), ``refusals`` (by the rules of the trade) and ``faults`` (of storage and set-up).
"""

import inspect
from typing import ClassVar, Protocol, runtime_checkable

from goals.domain.labels import label
from goals.domain.parties import Language
from goals.domain.words import Word

Path = tuple[str | int, ...]


class GoalsError(Exception):
    """Something is wrong with this request.

    The base of every expected refusal. Only subclasses are raised.
    """

    code: ClassVar[str] = "ERROR"
    german: ClassVar[str] = "Mit dieser Anfrage stimmt etwas nicht."

    def __init__(self, path: Path = ()) -> None:
        """Remember where in the input the fault lies (empty: the whole of it)."""
        super().__init__()
        self.path = path

    def message(self, language: Language = Language.EN) -> str:
        """Say what happened, where, and how to mend it."""
        template = self.german if language is Language.DE else _english(type(self))
        values = {name: _readable(value, language) for name, value in vars(self).items()}
        return template.format_map(values)

    def __str__(self) -> str:
        """The English message."""
        return self.message()


@runtime_checkable
class Speaking(Protocol):
    """Something with a message of its own, such as an issue or a finding."""

    def message(self, language: Language = Language.EN) -> str:
        """Say it in this language."""


def _english(kind: type[GoalsError]) -> str:
    first = inspect.cleandoc(kind.__doc__ or "").split("\n\n", 1)[0]
    return " ".join(first.split())


def _readable(value: object, language: Language) -> str:
    if isinstance(value, Word):
        return label(value, language)
    if isinstance(value, (tuple, list)):
        none = "nichts" if language is Language.DE else "nothing"
        between = " " if any(isinstance(part, Speaking) for part in value) else ", "
        return between.join(_readable(part, language) for part in value) or none
    if isinstance(value, Speaking):
        return value.message(language)
    if value is None:
        return "–"
    return str(value)
