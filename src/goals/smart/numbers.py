"""Numbers as they are written in German, Swiss and English.

``parse`` gives the value and whether its format clashes with the language; what the number means
is decided in ``quantities``.
"""

import re
from functools import lru_cache
from typing import NamedTuple


class Number(NamedTuple):
    """A value, and whether another reading of the format is as likely (1.500 in English)."""

    value: float
    ambiguous: bool = False


_DOTTED_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_COMMA_GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+")


@lru_cache(maxsize=4096)
def parse(text: str, german: bool) -> Number | None:
    """Read digits with their separators; ``None`` when they form no number (a version, a date).

    One group of three after the separator that is the decimal sign of the *language* is the
    ambiguous case: "1.500" in English, "1,500" in German.
    """
    if len(text) > 30:
        return None
    text = text.replace("'", "")
    dots, commas = text.count("."), text.count(",")
    if not dots and not commas:
        return Number(float(text))
    if dots and commas:
        decimal = "." if text.rfind(".") > text.rfind(",") else ","
        grouping = "," if decimal == "." else "."
        if text.count(decimal) > 1:
            return None
        return Number(float(text.replace(grouping, "").replace(decimal, ".")))
    if dots:
        return _one_sign(text, ".", dots, grouped=_DOTTED_GROUPS, groups_here=german)
    return _one_sign(text, ",", commas, grouped=_COMMA_GROUPS, groups_here=not german)


def _one_sign(
    text: str, sign: str, count: int, *, grouped: re.Pattern[str], groups_here: bool
) -> Number | None:
    if grouped.fullmatch(text) and not text.startswith("0"):
        if groups_here or count > 1:
            return Number(float(text.replace(sign, "")), ambiguous=not groups_here)
        return Number(float(text.replace(sign, ".")), ambiguous=True)
    if count > 1:
        return None
    return Number(float(text.replace(sign, ".")))
