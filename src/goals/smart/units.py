"""Units: what stands after (or, for money, before) a number and says of what it counts.

A unit is a sign (%), a known unit word (kg, Std.), or a noun that is counted ("20 pilot users").
Readers: ``quantities``.
"""

from collections.abc import Sequence
from typing import NamedTuple

from goals.smart.lexicon import Entry
from goals.smart.tokens import Token, TokenKind, adjacent
from goals.smart.words import classes as c


class Unit(NamedTuple):
    """Kind ("" for none, "noun" for a counted noun), last token, factor, token of the noun."""

    kind: str
    last: int
    factor: float = 1.0
    noun: int = -1


_SIGNS = {"%": "percent", "‰": "percent", "€": "money", "$": "money", "£": "money", "¥": "money",
          "°": "temperature", "×": "count"}  # fmt: skip
_CURRENCY_WORDS = frozenset(["eur", "chf", "usd", "gbp", "euro"])
_SHORT = frozenset(["a", "in", "s", "d", "m", "t", "c", "w", "l", "x", "ft", "per", "min", "h", "g", "v", "k"])


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


def currency_before(tokens: Sequence[Token], entries: Sequence[Entry], i: int) -> int | None:
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
    if folded in ("a", "in", "per", "s", "d"):
        return adjacent(tokens, j - 1)
    return True


_NOT_COUNTED = c.FUNCTION | c.TIME | c.HEDGE | c.PLACEHOLDER | c.NEGATION | c.BASELINE
_REAL_NOUN = c.NOUN | c.UNKNOWN | c.NOMINAL | c.COMPOUND | c.PERSON | c.METRIC


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
        token, flags = tokens[k], entries[k].flags
        if timed[k]:
            break
        if token.folded in ("von", "of", "der", "the", "out") and noun < 0:
            continue
        if token.kind is not TokenKind.WORD:
            if token.text in "-/&" and noun >= 0:
                continue
            if token.text == "," and german and noun < 0 and k > j:
                continue
            if token.kind is TokenKind.NUMBER and k > j and noun < 0:
                continue
            break
        joined = k + 1 < len(tokens) and tokens[k + 1].text == "-" and adjacent(tokens, k)
        if flags & _NOT_COUNTED and not joined and not flags & (c.PERSON | c.METRIC | c.UNKNOWN):
            if token.folded in ("und", "and") and noun < 0:
                continue
            break
        verb = flags & c.ANY_VERB and not flags & (c.NOUN | c.NOMINAL | c.ALSO_NOUN)
        if german and flags & c.GERMAN | (flags & c.UNKNOWN):
            if token.text[:1].isupper():
                return k
            if verb and not flags & c.PARTICIPLE:
                break
            if flags & c.UNKNOWN and noun < 0:
                noun = k
            continue
        if verb and not flags & c.PARTICIPLE and not flags & c.GERUND:
            break
        if verb and noun >= 0:
            break
        if flags & (_REAL_NOUN | c.ALSO_NOUN) or not flags & (c.ADJECTIVE | c.PARTICIPLE):
            noun = k
            if token.folded.endswith("s") or flags & c.PERSON:
                return k
    return noun
