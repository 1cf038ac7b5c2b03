"""Reading a draft: every field into tokens, words, clauses, times and quantities, once.

``read`` builds what the rules see (``checked``). Annotators: ``lexicon``, ``clauses``,
``times``, ``quantities``; none of them looks at another field.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from goals.smart import clauses, language, lexicon, quantities
from goals.smart.checked import Checked, Reading
from goals.smart.config import Config
from goals.smart.fields import Draft
from goals.smart.lexicon import Entry
from goals.smart.measures import weigh
from goals.smart.record import History, Record
from goals.smart.spans import Field
from goals.smart.text import normalise
from goals.smart.times import TimeContext, TimeExpression, TimeKind, find_times
from goals.smart.tokens import Token, TokenKind, tokenise
from goals.smart.words import classes as c

_NUMBER: Final = Entry(0, "")
_SIGN: Final = Entry(0, "")
_MEASURING_TIMES: Final = frozenset({TimeKind.SERVICE_LEVEL, TimeKind.DURATION})
_VERB_BEFORE: Final = frozenset(
    ["to", "will", "we", "must", "shall", "should", "and", "or", "please", "can", "not", "i", "they", "&", "also", "then", "would", "it"]
)
_QUANTITATIVE: Final = c.NUMERAL | c.FRACTION | c.EVERY | c.NONE | c.PROOF | c.MULTIPLE


def read(
    draft: Draft,
    *,
    record: Record | None,
    history: History | None,
    today: dt.date,
    config: Config,
) -> Checked:
    """Read all fields of a draft; the readings share one language."""
    checked = Checked(draft, today, config)
    checked.record, checked.history = record, history
    checked.owner = draft.owner
    goal = _tokenise(Field.GOAL, 0, draft.goal)
    criteria = [_tokenise(Field.CRITERIA, i, item.text) for i, item in enumerate(draft.criteria)]
    benefit = _tokenise(Field.BENEFIT, 0, draft.benefit) if draft.benefit else None
    customer = _tokenise(Field.CUSTOMER, 0, draft.customer) if draft.customer else None
    resources = [_tokenise(Field.RESOURCES, i, item) for i, item in enumerate(draft.resources)]
    every = [goal, *criteria, *(part for part in (benefit, customer) if part)]
    hint = draft.language or config.language
    checked.language = language.detect((part.tokens for part in every), hint)
    german = checked.language == "de"
    context = TimeContext(
        today=today,
        language=checked.language,
        fiscal_year_start=config.fiscal_year_start,
        region=config.region,
    )
    for part in every:
        _look_up(part, german)
        checked.flags |= part.flags
    for part in (goal, *criteria):
        _annotate(part, german, context)
    for part in resources:
        _look_up(part, german)
        _annotate(part, german, context)
    if benefit:
        _annotate(benefit, german, context)
    checked.goal, checked.criteria, checked.benefit = goal, tuple(criteria), benefit
    checked.customer, checked.resources = customer, tuple(resources)
    _read_deadline(checked, draft, german, context)
    weigh(checked)
    return checked


def _tokenise(field: Field, index: int, raw: str) -> Reading:
    text = normalise(raw)
    return Reading(field, index, text, tokenise(text))


def _read_deadline(checked: Checked, draft: Draft, german: bool, context: TimeContext) -> None:
    if isinstance(draft.deadline, dt.date):
        checked.deadline_date = draft.deadline
    elif draft.deadline and draft.deadline.strip():
        part = _tokenise(Field.DEADLINE, 0, draft.deadline)
        _look_up(part, german)
        part.times = find_times(part.text, part.tokens, context._replace(in_deadline_field=True))
        part.timed = _timed(part.tokens, part.times)
        checked.deadline = part


def _look_up(part: Reading, german: bool) -> None:
    """What each word is; then nouns that look like verbs, and detached prefixes."""
    look = lexicon.look
    word, number = TokenKind.WORD, TokenKind.NUMBER
    entries: list[Entry] = []
    for token in part.tokens:
        kind = token.kind
        if kind is word:
            entries.append(look(token.folded, german))
        else:
            entries.append(_NUMBER if kind is number else _SIGN)
    for i, entry in enumerate(entries):
        flags = entry.flags
        if flags & c.ANY_VERB and not flags & c.NOMINAL:
            if flags & c.GERMAN:
                if part.tokens[i].text[0].isupper():
                    entries[i] = _german_noun(part.tokens, i, entry)
                elif _german_adjective(part.tokens, i, flags):
                    entries[i] = _without_verb(entry)
            elif flags & (c.GERUND | c.PARTICIPLE) and _english_adjective(part.tokens, entries, i):
                entries[i] = _without_verb(entry)
            elif flags & c.ALSO_NOUN and not _verb_position(part.tokens, entries, i):
                entries[i] = Entry(
                    (flags & ~c.ANY_VERB & ~c.PROOF) | c.NOUN, entry.lemma, entry.value, entry.unit
                )
        elif flags & c.UNKNOWN:
            if _unknown_verb(part, entries, i):
                entries[i] = Entry(_SOME_VERB | (flags & c.IN_GERMAN), entry.lemma)
        elif german and flags & c.FUNCTION and i > 1:
            _join_prefix(part.tokens, entries, i)
    union = 0
    for entry in entries:
        union |= entry.flags
    part.entries, part.flags = entries, union


def _german_noun(tokens: Sequence[Token], i: int, entry: Entry) -> Entry:
    """A capitalised German word is a noun, unless it opens a sentence as a verb would."""
    text = tokens[i].text
    opens = i == 0 or tokens[i - 1].text in '.!?:•-*"(' or tokens[i - 1].folded == "wir"
    if opens and (entry.flags & (c.INFINITIVE | c.PARTICIPLE) or text.endswith(("e", "t"))):
        if entry.flags & c.INFINITIVE or text.endswith("e") or entry.flags & c.PARTICIPLE:
            return entry
    if text.isupper() and len(text) > 3:
        return entry
    return Entry(entry.flags | c.NOMINAL | c.NOUN, entry.lemma, entry.value, entry.unit)


_SOME_VERB: Final = c.DELIVER | c.VERB | c.INFINITIVE


def _unknown_verb(part: Reading, entries: Sequence[Entry], i: int) -> bool:
    """A word in no list that stands and looks like a verb: "Repoint 90 metres", "… bereifen"."""
    tokens = part.tokens
    token = tokens[i]
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if entries[i].flags & c.IN_GERMAN:
        if not token.text[0].islower() or not i or part.text.clean.islower():
            return False
        closes = after is None or after.kind is TokenKind.PUNCT or after.folded in ("bis", "und")
        ending = token.folded.endswith(("en", "ern", "eln", "iert"))
        done = token.folded.startswith("ge") and token.folded.endswith(("t", "en"))
        return closes and (ending or done or "ge" in token.folded[2:5] and token.folded.endswith("t"))
    opens = i == 0 or tokens[i - 1].folded in ("to", "will", "we", "must")
    return opens and after is not None and (
        after.kind is TokenKind.NUMBER
        and not token.text.isupper()
        and _counts(tokens, entries, i + 1)
        or after.folded in ("the", "a", "an", "all", "our", "every", "each", "two", "three", "four")
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


_ARTICLES: Final = frozenset(["a", "an", "the", "our", "your", "their", "its", "of", "for", "with", "in", "on", "and", "all", "any", "no"])


def _english_adjective(tokens: Sequence[Token], entries: Sequence[Entry], i: int) -> bool:
    """ "an improved process", "the growing team": between an article and a noun."""
    if i == 0 or i + 1 >= len(tokens) or tokens[i + 1].kind is not TokenKind.WORD:
        return bool(i and entries[i].flags & c.GERUND)
    if entries[i + 1].flags & c.FUNCTION:
        return bool(entries[i].flags & c.GERUND) and tokens[i - 1].kind is TokenKind.WORD
    if entries[i].flags & c.GERUND:
        return tokens[i - 1].folded != "by" and tokens[i - 1].text not in ".:-"
    return tokens[i - 1].folded in _ARTICLES


def _verb_position(tokens: Sequence[Token], entries: Sequence[Entry], i: int) -> bool:
    """Whether an English word that is also a noun stands where a verb can."""
    if i == 0:
        form = c.INFINITIVE | c.GERUND | c.PARTICIPLE
        return bool(entries[0].flags & form) and not _opens_noun_phrase(tokens, entries)
    before = tokens[i - 1]
    if before.folded in _VERB_BEFORE or before.kind is not TokenKind.WORD:
        return before.kind is not TokenKind.NUMBER and before.text not in "%-/€$£"
    after = tokens[i + 1].folded if i + 1 < len(tokens) else ""
    adverb = i + 1 < len(tokens) and entries[i + 1].flags & c.INTENSIFIER
    moves = entries[i].flags & (c.DIRECTION | c.MULTIPLE)
    return bool(moves) and (adverb or after in ("by", "from", "to", "down", "in")) and not entries[i - 1].flags & (
        c.FUNCTION | c.ADJECTIVE | c.NUMERAL
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
    if after is not None and after.kind is TokenKind.WORD and after.folded not in ("und", "bis"):
        return
    prefix = tokens[i].folded
    for k in range(i - 1, max(-1, i - 25), -1):
        if tokens[k].kind is not TokenKind.WORD or entries[k].flags & c.NOMINAL:
            continue
        whole = lexicon.separable(prefix, tokens[k].folded)
        if whole is not None:
            entries[k] = whole
            return


def _annotate(part: Reading, german: bool, context: TimeContext) -> None:
    tokens, entries = part.tokens, part.entries
    part.roles, part.sentences = clauses.mark(part.text.clean, tokens, entries)
    numbers = any(token.kind is TokenKind.NUMBER for token in tokens)
    part.times = find_times(part.text, tokens, context)
    part.timed = _timed(tokens, part.times)
    if numbers or part.flags & _QUANTITATIVE:
        part.quantities = quantities.find(
            quantities.Context(tokens, entries, part.timed, part.roles, german)
        )


def _timed(tokens: Sequence[Token], times: Sequence[TimeExpression]) -> list[bool]:
    """Which tokens a time expression covers that is not itself a measure."""
    covered = [False] * len(tokens)
    dated = any(found.kind is TimeKind.DEADLINE and not found.relative for found in times)
    for found in times:
        if found.kind in _MEASURING_TIMES:
            continue
        if dated and found.kind is TimeKind.DEADLINE and found.relative:
            continue  # "by 31 January, marked exams go back in 10 days": a value, not a date
        for i, token in enumerate(tokens):
            if token.start >= found.end:
                break
            if token.end > found.start:
                covered[i] = True
    return covered
