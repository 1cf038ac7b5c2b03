"""The language in which the client speaks: German or English.

``say`` picks one of two texts that stand side by side in the source; ``Words`` keeps both until
it is known which one is wanted (help texts are written before the command line is read).
Labels of the values the server sends are in ``labels``.
"""

import os
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, get_args

Language = Literal["de", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


class Words(NamedTuple):
    """One text in both languages."""

    de: str
    en: str

    def __str__(self) -> str:
        return self.de if current() == "de" else self.en


_chosen: list[Language] = ["en"]


def current() -> Language:
    """The language in use."""
    return _chosen[0]


def choose(language: Language) -> None:
    """Speak this language from now on."""
    _chosen[0] = language


def say(de: str, en: str) -> str:
    """The one of the two texts that is in the language in use."""
    return de if current() == "de" else en


def quoted(text: str) -> str:
    """The text in the quotation marks of the language in use."""
    return f"„{text}“" if current() == "de" else f"“{text}”"


def detect(arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> Language:
    """Find the language: ``--language``, then ``GOALS_LANGUAGE``, then the locale, else English.

    The command line is searched before it is parsed, so that errors and help in it are already
    in the right language. What is unknown counts as not said.
    """
    given = os.environ if environment is None else environment
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((given[name] for name in names if given.get(name)), "")
    for candidate in (_option(arguments), given.get("GOALS_LANGUAGE"), locale):
        if candidate and candidate[:2].lower() in LANGUAGES and not candidate[2:3].isalnum():
            return "de" if candidate[:2].lower() == "de" else "en"
    return "en"


def _option(arguments: Sequence[str]) -> str | None:
    found = None
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--language" and index + 1 < len(arguments):
            found = arguments[index + 1]
        elif argument.startswith("--language="):
            found = argument.removeprefix("--language=")
    return found
