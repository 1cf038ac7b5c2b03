"""Sentences and clause roles: what is the goal, what it is for, by what means.

A weak word in a purpose clause ("um … zu", "damit", "so that", "in order to") is not a weak goal.
One pass over the tokens; readers: ``reading``, the rules.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from goals.smart.lexicon import Entry
from goals.smart.tokens import Token, TokenKind
from goals.smart.words import classes as c
from goals.smart.words.sets import word_set

GOAL: Final = 0
PURPOSE: Final = 1
MEANS: Final = 2

ABBREVIATIONS: Final = word_set(
    """
    z b d h u a s o v g ca max min mio mrd std nr tel inkl exkl bzw usw etc evtl ggf approx e
    i st abs art str dr incl excl vs no mr mrs prof kap abb pos n k p t ggfs zzgl mind höchst
    mindest stk tsd mo di mi do fr sa so jan feb mrz apr jun jul aug sep sept okt oct nov dez
    dec durchschn ausschl einschl ges mtl jährl wö vol fig est dept abt ma
    """
)
_NO_PURPOSE_BEFORE_TO = word_set(
    """
    able how ready need needs needed want wants aim aims plan plans like going is are be goal
    objective target commit committed agree agreed due up down access wish hope try mission
    ambition intend intends order have has job task duty used invited refer according
    """
)
_LIGHT_VERBS = c.ASPIRE | c.VERB
_REAL_VERBS = c.ANY_VERB & ~_LIGHT_VERBS


def mark(
    text: str, tokens: Sequence[Token], entries: Sequence[Entry]
) -> tuple[list[int], list[int]]:
    """The role of every token's clause, and the number of its sentence."""
    count = len(tokens)
    roles = [GOAL] * count
    sentences = [0] * count
    role, sentence, ends_at, verb_seen = GOAL, 0, -1, False
    openers = _OPENERS.get
    lines, word, punct = "\n" in text, TokenKind.WORD, TokenKind.PUNCT
    for i, (sign, folded, _, _, kind) in enumerate(tokens):
        if lines and i and "\n" in text[tokens[i - 1].end : tokens[i].start]:
            role, sentence, verb_seen = GOAL, sentence + 1, False
        if kind is punct:
            if sign == "," or sign == ")" or sign == ":":
                role = GOAL
            elif sign in ".!?;" and _ends_sentence(tokens, entries, i):
                role, verb_seen = GOAL, False
                roles[i], sentences[i] = role, sentence
                sentence += 1
                continue
        elif i == ends_at:
            role = GOAL
        if kind is word:
            opener = openers(folded)
            opened = opener(_Place(tokens, entries, i, verb_seen)) if opener else None
            if opened is not None:
                role, ends_at = opened
            elif role == MEANS and ends_at == 0 and _ends_phrase(tokens, entries, i):
                role = GOAL
            if not verb_seen:
                flags = entries[i].flags
                verb_seen = bool(flags & _REAL_VERBS) and not flags & c.NOMINAL
        if role or sentence:
            roles[i], sentences[i] = role, sentence
    return roles, sentences


def _ends_sentence(tokens: Sequence[Token], entries: Sequence[Entry], i: int) -> bool:
    """Whether a sign ends a sentence; a dot may belong to a date, an ordinal, an abbreviation."""
    if tokens[i].text != ".":
        return True
    if i + 1 == len(tokens):
        return True
    before = tokens[i - 1] if i else None
    after = tokens[i + 1]
    if before is None or after.start == tokens[i].end:
        return False
    starts = after.text[:1].isupper() and bool(entries[i + 1].flags & (c.FUNCTION | c.PRONOUN))
    if before.kind is TokenKind.NUMBER:
        long = len(before.text) > 2 or not before.text.isdigit()
        return starts or (long and after.text[:1].isupper())
    if before.folded in ABBREVIATIONS or len(before.text) == 1:
        return starts
    return after.text[:1].isupper() or after.kind is not TokenKind.WORD


class _Place(NamedTuple):
    """A word that may open a clause, with what surrounds it."""

    tokens: Sequence[Token]
    entries: Sequence[Entry]
    i: int
    verb_seen: bool

    def after(self, step: int = 1) -> str:
        """The folded word some tokens on, or ""."""
        i = self.i + step
        return self.tokens[i].folded if i < len(self.tokens) else ""


# The role a word opens, with the index where it surely ends (-1: comma; 0: with its phrase).
_Opened = tuple[int, int] | None


def _um(place: _Place) -> _Opened:
    tokens, entries, i, _ = place
    j = i + 1
    if j < len(tokens) and tokens[j].kind is TokenKind.NUMBER:
        after = entries[j + 1].flags if j + 1 < len(tokens) else 0
        if after & (c.UNIT | c.MULTIPLIER) or (j + 1 < len(tokens) and tokens[j + 1].text in "%€$"):
            return None
    for k in range(j, min(i + 16, len(tokens))):
        token = tokens[k]
        if token.text in ",.;!?":
            return None
        flags = entries[k].flags
        if token.folded == "zu" and k + 1 < len(tokens) and entries[k + 1].flags & c.ANY_VERB:
            return PURPOSE, k + 2
        if flags & c.INFINITIVE and flags & c.GERMAN and "zu" in token.folded[2:]:
            return PURPOSE, k + 1
    return None


def _purpose(_: _Place) -> _Opened:
    return PURPOSE, -1


def _so(place: _Place) -> _Opened:
    consequence = place.after() in ("that", "dass", "as", "we", "they", "customers", "staff")
    return (PURPOSE, -1) if consequence else None


def _in(place: _Place) -> _Opened:
    return (PURPOSE, -1) if place.after() == "order" and place.after(2) in ("to", "that") else None


def _to(place: _Place) -> _Opened:
    tokens, entries, i, verb_seen = place
    if not verb_seen or i + 1 >= len(tokens):
        return None
    flags = entries[i + 1].flags
    if not flags & c.ENGLISH or not flags & c.INFINITIVE or not flags & c.ANY_VERB:
        return None
    if tokens[i - 1].folded in _NO_PURPOSE_BEFORE_TO or tokens[i - 1].kind is TokenKind.NUMBER:
        return None
    return PURPOSE, -1


def _by(place: _Place) -> _Opened:
    tokens, entries, i, _ = place
    if i + 1 < len(tokens) and entries[i + 1].flags & c.GERUND:
        return MEANS, -1
    return None


def _means(_: _Place) -> _Opened:
    return MEANS, -1


def _phrase(_: _Place) -> _Opened:
    return MEANS, 0


def _ends_phrase(tokens: Sequence[Token], entries: Sequence[Entry], i: int) -> bool:
    flags = entries[i].flags
    if flags & c.ANY_VERB and not flags & (c.NOMINAL | c.ALSO_NOUN | c.GERUND):
        return True
    return bool(flags & c.FUNCTION) and tokens[i].folded not in _WITHIN_PHRASE


_WITHIN_PHRASE = word_set(
    """
    der die das den dem des ein eine einen einem einer und oder of the a an and or
    """
)
_OPENERS = {
    "um": _um,
    "damit": _purpose,
    "sodass": _purpose,
    "so": _so,
    "in": _in,
    "to": _to,
    "by": _by,
    "indem": _means,
    "durch": _phrase,
    "mittels": _phrase,
    "mithilfe": _phrase,
    "through": _phrase,
    "via": _phrase,
    "using": _phrase,
}
