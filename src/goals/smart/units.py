"""Units: what stands after (or, for money, before) a number and says of what it counts.

A unit is a sign (%), a known unit word (kg, Std.), or a noun that is counted ("20 pilot users").
Readers: ``quantities``.
"""

from collections.abc import Sequence
from typing import NamedTuple

from goals.smart.lexicon import Entry
from goals.smart.tokens import Token, TokenKind, adjacent
from goals.smart.words import classes as c
from goals.smart.words.sets import word_set


class Unit(NamedTuple):
    """Kind ("" for none, "noun" for a counted noun), last token, factor, token of the noun."""

    kind: str
    last: int
    factor: float = 1.0
    noun: int = -1


_SIGNS = {"%": "percent", "‰": "percent", "€": "money", "$": "money", "£": "money", "¥": "money",
          "°": "temperature", "×": "count"}  # fmt: skip
_CURRENCY_WORDS = word_set("eur chf usd gbp euro")
_SHORT = word_set("a in s d m t c w l x ft per min h g v k")


def joined_groups(tokens: Sequence[Token], i: int) -> int:
    """The last token of digits grouped by single spaces: "12 000"."""
    last = i
    if len(tokens[i].text) > 3 or tokens[i].text.startswith("0"):
        return last
    while (
        last + 1 < len(tokens)
        and tokens[last + 1].kind is TokenKind.NUMBER
        and tokens[last + 1].start == tokens[last].end + 1
        and len(tokens[last + 1].text.split(",")[0].split(".")[0]) == 3
        and tokens[last].text.isdigit()
    ):
        last += 1
    return last


def currency_before(tokens: Sequence[Token], i: int) -> int | None:
    """The token of a currency before the number ("€ 500", "CHF 1'200")."""
    if i == 0:
        return None
    before = tokens[i - 1]
    if _SIGNS.get(before.text) == "money" or before.folded in _CURRENCY_WORDS:
        return i - 1
    return None


def after(
    tokens: Sequence[Token],
    entries: Sequence[Entry],
    timed: Sequence[bool],
    last: int,
    german: bool,
) -> Unit:
    """The unit after the token ``last`` of a number."""
    factor, j, count = 1.0, last + 1, len(tokens)
    if j < count and tokens[j].text == "," and j + 1 < count and tokens[j + 1].text == "-":
        j, last = j + 2, j + 1  # "500,- €"
    if (
        j < count
        and entries[j].flags & c.MULTIPLIER
        and (tokens[j].folded != "k" or adjacent(tokens, j - 1))
    ):
        factor, last, j = entries[j].value or 1.0, j, j + 1
        if j < count and tokens[j].text == "." and adjacent(tokens, j - 1):
            last, j = j, j + 1
    if j < count and tokens[j].text in "-+" and adjacent(tokens, j - 1):
        j += 1  # "5-Minuten", "24-hour", "50+"
    if j >= count:
        return Unit("", last, factor)
    sign = _SIGNS.get(tokens[j].text)
    if sign is not None:
        end = j
        if sign == "temperature" and j + 1 < count and tokens[j + 1].folded in ("c", "f"):
            end = j + 1
        if sign == "percent" and j + 2 < count and tokens[j + 2].folded.startswith("punkt"):
            end = j + 2
        return Unit(sign, end, factor)
    entry = entries[j]
    if entry.flags & c.UNIT and entry.unit and _is_unit(tokens, j):
        return Unit(entry.unit, j, factor)
    noun = _counted_noun(tokens, entries, timed, j, german)
    if noun >= 0:
        return Unit("noun", last, factor, noun)
    return Unit("", last, factor)


def _is_unit(tokens: Sequence[Token], j: int) -> bool:
    folded = tokens[j].folded
    if folded not in _SHORT:
        return True
    if folded in ("a", "in", "per"):
        return adjacent(tokens, j - 1)
    return True


_NOT_COUNTED = c.FUNCTION | c.TIME | c.HEDGE | c.PLACEHOLDER | c.NEGATION | c.BASELINE
_STILL_COUNTED = c.PERSON | c.METRIC | c.UNKNOWN
_REAL_NOUN = c.NOUN | c.UNKNOWN | c.NOMINAL | c.COMPOUND | c.PERSON | c.METRIC | c.ALSO_NOUN
_OF = word_set("von of der the out")
_GO_ON, _STOP = -1, -2


def _counted_noun(
    tokens: Sequence[Token],
    entries: Sequence[Entry],
    timed: Sequence[bool],
    j: int,
    german: bool,
) -> int:
    """The noun a number counts: "3 neue Kunden", "20 pilot users", "9 von 10 Kunden"."""
    noun = -1
    for k in range(j, min(j + 5, len(tokens))):
        if timed[k]:
            break
        token, flags = tokens[k], entries[k].flags
        if token.kind is not TokenKind.WORD:
            step = _past_sign(token, german, first=k == j, found=noun >= 0)
        elif noun < 0 and token.folded in _OF:
            step = _GO_ON
        elif flags & _NOT_COUNTED and not flags & _STILL_COUNTED and not _hyphened(tokens, k):
            step = _GO_ON if noun < 0 and token.folded in ("und", "and") else _STOP
        elif german and flags & (c.GERMAN | c.IN_GERMAN):
            if token.text[:1].isupper():
                return k
            noun, step = _in_german(flags, k, noun)
        else:
            if _counts_surely(token, flags):
                return k
            noun, step = _in_english(flags, k, noun)
        if step == _STOP:
            break
    return noun


def _hyphened(tokens: Sequence[Token], k: int) -> bool:
    return k + 1 < len(tokens) and tokens[k + 1].text == "-" and adjacent(tokens, k)


def _past_sign(token: Token, german: bool, *, first: bool, found: bool) -> int:
    """Whether a sign or number between the number and its noun can be stepped over."""
    if found:
        return _GO_ON if token.text in "-/&" else _STOP
    if first:
        return _STOP
    return _GO_ON if token.kind is TokenKind.NUMBER or (german and token.text == ",") else _STOP


def _in_german(flags: int, k: int, noun: int) -> tuple[int, int]:
    """A German word in lower case: an adjective, a verb that ends the search, or a slip."""
    verb = flags & c.ANY_VERB and not flags & (c.NOUN | c.NOMINAL)
    if verb and not flags & c.PARTICIPLE:
        return noun, _STOP
    return (k if flags & c.UNKNOWN and noun < 0 else noun), _GO_ON


def _is_verb(flags: int) -> bool:
    return bool(flags & c.ANY_VERB) and not flags & (c.NOUN | c.NOMINAL | c.ALSO_NOUN)


def _counts_surely(token: Token, flags: int) -> bool:
    """An English plural, or people."""
    if _is_verb(flags) or not flags & _REAL_NOUN:
        return False
    return token.folded.endswith("s") or bool(flags & c.PERSON)


def _in_english(flags: int, k: int, noun: int) -> tuple[int, int]:
    if _is_verb(flags) and (noun >= 0 or not flags & (c.PARTICIPLE | c.GERUND)):
        return noun, _STOP
    if flags & _REAL_NOUN or not flags & (c.ADJECTIVE | c.PARTICIPLE):
        return k, _GO_ON
    return noun, _GO_ON
