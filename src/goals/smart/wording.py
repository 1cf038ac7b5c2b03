"""Words in their place: what each token of a field is, given the words around it.

``look_up`` asks the lexicon and then settles what a word alone cannot tell: nouns that look like
verbs, participles that are adjectives, detached prefixes, verbs that are in no list. Readers:
``reading``.
"""

from collections.abc import Sequence
from typing import Final

from goals.smart import lexicon
from goals.smart.checked import Reading
from goals.smart.lexicon import Entry
from goals.smart.tokens import Token, TokenKind
from goals.smart.words import classes as c
from goals.smart.words.sets import word_set

_VERB_FORMS: Final = c.INFINITIVE | c.PARTICIPLE
_BEFORE_NOUN: Final = word_set(
    "der die das den dem des ein eine einen einem einer im am zum zur vom beim in auf an fuer bei"
)
_SIGN: Final = Entry(0, "")
_SOME_VERB: Final = c.DELIVER | c.VERB | c.INFINITIVE
_CHANGES: Final = word_set("increase decrease rise boost drop fall uplift gain climb cut")
_VERB_BEFORE: Final = word_set(
    "to will we must shall should and or please can not i they & also then would it"
)


def look_up(part: Reading, german: bool) -> None:
    """What each word is; then nouns that look like verbs, and detached prefixes."""
    known = lexicon.GERMAN_FIRST if german else lexicon.ENGLISH_FIRST
    word = TokenKind.WORD
    entries: list[Entry] = [
        known[folded] if kind is word else _SIGN for _, folded, _, _, kind in part.tokens
    ]
    unsettled = c.ANY_VERB | c.UNKNOWN | (c.FUNCTION if german else 0)
    union = 0
    for i, entry in enumerate(entries):
        if entry.flags & unsettled:
            _settle(part, entries, i, german)
    for entry in entries:
        union |= entry.flags
    part.entries, part.flags = entries, union


def _settle(part: Reading, entries: list[Entry], i: int, german: bool) -> None:
    entry, tokens = entries[i], part.tokens
    flags = entry.flags
    if flags & c.ANY_VERB and not flags & c.NOMINAL:
        if flags & c.GERMAN:
            if tokens[i].text[0].isupper():
                entries[i] = _german_noun(tokens, i, entry)
            elif _german_adjective(tokens, i, flags):
                entries[i] = _without_verb(entry)
            elif i and tokens[i - 1].folded in _BEFORE_NOUN and not flags & _VERB_FORMS:
                noun = flags | c.NOMINAL | c.NOUN  # "auf der messe", typed without capitals
                entries[i] = Entry(noun, entry.lemma, entry.value, entry.unit)
        elif german and _is_loan(tokens[i], flags):
            noun = (flags & ~c.ANY_VERB & ~c.PROOF) | c.NOUN
            entries[i] = Entry(noun, entry.lemma, entry.value, entry.unit)
        else:
            _settle_english(tokens, entries, i)
    elif flags & c.UNKNOWN:
        if _unknown_verb(part, entries, i):
            entries[i] = Entry(_SOME_VERB | (flags & c.IN_GERMAN), entry.lemma)
    elif german and flags & c.FUNCTION and i > 1:
        _join_prefix(tokens, entries, i)


def _is_loan(token: Token, flags: int) -> bool:
    """An English verb form that is a noun in German: "Onboarding", "das Release"."""
    if flags & c.GERUND:
        return True
    return token.text[:1].isupper() and not token.text.isupper() and not flags & c.PARTICIPLE


def _settle_english(tokens: Sequence[Token], entries: list[Entry], i: int) -> None:
    """Settle an English verb form that may be an adjective or a noun here."""
    entry = entries[i]
    flags = entry.flags
    if flags & (c.GERUND | c.PARTICIPLE) and _english_adjective(tokens, entries, i):
        entries[i] = _without_verb(entry)
        if flags & c.GERUND and _stands_for_a_thing(tokens, entries, i, flags):
            thing = (entries[i].flags & ~c.ADJECTIVE) | c.NOUN  # "support purchasing"
            entries[i] = Entry(thing, entry.lemma)
    elif flags & c.ALSO_NOUN and _ends_compound(tokens, entries, i):
        entries[i] = Entry((flags & ~c.ANY_VERB & ~c.PROOF) | c.NOUN, entry.lemma)
    elif flags & c.ALSO_NOUN and not _verb_position(tokens, entries, i):
        noun = (flags & ~c.ANY_VERB & ~c.PROOF) | c.NOUN
        if entry.lemma in _CHANGES:
            noun |= c.GENERAL  # "an increase" of what?
        entries[i] = Entry(noun, entry.lemma, entry.value, entry.unit)


def _german_noun(tokens: Sequence[Token], i: int, entry: Entry) -> Entry:
    """A capitalised German word is a noun, unless it opens a sentence as a verb would."""
    text = tokens[i].text
    opens = i == 0 or tokens[i - 1].text in '.!?:•-*"(' or tokens[i - 1].folded == "wir"
    if opens and (entry.flags & (c.INFINITIVE | c.PARTICIPLE) or text.endswith("e")):
        return entry
    if text.isupper() and len(text) > 3:
        if i and tokens[i - 1].folded in _BEFORE_NOUN and not entry.flags & _VERB_FORMS:
            return Entry(entry.flags | c.NOMINAL | c.NOUN, entry.lemma, entry.value, entry.unit)
        return entry
    return Entry(entry.flags | c.NOMINAL | c.NOUN, entry.lemma, entry.value, entry.unit)


def _unknown_verb(part: Reading, entries: Sequence[Entry], i: int) -> bool:
    """A word in no list that stands and looks like a verb: "Repoint 90 metres", "… bereifen"."""
    tokens = part.tokens
    token = tokens[i]
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if entries[i].flags & c.IN_GERMAN:
        if not i or not (token.text[0].islower() or part.text.clean.isupper()):
            return False
        if tokens[i - 1].kind is TokenKind.NUMBER and after is not None:
            return False  # "8 schulungsunterlagen bis …"
        closes = after is None or after.kind is TokenKind.PUNCT or after.folded in ("bis", "und")
        ending = token.folded.endswith(("en", "ern", "eln", "iert"))
        done = token.folded.startswith("ge") and token.folded.endswith(("t", "en"))
        return closes and (
            ending or done or ("ge" in token.folded[2:5] and token.folded.endswith("t"))
        )
    opens = i == 0 or tokens[i - 1].folded in ("to", "will", "we", "must")
    return (
        opens
        and after is not None
        and (
            (
                after.kind is TokenKind.NUMBER
                and not token.text.isupper()
                and _counts(tokens, entries, i + 1)
            )
            or after.folded
            in ("the", "a", "an", "all", "our", "every", "each", "two", "three", "four")
        )
    )


def _counts(tokens: Sequence[Token], entries: Sequence[Entry], i: int) -> bool:
    """Whether the number at ``i`` is followed by something to count."""
    if i + 1 >= len(tokens):
        return False
    flags = entries[i + 1].flags
    return tokens[i + 1].kind is TokenKind.WORD and not flags & (c.FUNCTION | c.ANY_VERB)


def _without_verb(entry: Entry) -> Entry:
    flags = (entry.flags & ~c.ANY_VERB & ~c.PROOF) | c.ADJECTIVE
    return Entry(flags, entry.lemma, entry.value, entry.unit)


def _german_adjective(tokens: Sequence[Token], i: int, flags: int) -> bool:
    """ "verbesserte Prozesse": a participle with an adjective's ending before a noun."""
    if flags & c.INFINITIVE and not tokens[i].folded.endswith("ten"):
        return False
    return (
        i + 1 < len(tokens)
        and tokens[i].folded.endswith(
            ("te", "ten", "ter", "tes", "tem", "ene", "enen", "ender", "ende", "enden")
        )
        and tokens[i + 1].text[:1].isupper()
    )


_DOING: Final = word_set(
    "by keep start stop begin continue without of from while when before after and or"
)


def _stands_for_a_thing(
    tokens: Sequence[Token], entries: Sequence[Entry], i: int, flags: int
) -> bool:
    """A gerund that ends its phrase and is an object: "strengthen volunteering"."""
    if flags & (c.DIRECTION | c.STATE | c.ACTIVITY) or not i or tokens[i - 1].folded in _DOING:
        return False
    if i + 1 < len(tokens) and tokens[i + 1].kind is TokenKind.WORD:
        return bool(entries[i + 1].flags & c.FUNCTION)
    return tokens[i - 1].kind is TokenKind.WORD


_ARTICLES: Final = word_set("a an the our your their its of for with in on and all any no")


def _english_adjective(tokens: Sequence[Token], entries: Sequence[Entry], i: int) -> bool:
    """ "an improved process", "the growing team": between an article and a noun."""
    if i == 0 or i + 1 >= len(tokens) or tokens[i + 1].kind is not TokenKind.WORD:
        return bool(i and entries[i].flags & c.GERUND)
    if entries[i + 1].flags & c.FUNCTION:
        return bool(entries[i].flags & c.GERUND) and tokens[i - 1].kind is TokenKind.WORD
    if entries[i].flags & c.GERUND:
        return tokens[i - 1].folded != "by" and tokens[i - 1].text not in ".:-"
    return tokens[i - 1].folded in _ARTICLES


def _ends_compound(tokens: Sequence[Token], entries: Sequence[Entry], i: int) -> bool:
    """ "lower power cuts from 9 to 3": a plural behind a verb and a noun of its own."""
    if i < 2 or not tokens[i].folded.endswith("s") or tokens[i - 1].kind is not TokenKind.WORD:
        return False
    if not entries[0].flags & c.ANY_VERB or not entries[0].flags & c.INFINITIVE:
        return False
    return not entries[i - 1].flags & (c.FUNCTION | c.ANY_VERB | c.INTENSIFIER)


def _verb_position(tokens: Sequence[Token], entries: Sequence[Entry], i: int) -> bool:
    """Whether an English word that is also a noun stands where a verb can."""
    if i == 0:
        form = c.INFINITIVE | c.GERUND | c.PARTICIPLE
        return bool(entries[0].flags & form) and not _opens_noun_phrase(tokens, entries)
    before = tokens[i - 1]
    if before.folded in _VERB_BEFORE or before.kind is not TokenKind.WORD:
        return before.kind is not TokenKind.NUMBER and before.text not in "%-/€$£"
    after = tokens[i + 1].folded if i + 1 < len(tokens) else ""
    adverb = i + 1 < len(tokens) and bool(entries[i + 1].flags & c.INTENSIFIER)
    moves = entries[i].flags & (c.DIRECTION | c.MULTIPLE)
    return (
        bool(moves)
        and (adverb or after in ("by", "from", "to", "down", "in"))
        and not entries[i - 1].flags & (c.FUNCTION | c.ADJECTIVE | c.NUMERAL)
    )


def _opens_noun_phrase(tokens: Sequence[Token], entries: Sequence[Entry]) -> bool:
    """ "Support tickets are closed …": a first word that is part of a subject."""
    if len(tokens) < 3 or not entries[1].flags & (c.METRIC | c.PERSON | c.GENERIC_METRIC):
        return False
    if entries[0].flags & c.DIRECTION:
        return False
    return any(
        entries[k].flags & c.PARTICIPLE
        or tokens[k].folded in ("is", "are", "from", "below", "under")
        for k in range(2, min(len(tokens), 8))
    )


def _join_prefix(tokens: Sequence[Token], entries: list[Entry], i: int) -> None:
    """ "hebt … an": give the finite verb the classes of the whole verb."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    closes = after is None or after.kind is TokenKind.PUNCT or after.folded in ("und", "bis")
    if not closes:
        return
    prefix = tokens[i].folded
    for k in range(i - 1, max(-1, i - 25), -1):
        if tokens[k].kind is not TokenKind.WORD or (k and tokens[k].text[0].isupper()):
            continue
        whole = lexicon.separable(prefix, tokens[k].folded)
        if whole is not None:
            entries[k] = whole
            return
