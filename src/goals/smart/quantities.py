"""Quantities: which number is a measure, and which is a name, a place or a part of a date.

``find`` walks the tokens once. Whether a number is a name is asked in ``identifiers``, what
stands for its unit in ``units``, what its neighbours make of it here.
"""

import enum
from collections.abc import Sequence
from typing import Final, NamedTuple

from goals.smart import clauses, identifiers, numbers, units
from goals.smart.lexicon import Entry
from goals.smart.tokens import Token, TokenKind
from goals.smart.words import classes as c
from goals.smart.words.sets import word_set


class Role(enum.StrEnum):
    """What a quantity does; ``EVIDENCE`` are those that measure the result."""

    BASELINE = "baseline"
    TARGET = "target"
    DELTA = "delta"
    RATE = "rate"
    COUNT = "count"
    ALL = "all"
    NONE = "none"
    PROOF = "signed"
    SCOPE = "scope"
    RESOURCE = "resource"
    NAME = "name"


EVIDENCE: Final = frozenset(
    {Role.BASELINE, Role.TARGET, Role.DELTA, Role.RATE, Role.COUNT, Role.ALL, Role.NONE, Role.PROOF}
)


class Quantity(NamedTuple):
    """A value with its unit; ``first`` to ``last`` are the tokens of number and unit, inclusive.

    ``unit`` is a kind of ``words.UNITS``, "noun" when a noun is counted (at token ``noun``), or ""
    for a bare number. ``value`` is in the unit as written, multipliers applied.
    """

    role: Role
    first: int
    last: int
    value: float
    unit: str = ""
    noun: int = -1
    ambiguous: bool = False
    factor: float = 1.0


_TO = word_set("auf to zu bis → > hin at erreichen reach")
_FROM = word_set("von from")
_BY = word_set("um by")
_INSTEAD = word_set(
    """
    statt anstatt anstelle instead heute derzeit aktuell bisher bislang momentan zurzeit
    currently current today baseline vs versus gegenueber jetzt now previously ist istwert
    vorjahr zuletzt was war derzeitigen aktuellen bisherigen vorher ausgangswert startwert
    against heutigen
    """
)
_PLACES = word_set("in an fuer bei for across ueber over im am aus among between zwischen")
_WITH = word_set("mit with using")
_SKIPPED = c.APPROXIMATE | c.COMPARATOR | c.INTENSIFIER
_GOVERNS = _INSTEAD | _TO | _FROM | _BY | (_PLACES - {"ueber", "over"})
_SKIPPED_LEFT = _SKIPPED | c.EVERY
_LIGHT = frozenset(">=<≥≤~+-:(€$£±") | word_set(
    """
    den die das der dem the a an nur only just weitere further nun of at als than insgesamt
    total je pro ihre unsere our new mehr weniger gleich weiteren jeweils etwa
    """
)
_PER = word_set(
    """
    pro je per a an im am jaehrlich monatlich woechentlich taeglich each every
    """
)
_ANY: Final = c.NUMERAL | c.FRACTION | c.EVERY | c.NONE | c.PROOF | c.MULTIPLE


class Context(NamedTuple):
    """What is known of a field while its quantities are found."""

    tokens: Sequence[Token]
    entries: Sequence[Entry]
    timed: Sequence[bool]
    roles: Sequence[int]
    german: bool


def find(context: Context) -> tuple[Quantity, ...]:
    """All quantities of a field, in order; numbers inside time expressions are left out."""
    found: list[Quantity] = []
    tokens, entries, timed = context.tokens, context.entries, context.timed
    i, count = 0, len(tokens)
    while i < count:
        if timed[i]:
            i += 1
            continue
        token = tokens[i]
        quantity: Quantity | None = None
        if token.kind is TokenKind.NUMBER:
            quantity = _of_number(context, i)
        elif entries[i].flags & _ANY:
            quantity = _of_word(context, i)
        elif token.text in "½¼¾⅓⅔":
            quantity = Quantity(Role.TARGET, i, i, 0.5, "fraction")
        if quantity is not None:
            found.append(quantity)
            i = max(i, quantity.last)
        i += 1
    return tuple(found)


def _of_number(context: Context, i: int) -> Quantity | None:
    tokens = context.tokens
    last = units.joined_groups(tokens, i)
    text = tokens[i].text
    if last > i:
        text = "".join(token.text for token in tokens[i : last + 1])
    number = numbers.parse(text, context.german)
    if number is None:
        return Quantity(Role.NAME, i, i, 0.0)
    named = identifiers.name_end(tokens, context.entries, context.timed, i, last, number.value)
    if named is not None:
        return Quantity(Role.NAME, i, named, number.value)
    if last + 2 < len(tokens) and tokens[last + 1].folded in ("zu", "in"):
        other = tokens[last + 2]
        if other.kind is TokenKind.NUMBER and not context.timed[last + 2] and number.value == 1:
            return Quantity(Role.TARGET, i, last + 2, 1.0, "ratio")  # "1 zu 200", "1 in 8"
    value = -number.value if _is_negative(tokens, i) else number.value
    return _with_unit(context, i, last, value, number.ambiguous)


def _is_negative(tokens: Sequence[Token], i: int) -> bool:
    """ "auf -18 °C": a minus that touches the number and nothing before it."""
    if not i or tokens[i - 1].text != "-" or tokens[i - 1].end != tokens[i].start:
        return False
    return i == 1 or tokens[i - 2].end != tokens[i - 1].start


def _with_unit(
    context: Context, i: int, last: int, value: float, ambiguous: bool
) -> Quantity | None:
    tokens, entries = context.tokens, context.entries
    unit = units.after(tokens, entries, context.timed, last, context.german)
    value *= unit.factor
    first, end, kind = i, unit.last, unit.kind
    if kind in ("", "noun"):
        currency = units.currency_before(tokens, i)
        if currency is not None:
            first, kind, end = currency, "money", last if kind == "noun" else end
    role = _role(context, first, end, kind, unit.noun)
    if kind == "" and role is Role.COUNT:
        role = Role.TARGET
    return Quantity(role, first, end, value, kind, unit.noun, ambiguous, unit.factor)


def _role(context: Context, first: int, last: int, kind: str, noun: int) -> Role:
    tokens, entries = context.tokens, context.entries
    key = _left_key(tokens, entries, first)
    if kind == "effort" or (kind in ("money", "time") and _about_resources(context, first)):
        return Role.RESOURCE
    if key in _FROM and _followed_by_target(context, max(last, noun)):
        return Role.BASELINE
    if key in _BY:
        return Role.DELTA
    if key in _INSTEAD or _is_present_value(tokens, last):
        return Role.BASELINE
    if key in _TO:
        return Role.TARGET
    if _followed_by_target(context, max(last, noun)) and key not in _PLACES:
        return Role.BASELINE
    end = max(last, noun)
    if end + 1 < len(tokens) and tokens[end + 1].folded in _PER:
        return Role.RATE
    if kind == "noun":
        if key in _WITH:
            return Role.RESOURCE if entries[noun].flags & c.PERSON else Role.SCOPE
        if key in _PLACES:
            return Role.SCOPE
        return Role.COUNT
    return Role.TARGET


def _left_key(tokens: Sequence[Token], entries: Sequence[Entry], first: int) -> str:
    """The word that governs the number: comparators, articles and signs before it are skipped."""
    for k in range(first - 1, max(-1, first - 6), -1):
        folded = tokens[k].folded
        if folded in _GOVERNS:
            return folded
        if folded == ">" and k and tokens[k - 1].text in "-=":
            return "→"
        flags = entries[k].flags
        if not flags & _SKIPPED_LEFT and folded not in _LIGHT:
            return folded
    return ""


_ENDS_PAIR = word_set("; . ! ? statt instead um by und and")


def _followed_by_target(context: Context, last: int) -> bool:
    """Whether "auf 75", "to 75" or an arrow comes soon after."""
    tokens, entries = context.tokens, context.entries
    for k in range(last + 1, min(last + 7, len(tokens))):
        token = tokens[k]
        if token.folded in _ENDS_PAIR:
            return False
        if token.text in "→⇒" or (token.text == ">" and tokens[k - 1].text in "-="):
            return True
        if token.folded in ("auf", "to", "bis", "zu") and not (
            context.timed[k] and context.timed[min(k + 1, len(tokens) - 1)]
        ):
            for j in range(k + 1, min(k + 5, len(tokens))):
                if tokens[j].kind is TokenKind.NUMBER or entries[j].flags & (
                    c.NUMERAL | c.NONE | c.FRACTION
                ):
                    return True
                if not (
                    entries[j].flags & (_SKIPPED | c.FUNCTION) or tokens[j].text in "€$£<>=≥≤~+-"
                ):
                    break
    return False


def _is_present_value(tokens: Sequence[Token], last: int) -> bool:
    """ "12 (heute)", "(currently 12)", "12 heute": a value of today in brackets or right before."""
    for k in (last + 1, last + 2):
        if k < len(tokens) and tokens[k].folded in (
            "heute",
            "currently",
            "derzeit",
            "aktuell",
            "bisher",
            "today",
        ):
            return k == last + 1 or tokens[last + 1].text in "(,"
    return False


def _about_resources(context: Context, first: int) -> bool:
    """Whether a word of means (budget, effort) stands shortly before, and is not what changes."""
    entries, tokens = context.entries, context.tokens
    for k in range(max(0, first - 4), first):
        flags = entries[k].flags
        if flags & c.RESOURCE:
            before = tokens[k - 1].folded if k else ""
            return before in ("mit", "with", "budget", "einem", "a", ":", "", ",", ".", "(", "im")
    return False


def _of_word(context: Context, i: int) -> Quantity | None:
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
        quantity = _with_unit(context, i, last, value, False)
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


def _of_fraction(context: Context, i: int) -> Quantity | None:
    tokens = context.tokens
    folded = tokens[i].folded
    before = tokens[i - 1].folded if i else ""
    after = tokens[i + 1].folded if i + 1 < len(tokens) else ""
    if folded in ("zweite", "zweiter", "dritte", "vierte", "second", "third", "fourth"):
        if before in ("jede", "jeder", "jedes", "every") and after not in _CALENDAR:
            return Quantity(Role.TARGET, i - 1, i, 0.5, "fraction")
        if folded in ("zweite", "zweiter", "dritte", "vierte", "second", "fourth"):
            return None
    if after in ("so", "as", "mehr", "times") and folded in _TIMES:
        return Quantity(Role.DELTA, i, i, context.entries[i].value, "multiple")
    if folded in ("halb", "half") and after in ("so", "as"):
        return Quantity(Role.TARGET, i, i, 0.5, "multiple")
    if folded in ("once", "twice", "thrice", "einmal", "zweimal", "dreimal", "viermal", "fuenfmal"):
        if after in _PER or after in (
            "taeglich",
            "monatlich",
            "woechentlich",
            "jaehrlich",
            "daily",
        ):
            return Quantity(Role.RATE, i, i, context.entries[i].value, "count")
        return None
    ordinal = folded in _PARTS
    if ordinal and not (
        before in ("a", "one", "by", "two", "three", "um", "ein", "drei", "auf", "in", "to", "zwei")
        or after in ("of", "der", "des", "aller")
    ):
        return None
    if folded in ("half", "halb", "halbe") and after in ("year", "day", "hour", "jahr", "time"):
        return None
    role = Role.DELTA if before in _BY or (i > 1 and tokens[i - 2].folded in _BY) else Role.TARGET
    return Quantity(role, i, i, context.entries[i].value, "fraction")


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
    key = _left_key(tokens, entries, i)
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
    if tokens[j].kind is not TokenKind.WORD or key in _WITH:
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
    key = _left_key(tokens, entries, i)
    if i == 1 and key in _PLACES:
        return Quantity(Role.ALL, i, i, 1.0, "all")  # "In jedem Team ist eine Person …"
    if key in _PLACES or key in _WITH or key in ("von", "of", "to", "zu", "by", "mit", "nach"):
        return Quantity(Role.SCOPE, i, i, 1.0, "all")
    return Quantity(Role.ALL, i, i, 1.0, "all")
