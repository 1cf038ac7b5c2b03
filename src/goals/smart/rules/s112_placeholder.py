"""S112: places that wait for a value."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from goals.smart.rule import Finding, Rule
from goals.smart.words import classes as c
from goals.smart.words.sets import word_set

if TYPE_CHECKING:
    from goals.smart.checked import Checked, Reading


class Placeholder(Rule):
    """Fill the gap before anybody signs: TBD, XX, ???, {slot}.

    Why: with a gap the two sides sign different goals.
    Warum: Mit einer Lücke unterschreiben beide Seiten verschiedene Ziele.
    Bad (de): Umsatz im Onlineshop auf XX EUR steigern.
    Good (de): Umsatz im Onlineshop von 1,9 auf 2,4 Mio. EUR steigern.
    Bad (en): Raise online sales to TBD EUR.
    Good (en): Raise online sales from 1.9 to 2.4 million EUR.
    Leaves alone: names in which such letters occur.
    """

    code, name = "S112", "specific.placeholder"
    dimension = "specific"
    severity = "error"
    needs = c.PLACEHOLDER | c.GAP_SIGN_SEEN
    messages: ClassVar = {
        "de": "„{words}“ ist eine Lücke: Hier fehlt der Wert.",
        "en": "“{words}” is a gap: the value is missing.",
    }
    fixes: ClassVar = {
        "de": "„{words}“ ersetzen durch {Wert}",
        "en": "replace “{words}” by {value}",
    }

    def check(self, checked: "Checked") -> Iterable[Finding]:
        for reading in (
            checked.goal,
            *checked.criteria,
            checked.benefit,
            checked.customer,
            checked.deadline,
        ):
            if reading is None:
                continue
            found = _gap(reading)
            if found is not None:
                yield self.at(reading, *found)


_WORDS = word_set(
    """
    tbd tba tbc xx xxx xxxx xxxxx yy yyy nn todo platzhalter placeholder lorem
    """
)


def _gap(reading: "Reading") -> tuple[int, int] | None:
    tokens = reading.tokens
    for i, token in enumerate(tokens):
        text = token.text
        if token.folded in _WORDS and (text.isupper() or token.folded not in ("nn", "yy", "todo")):
            return i, i
        if text in "?_.{[<nN" and i + 2 < len(tokens):
            last = _run(reading, i)
            if last is not None:
                return i, last
    return None


def _run(reading: "Reading", i: int) -> int | None:
    """The end of "???", "___", "{value}", "<wert>", "n. n." that begins at a token."""
    tokens = reading.tokens
    text = tokens[i].text
    if text in "?_" and tokens[i + 1].text == text:
        j = i + 1
        while j + 1 < len(tokens) and tokens[j + 1].text == text:
            j += 1
        return j if j >= i + 2 or text == "_" else None
    if text in "{[<":
        close = {"{": "}", "[": "]", "<": ">"}[text]
        if text == "<" and not tokens[i + 1].text[:1].isalpha():
            return None
        for j in range(i + 1, min(i + 6, len(tokens))):
            if tokens[j].text == close:
                return j if text == "{" or _empty(reading, i, j) else None
    if text.lower() == "n" and tokens[i + 1].text == "." and tokens[i + 2].folded == "n":
        return i + 2
    return None


def _empty(reading: "Reading", i: int, j: int) -> bool:
    """ "[...]", "[ ]", "<Wert>": brackets around nothing or a single word."""
    inside = reading.tokens[i + 1 : j]
    return all(not token.text.isalnum() for token in inside) or (
        reading.tokens[i].text == "<" and len(inside) == 1
    )
