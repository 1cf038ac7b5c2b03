"""Which language a draft is in: German, English, or neither.

Decided by small words that only one of the two has, then by the words the lists know. Mixed text
counts as the language with more small words. Readers: ``reading``.
"""

from collections.abc import Iterable
from functools import cache

from goals.smart.lexicon import ENGLISH_FIRST, GERMAN_FIRST
from goals.smart.tokens import Token, TokenKind, fold
from goals.smart.words import classes as c
from goals.smart.words import english, german


@cache
def _markers() -> dict[str, int]:
    """+1 for a word only German has, -1 for one only English has."""
    of_german = {fold(word) for word in german.MARKERS.split()}
    of_english = {fold(word) for word in english.MARKERS.split()}
    both = of_german & of_english | {"in", "an", "so", "was", "am", "will", "team", "launch"}
    return {
        **dict.fromkeys(of_german - both, 1),
        **dict.fromkeys(of_english - both, -1),
    }


def detect(fields: Iterable[tuple[Token, ...]], hint: str | None) -> str | None:
    """The language of some tokens: "de", "en", or ``None`` when no word is known.

    ``hint`` (what the caller says) decides unless it is neither.
    """
    if hint:
        known = hint[:2].lower()
        return known if known in ("de", "en") else None
    marker = _markers().get
    tokens = [token for field in fields for token in field]
    score = sum([marker(folded, 0) for _, folded, _, _, _ in tokens])
    if abs(score) * 6 <= len(tokens):
        if _foreign(tokens, score):
            return None
        score = score or _by_lists(tokens)
    return "de" if score > 0 else "en"


def _by_lists(tokens: list[Token]) -> int:
    score = 0
    for token in tokens[:200]:
        if token.kind is TokenKind.WORD:
            if not token.text.isascii() and any(sign in token.text for sign in _UMLAUTS):
                score += 2
            flags = GERMAN_FIRST[token.folded].flags
            other = ENGLISH_FIRST[token.folded].flags
            if flags & c.GERMAN and not other & c.ENGLISH:
                score += 1
            elif other & c.ENGLISH and not flags & c.GERMAN:
                score -= 1
    return score


def _foreign(tokens: list[Token], score: int) -> bool:
    """Whether there are words, and hardly one of them is known.

    A few words of which one is a marker, or has an umlaut, are not foreign but of some trade.
    """
    words = [token for token in tokens[:200] if token.kind is TokenKind.WORD]
    if _latin(words):
        telling = score or any(sign in token.text for token in words for sign in _UMLAUTS)
        if len(words) < (6 if telling else 4):
            return False
    known = sum([not GERMAN_FIRST[token.folded].flags & c.UNKNOWN for token in words])
    return bool(words) and known * 3 <= len(words)


_UMLAUTS = "äöüßÄÖÜ"


def _latin(words: list[Token]) -> bool:
    return all(
        token.text.isascii() or all(ord(sign) < 0x250 for sign in token.text) for token in words
    )
