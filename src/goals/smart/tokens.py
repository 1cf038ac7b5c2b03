"""Tokens: one pass over a clean text, with folded forms for looking words up.

A run of digits with inner grouping is one NUMBER ("1.500,5", "31.12.2026"); letters with digits
are one WORD when a letter leads ("Q3", "KW37"), else a NUMBER and a WORD ("5km" -> "5", "km");
every other sign stands alone, so that "mid-April" and "2027-06-30" show their parts. Offsets are
code points of the clean text (see ``text``).
"""

import enum
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from goals.smart.text import Text


class TokenKind(enum.IntEnum):
    """What a token is made of."""

    NUMBER = 1
    WORD = 2
    PUNCT = 3
    SYMBOL = 4


class Token(NamedTuple):
    """A piece of text; ``folded`` is lower case with ae/oe/ue/ss, for look-up only."""

    text: str
    folded: str
    start: int
    end: int
    kind: TokenKind


# A gender star or colon ("Kund*innen", "Mitarbeiter:innen") belongs to its word.
_TOKEN = re.compile(
    r"(\d+(?:[.,']\d+)*)"
    r"|((?:https?://|www\.)\S+|[^\W\d_]\w*(?:[*:]in(?:nen)?\b|'[^\W\d_]+)*)"
    r"|(\S)"
)
_SYMBOLS = frozenset("%‰€$£¥§#+<>=≥≤≈~&@*^|°→←↑↓⇒±×÷½¼¾⅓⅔²³µ©®™")
_FOLDING = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "*": None, ":": None, "_": None}
)
_NUMBER, _WORD, _PUNCT, _SYMBOL = TokenKind


@lru_cache(maxsize=1 << 14)
def fold(word: str) -> str:
    """Fold a word for look-up: case, umlauts (ä = ae), sharp s, gender signs."""
    return word.casefold().translate(_FOLDING)


def tokenise(text: Text) -> tuple[Token, ...]:
    """Split a text into tokens, in linear time, without gaps other than white space."""
    tokens: list[Token] = []
    append, new = tokens.append, tuple.__new__
    for match in _TOKEN.finditer(text.clean):
        piece = match.group()
        start, end = match.span()
        group = match.lastindex
        if group == 2:
            folded = fold(piece) if end - start < 60 else piece
            append(new(Token, (piece, folded, start, end, _WORD)))
        elif group == 1:
            append(new(Token, (piece, piece, start, end, _NUMBER)))
        else:
            kind = _SYMBOL if piece in _SYMBOLS else _PUNCT
            append(new(Token, (piece, piece, start, end, kind)))
    return tuple(tokens)


def adjacent(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token at ``index`` touches the one after it, without white space."""
    return index + 1 < len(tokens) and tokens[index].end == tokens[index + 1].start
