"""What governs a number: the words around it that make it a baseline, a target, a change.

``with_unit`` puts a value, its unit and its role together. Readers: ``quantities``,
``number_words``.
"""

from collections.abc import Sequence

from goals.smart import units
from goals.smart.amounts import Context, Quantity, Role
from goals.smart.lexicon import Entry
from goals.smart.tokens import Token, TokenKind
from goals.smart.words import classes as c
from goals.smart.words.sets import word_set

_TO = word_set("auf to zu bis → > hin at erreichen reach")
_FROM = word_set("von from")
BY = word_set("um by")
_INSTEAD = word_set(
    """
    statt anstatt anstelle instead heute derzeit aktuell bisher bislang momentan zurzeit
    currently current today baseline vs versus gegenueber jetzt now previously ist istwert
    vorjahr zuletzt was war derzeitigen aktuellen bisherigen vorher ausgangswert startwert
    against heutigen
    """
)
PLACES = word_set("in an fuer bei for across ueber over im am aus among between zwischen")
WITH = word_set("mit with using")
_SKIPPED = c.APPROXIMATE | c.COMPARATOR | c.INTENSIFIER
_GOVERNS = _INSTEAD | _TO | _FROM | BY | (PLACES - {"ueber", "over"})
_SKIPPED_LEFT = _SKIPPED | c.EVERY
_LIGHT = frozenset(">=<≥≤~+-:(€$£±") | word_set(
    """
    den die das der dem the a an nur only just weitere further nun of at als than insgesamt
    total je pro ihre unsere our new mehr weniger gleich weiteren jeweils etwa
    """
)
PER = word_set(
    """
    pro je per a an im am jaehrlich monatlich woechentlich taeglich each every
    """
)


def with_unit(context: Context, i: int, last: int, value: float, ambiguous: bool) -> Quantity:
    """The quantity of the number at ``i`` … ``last``, with what follows as its unit."""
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
    key = left_key(tokens, entries, first)
    if kind == "effort" or (kind in ("money", "time") and _about_resources(context, first)):
        return Role.RESOURCE
    if key in _FROM and _followed_by_target(context, max(last, noun)):
        return Role.BASELINE
    if key in BY:
        return Role.DELTA
    if key in _INSTEAD or _is_present_value(tokens, last):
        return Role.BASELINE
    if key in _TO:
        return Role.TARGET
    if _followed_by_target(context, max(last, noun)) and key not in PLACES:
        return Role.BASELINE
    end = max(last, noun)
    if end + 1 < len(tokens) and tokens[end + 1].folded in PER:
        return Role.RATE
    if kind == "noun":
        if key in WITH:
            return Role.RESOURCE if entries[noun].flags & c.PERSON else Role.SCOPE
        if key in PLACES:
            return Role.SCOPE
        return Role.COUNT
    return Role.TARGET


def left_key(tokens: Sequence[Token], entries: Sequence[Entry], first: int) -> str:
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
        if flags & c.RESOURCE and not flags & c.METRIC:
            before = tokens[k - 1].folded if k else ""
            return before in ("mit", "with", "budget", "einem", "a", ":", "", ",", ".", "(", "im")
    return False
