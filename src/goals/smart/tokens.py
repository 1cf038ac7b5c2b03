"""Tokens: one pass over a clean text, with folded forms for looking words up.

A run of digits with inner grouping is one NUMBER ("1.500,5", "31.12.2026"); letters with digits
are one WORD when a letter leads ("Q3", "KW37"), else a NUMBER and a WORD ("5km" -> "5", "km");
every other sign stands alone, so that "mid-April" and "2027-06-30" show their parts. Offsets are
code points of the clean text (see ``text``).
"""

import enum
import re
from collections.abc import Sequence
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
_NUMBERS = r"\d+(?:[.,']\d+)*"
_WORDS = r"(?:https?://|www\.)\S+|[^\W\d_]\w*(?:[*:]in(?:nen)?\b|'[^\W\d_]+)*"
_PIECE = re.compile(rf"{_NUMBERS}|{_WORDS}|\S")
_SYMBOLS = frozenset("%‰€$£¥§#+<>=≥≤≈~&@*^|°→←↑↓⇒±×÷½¼¾⅓⅔²³µ©®™")
_FOLDING = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "*": None, ":": None, "_": None}
)
_NUMBER, _WORD, _PUNCT, _SYMBOL = TokenKind
_LONGEST = 60  # letters of a word that is looked up


def fold(word: str) -> str:
    """Fold a word for look-up: case, umlauts (ä = ae), sharp s, gender signs."""
    return word.casefold().translate(_FOLDING)


class _Pieces(dict[str, tuple[str, TokenKind]]):
    """What was made of a piece met before: its folded form and kind; holds so many at most."""

    def __missing__(self, piece: str) -> tuple[str, TokenKind]:
        made = _form(piece)
        if len(piece) < _LONGEST:
            if len(self) >= 1 << 14:
                self.clear()
            self[piece] = made
        return made


_known = _Pieces()


def _form(piece: str) -> tuple[str, TokenKind]:
    """The folded form and kind of a piece."""
    if piece[0].isdecimal():
        return piece, _NUMBER
    if piece[0].isalnum():
        return (fold(piece) if len(piece) < _LONGEST else piece), _WORD
    return piece, _SYMBOL if piece in _SYMBOLS else _PUNCT


def tokenise(text: Text) -> tuple[Token, ...]:
    """Split a text into tokens, in linear time, without gaps other than white space."""
    clean, known, new = text.clean, _known, tuple.__new__
    find, end = clean.find, 0
    tokens: list[Token] = []
    append = tokens.append
    for piece in _PIECE.findall(clean):
        start = find(piece, end)
        end = start + len(piece)
        folded, kind = known[piece]
        append(new(Token, (piece, folded, start, end, kind)))
    return tuple(tokens)


def adjacent(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token at ``index`` touches the one after it, without white space."""
    return index + 1 < len(tokens) and tokens[index].end == tokens[index + 1].start
