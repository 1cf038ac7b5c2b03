"""Parameter types: what a person types, read strictly, refused in both languages.

A commission is named by its key (C-12, c-12 or just 12); dates may be written the German way.
"""

import re
from typing import TYPE_CHECKING, Any

import click

from goals_cli.command import argument
from goals_cli.language import Words, say

if TYPE_CHECKING:
    Text = click.ParamType[str]
    Number = click.ParamType[int]
else:
    Text = Number = click.ParamType  # click before 8.5 has no generic types

_KEY = re.compile(r"(?:[cC]-?)?0*([1-9][0-9]{0,8})\Z")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,30}([.,][0-9]{1,30})?\Z")


class Key(Text):
    """The key of a commission, as ``C-12``."""

    name = "key"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read C-12, c-12, c12 or 12."""
        found = _KEY.match(str(value).strip()) if str(value).isascii() else None
        if found is None:
            self.fail(
                say(
                    "{!r} ist kein Auftragsschlüssel; schreiben Sie ihn wie C-12.",
                    "{!r} is no key of a commission; write it like C-12.",
                ).format(_short(value)),
                param,
                ctx,
            )
        return f"C-{found[1]}"


class WholeNumber(Number):
    """A whole number within bounds."""

    name = "number"

    def __init__(self, low: int, high: int) -> None:
        self.low = low
        self.high = high

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read digits; refuses what is outside the bounds."""
        if isinstance(value, int):
            return value
        text = str(value).strip().removesuffix("%").strip()
        sign, digits = (-1, text[1:]) if text.startswith("-") else (1, text)
        usable = digits.isascii() and digits.isdigit() and len(digits) <= 18
        if not usable or not self.low <= sign * int(digits) <= self.high:
            self.fail(
                say(
                    "{!r} ist keine ganze Zahl von {} bis {}.",
                    "{!r} is no whole number from {} to {}.",
                ).format(_short(value), self.low, self.high),
                param,
                ctx,
            )
        return sign * int(digits)


class Choice(Text):
    """One of a few words, typed in either language and in any case; stands for a server's value.

    ``choices`` maps each value to its words; the English and German words, and the value itself,
    are all understood; ``also`` holds more words.
    """

    name = "choice"

    def __init__(self, choices: dict[str, Words], also: dict[str, str] | None = None) -> None:
        self.choices = choices
        self.spoken = {
            _plain(spelling): value
            for value, words in choices.items()
            for spelling in (value, words.de, words.en)
        } | (also or {})

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002
        """The name of the parameter; the words stand in its explanation."""
        return (param.name or "").rstrip("s").upper()

    def words_to_type(self) -> list[str]:
        """The words in the language in use, as one types them."""
        return [str(words).replace(" ", "-") for words in self.choices.values()]

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Find the value that a word stands for."""
        found = self.spoken.get(_plain(str(value)))
        if found is None:
            self.fail(
                say("{!r} kenne ich nicht; möglich: {}.", "{!r} is unknown; use {}.").format(
                    _short(value), ", ".join(self.words_to_type())
                ),
                param,
                ctx,
            )
        return found


class Amount(Text):
    """A decimal number, with point or comma; no exponent, no infinity."""

    name = "value"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read the number and give it back as the text the server takes."""
        text = str(value).strip()
        if not _DECIMAL.match(text) or not text.isascii():
            self.fail(
                say(
                    "{!r} ist keine Zahl; schreiben Sie 12, 12.5 oder 12,5 (ohne Tausenderpunkte).",
                    "{!r} is no number; write 12, 12.5 or 12,5 (no thousands separator).",
                ).format(_short(value)),
                param,
                ctx,
            )
        return text.replace(",", ".").removeprefix("+")


class Day(Text):
    """A date: 2027-03-31, 31.3.2027, or words the checker understands (``end of Q3 2027``)."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read the date and give it back as YYYY-MM-DD."""
        from goals_cli.dates import read_day

        day = read_day(str(value))
        if day is None:
            self.fail(
                say(
                    "{!r} ist kein Datum; schreiben Sie 2027-03-31 oder 31.3.2027.",
                    "{!r} is no date; write 2027-03-31.",
                ).format(_short(value)),
                param,
                ctx,
            )
        return day.isoformat()


def _plain(text: str) -> str:
    folded = text.strip().casefold()
    for sign, spelling in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        folded = folded.replace(sign, spelling)
    return folded.replace("_", "-").replace(" ", "-")


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


KEY = Key()
AMOUNT = Amount()
DAY = Day()
PERCENT = WholeNumber(0, 100)
_KEY_WORDS = Words("Schlüssel des Auftrags: C-12 oder 12.", "Key of the commission: C-12 or 12.")
key_argument = argument("key", _KEY_WORDS, type=KEY)
optional_key_argument = argument("key", _KEY_WORDS, type=KEY, required=False)
