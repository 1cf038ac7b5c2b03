"""Which year goes with a month, quarter or week, and which month a word names.

A year is four digits in reach of the calendar, two digits behind a slash, an apostrophe or the end
of a phrase, or "next year". Never a plain count: "bis 31.12. 2000 Flyer" has no year.
"""

from functools import lru_cache

from goals.smart.times.numeric import plausible_year
from goals.smart.times.vocabulary import (
    CODES,
    FISCAL_WORDS,
    MONTH_SLIPS,
    MONTHS,
    SHIFTS,
    SHY_MONTHS,
    UNITS,
)
from goals.smart.times.word_set import word_set
from goals.smart.times.words import Words
from goals.smart.tokens import TokenKind

_LINKS = word_set(
    """
    of in im des dem the jahr jahres jahre year von vom calendar fiscal financial
    """
)
_AFTER_YEAR = word_set(
    """
    . , ; : ) ] ! ? - ( / und and ist sind sein haben hat wird werden soll sollen fertig is are we
    wir at
    """
)
_MONTH_INTRODUCED = word_set(
    """
    by in until till before since from of end mid early late next this last during through to bis im
    ab vor seit ende mitte anfang naechsten kommenden zum and und - / or for spaetestens than after
    nach monat month beginning start starting frau herr herrn ms mrs mr miss dr familie
    """
)


def month_at(words: Words, index: int, *, after_number: bool = False) -> int | None:
    """The month a word names; words such as "may" and "march" only where one is expected."""
    word = words.folded[index]
    month = MONTHS.get(word)
    if month is None:
        month = MONTH_SLIPS.get(word)
        if month is None and after_number and len(word) > 4:
            month = _one_letter_off(word)
        return month
    if word in SHY_MONTHS and not after_number and not _introduced(words, index):
        return None
    return month


def _introduced(words: Words, index: int) -> bool:
    before = words.folded[index - 1] if index else ""
    if before == "." and index > 1:
        before = words.folded[index - 2]
    lower = not words.capital(index)
    if before in _MONTH_INTRODUCED:
        return not (lower and before in {"to", "and", "or", "-"})
    if lower:
        return False
    if before in {"the", "dem", "der"}:
        return False
    behind = words.integer(index + 1)
    if behind is None and words.folded[index + 1] in {".", "'", "-", "/"}:
        behind = words.integer(index + 2)
        if words.folded[index + 1] == "-" and words.folded[index + 2] in MONTHS:
            return True
    return behind is not None or words.context.in_deadline_field


def is_month(word: str) -> bool:
    """Whether a word behind a number names a month, be it with a slip."""
    return word in MONTHS or word in MONTH_SLIPS or (len(word) > 4 and bool(_one_letter_off(word)))


@lru_cache(maxsize=4096)
def _one_letter_off(word: str) -> int | None:
    """The month whose full name differs from a word by one changed or added letter."""
    for name, month in MONTHS.items():
        if len(name) > 4 and abs(len(name) - len(word)) <= 1 and _near(name, word):
            return month
    return None


def _near(name: str, word: str) -> bool:
    start = 0
    while start < min(len(name), len(word)) and name[start] == word[start]:
        start += 1
    if len(name) == len(word):
        return name[start + 1 :] == word[start + 1 :]
    return name[start:] == word[start + 1 :]


def read_year(
    words: Words, index: int, *, short: bool = False, comma: bool = False
) -> tuple[int | None, int, bool]:
    """The year named from ``index`` on, the index behind it, and whether it is a fiscal year.

    ``short`` allows two digits without a sign before them ("Dez 26"), ``comma`` a comma.
    """
    folded = words.folded
    at = index
    if folded[at] in {"/", "'", "-"}:
        return _behind_sign(words, index)
    if (folded[at] == "," and comma) or (folded[at] == "(" and words.is_number(at + 1)):
        at += 1
    while folded[at] in _LINKS and at < index + 4:
        at += 1
    number = words.integer(at)
    if number is not None and number > 99:
        if plausible_year(words, at):
            return number, at + 1, False
        return None, index, False
    if number is not None:
        if short and at == index and _two_digits(words, at, number):
            return 2000 + number, at + 1, False
        return None, index, False
    if folded[at] == "'" and at > index:
        year, stop, fiscal = _behind_sign(words, at)
        return (year, stop, fiscal) if year else (None, index, False)
    return _relative_or_fiscal(words, index, at)


def _behind_sign(words: Words, index: int) -> tuple[int | None, int, bool]:
    number = words.integer(index + 1)
    sign = words.folded[index]
    if number is None or not words.touching(index):
        return None, index, False
    digits = len(words.tokens[index + 1].text)
    if digits == 4 and plausible_year(words, index + 1):
        return number, index + 2, False
    named = sign == "'" or (sign == "/" and words.folded[index - 1] in CODES)
    near = named or number <= words.context.today.year % 100 + 15
    if digits == 2 and near and (sign != "-" or words.folded[index - 1] in MONTHS):
        return 2000 + number, index + 2, False
    return None, index, False


def _two_digits(words: Words, at: int, number: int) -> bool:
    """Whether two digits are a year: near ahead, and nothing counted behind them."""
    now = words.context.today.year % 100
    if len(words.tokens[at].text) != 2 or not now - 3 <= number <= now + 15:
        return False
    behind = words.folded[at + 1]
    if behind == "-" and words.touching(at):
        return False
    return bool(behind == "" or behind in _AFTER_YEAR)


def _relative_or_fiscal(words: Words, index: int, at: int) -> tuple[int | None, int, bool]:
    folded = words.folded
    today = words.context.today
    shift = SHIFTS.get(folded[at])
    if shift is not None and UNITS.get(folded[at + 1]) == ("m", 12):
        return today.year + shift, at + 2, False
    short = folded[at] in {"d", "n", "ds", "lfd"} and folded[at + 1] == "."
    if short and folded[at + 2] in {"j", "js", "jahres"}:
        stop = at + 4 if folded[at + 3] == "." else at + 3
        return today.year + (folded[at] == "n"), stop, False
    if folded[at] in {"folgejahr", "folgejahres"}:
        return today.year + 1, at + 1, False
    kind, number = CODES.get(folded[at], ("", 0))
    if kind == "fiscal":
        return number, at + 1, True
    if folded[at] in FISCAL_WORDS or (at > index and folded[at - 1] == "year"):
        year = words.integer(at + 1)
        if year is not None and (plausible_year(words, at + 1) or 10 <= year < 100):
            return year + 2000 if year < 100 else year, at + 2, True
    return None, index, False


def is_word(words: Words, index: int) -> bool:
    """Whether a word, not a sign or number, stands at an index."""
    return index < words.count and words.tokens[index].kind is TokenKind.WORD
