"""Quantities in words: three, half, every second, all, none, signed.

A number word counts like digits; "alle", "kein", "unterschrieben" measure without a number.
Readers: ``quantities``.
"""

from typing import Final

from goals.smart import clauses
from goals.smart.amounts import Context, Quantity, Role
from goals.smart.governing import BY, PER, PLACES, WITH, left_key, with_unit
from goals.smart.tokens import TokenKind
from goals.smart.words import classes as c
from goals.smart.words.sets import word_set

ANY: Final = c.NUMERAL | c.FRACTION | c.EVERY | c.NONE | c.PROOF | c.MULTIPLE


def of_word(context: Context, i: int) -> Quantity | None:
    """The quantity a word of one of the classes ``ANY`` stands for, if it does here."""
    tokens, entries = context.tokens, context.entries
    flags = entries[i].flags
    if flags & c.NUMERAL and not _only_a_name(context, i):
        if flags & c.NONE and entries[i].value == 0:
            return _of_zero(context, i)
        value, last = entries[i].value, i
        if i + 1 < len(tokens) and entries[i + 1].flags & c.NUMERAL and not context.timed[i + 1]:
            last = i + 1
            value = value * entries[last].value if entries[last].value >= 100 else value
        if tokens[i].folded == "one" and not _counts_one(context, i):
            return None
        quantity = with_unit(context, i, last, value, False)
        return (
            quantity
            if quantity is None or quantity.unit or quantity.role is not Role.COUNT
            else None
        )
    if flags & c.FRACTION:
        return _of_fraction(context, i)
    if flags & c.MULTIPLE and flags & c.VERB:
        if flags & c.ALSO_NOUN and i + 1 < len(tokens) and tokens[i].folded in ("double", "triple"):
            after = entries[i + 1].flags
            if i and not after & (c.FUNCTION | c.METRIC | c.SOFT | c.PERSON | c.GENERAL):
                return None
        return Quantity(Role.DELTA, i, i, 2.0, "multiple")
    if flags & c.PROOF:
        return _of_proof(context, i)
    if flags & c.NONE:
        return _of_zero(context, i)
    if flags & c.EVERY:
        return _of_every(context, i)
    return None


def _only_a_name(context: Context, i: int) -> bool:
    return (
        i > 0
        and bool(context.entries[i - 1].flags & c.IDENTIFIER)
        and not context.entries[i - 1].flags & (c.FUNCTION | c.VERB)
    )


def _counts_one(context: Context, i: int) -> bool:
    """ "one new customer" counts; "one of", "no one", "one-stop", "one another" do not."""
    tokens = context.tokens
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or after.kind is not TokenKind.WORD:
        return False
    return not context.entries[i + 1].flags & c.FUNCTION and (
        i == 0 or tokens[i - 1].folded not in ("no", "the", "this", "that", "any", "every", "each")
    )


_PARTS = word_set("third fifth tenth quarter quarters viertel halb halbe half")
_CALENDAR = word_set("tag woche monat jahr montag freitag day week month year quarter")
_TIMES = word_set("zweimal dreimal viermal fuenfmal doppelt twice thrice")


_SAME = word_set("same selben gleichen single")


def _same_day(context: Context, i: int) -> Quantity | None:
    """ "am selben Tag", "on the same working day"; "not a single complaint"."""
    tokens = context.tokens
    after = [token.folded for token in tokens[i + 1 : i + 3]]
    if tokens[i].folded == "single":
        before = [token.folded for token in tokens[max(0, i - 2) : i]]
        return Quantity(Role.NONE, i - 2, i, 0.0, "zero") if before == ["not", "a"] else None
    if after and (after[0] in ("tag", "tages", "day") or after[1:] == ["day"]):
        return Quantity(Role.TARGET, i, i, 1.0, "time")
    return None


def _of_fraction(context: Context, i: int) -> Quantity | None:
    tokens = context.tokens
    folded = tokens[i].folded
    before = tokens[i - 1].folded if i else ""
    after = tokens[i + 1].folded if i + 1 < len(tokens) else ""
    value = context.entries[i].value
    if folded in _SAME:
        return _same_day(context, i)
    if folded in _EVERY_NTH:
        if before in ("jede", "jeder", "jedes", "every") and after not in _CALENDAR:
            return Quantity(Role.TARGET, i - 1, i, value, "fraction")
        if folded != "third":
            return None
    if after in ("so", "as", "mehr", "times") and folded in _TIMES:
        return Quantity(Role.DELTA, i, i, value, "multiple")
    if folded in _ONCE:
        often = after in PER or after in ("taeglich", "monatlich", "woechentlich", "daily")
        return Quantity(Role.RATE, i, i, value, "count") if often else None
    if folded in _HALF and (after in ("so", "as") or _of_metric(context, i)):
        return Quantity(Role.DELTA, i, i, 0.5, "multiple")
    return _of_part(context, i, before, after)


def _of_metric(context: Context, i: int) -> bool:
    return i + 1 < len(context.tokens) and bool(context.entries[i + 1].flags & c.METRIC)


def _of_part(context: Context, i: int, before: str, after: str) -> Quantity | None:
    """ "a third of", "um die Hälfte"; not "the third floor", "half a year"."""
    folded = context.tokens[i].folded
    if folded in _PARTS and before not in _OF_A_PART and after not in ("of", "der", "des", "aller"):
        return None
    if folded in _HALF and after in ("year", "day", "hour", "jahr", "time"):
        return None
    delta = before in BY or (i > 1 and context.tokens[i - 2].folded in BY)
    role = Role.DELTA if delta else Role.TARGET
    return Quantity(role, i, i, context.entries[i].value, "fraction")


_HALF = word_set("half halb halbe halber")
_ONCE = word_set("once twice thrice einmal zweimal dreimal viermal fuenfmal")
_EVERY_NTH = word_set("zweite zweiter dritte vierte second third fourth")
_OF_A_PART = word_set("a one by two three um ein drei auf in to zwei")


def _of_proof(context: Context, i: int) -> Quantity | None:
    """Signed, passed, certified: as a participle, a noun, or what the goal itself does."""
    entry, tokens = context.entries[i], context.tokens
    if entry.lemma in ("bestehen", "pass"):
        near = " ".join(t.folded for t in tokens[max(0, i - 8) : i + 8])
        if not any(word in near for word in _EXAMS) and not entry.flags & c.PARTICIPLE:
            return None
    if entry.lemma in ("abnehmen", "zulassen") and not entry.flags & c.PARTICIPLE:
        return None
    if entry.lemma in ("accept", "approve") and not entry.flags & c.PARTICIPLE:
        return None
    if context.roles[i] != clauses.GOAL or entry.flags & c.GERUND:
        return None
    if i + 1 < len(tokens) and tokens[i + 1].text == "-" and tokens[i + 1].start == tokens[i].end:
        return None
    return Quantity(Role.PROOF, i, i, 1.0, "proof")


_EXAMS = (
    "pruefung", "audit", "examen", "test", "exam", "zertifi", "certif", "inspection", "tuev",
    "check", "assessment", "abnahme", "review",
)  # fmt: skip


def _of_zero(context: Context, i: int) -> Quantity | None:
    tokens, entries = context.tokens, context.entries
    j = i + 1
    if j >= len(tokens):
        return Quantity(Role.NONE, i, i, 0.0, "") if tokens[i].folded in ("zero", "null") else None
    after = entries[j]
    key = left_key(tokens, entries, i)
    if tokens[i].folded in ("zero", "null", "nil"):
        return Quantity(Role.NONE, i, i, 0.0, "zero")
    if tokens[i].folded in ("no", "none", "without", "ohne", "kein", "keine", "keinen", "keinem"):
        if tokens[j].folded in (
            "later",
            "longer",
            "more",
            "less",
            "fewer",
            "one",
            "mehr",
            "matter",
        ):
            return None
        if tokens[i].folded in ("without", "ohne", "none") and not after.flags & c.METRIC:
            return None
    if after.flags & (c.EMPTY | c.GENERIC_METRIC | c.FUNCTION | c.COMPARATIVE | c.SOFT | c.WEAK):
        return None
    if tokens[j].kind is not TokenKind.WORD or key in WITH:
        return None
    return Quantity(Role.NONE, i, i, 0.0, "zero")


def _of_every(context: Context, i: int) -> Quantity | None:
    """ "Alle Stapler sind geprüft", "train all staff": a count of what there is."""
    tokens, entries = context.tokens, context.entries
    folded = tokens[i].folded
    j = i + 1
    if folded in (
        "vollstaendig",
        "komplett",
        "fully",
        "completely",
        "lueckenlos",
        "entirely",
        "ausnahmslos",
    ):
        near = entries[j].flags if j < len(tokens) else 0
        return Quantity(Role.ALL, i, i, 1.0, "all") if near & (c.PARTICIPLE | c.DELIVER) else None
    if folded in ("ganze", "entire", "full", "everyone", "aller", "allen") or j >= len(tokens):
        return None
    while j < len(tokens) and (
        tokens[j].folded
        in ("the", "of", "our", "die", "der", "unsere", "unserer", "unseren", "ihre")
    ):
        j += 1
    if j >= len(tokens):
        return None
    after = entries[j].flags
    if tokens[j].kind is TokenKind.NUMBER or after & c.NUMERAL:
        return None
    if after & (c.FUNCTION | c.EMPTY | c.TIME | c.TIME_UNIT | c.GENERAL | c.COMPARATIVE):
        return None if not after & c.PERSON else Quantity(Role.ALL, i, i, 1.0, "all")
    key = left_key(tokens, entries, i)
    if i == 1 and key in PLACES:
        return Quantity(Role.ALL, i, i, 1.0, "all")  # "In jedem Team ist eine Person …"
    if key in PLACES or key in WITH or key in ("von", "of", "to", "zu", "by", "mit", "nach"):
        return Quantity(Role.SCOPE, i, i, 1.0, "all")
    return Quantity(Role.ALL, i, i, 1.0, "all")
