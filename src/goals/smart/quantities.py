"""Quantities: which number is a measure, and which is a name, a place or a part of a date.

``find`` walks the tokens once. Whether a number is a name is asked in ``identifiers``, what
stands for its unit in ``units``, what its neighbours make of it in ``governing``; words that
count are in ``number_words``, the shape of a quantity in ``amounts``.
"""

from collections.abc import Sequence

from goals.smart import identifiers, numbers, units
from goals.smart.amounts import EVIDENCE, Context, Quantity, Role
from goals.smart.governing import with_unit
from goals.smart.number_words import ANY, of_word
from goals.smart.tokens import Token, TokenKind

__all__ = ["EVIDENCE", "Context", "Quantity", "Role", "find"]


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
        elif entries[i].flags & ANY:
            quantity = of_word(context, i)
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
    return with_unit(context, i, last, value, number.ambiguous)


def _is_negative(tokens: Sequence[Token], i: int) -> bool:
    """ "auf -18 °C": a minus that touches the number and nothing before it."""
    if not i or tokens[i - 1].text != "-" or tokens[i - 1].end != tokens[i].start:
        return False
    return i == 1 or tokens[i - 2].end != tokens[i - 1].start
