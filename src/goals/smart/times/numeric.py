"""Dates in figures: 31.12.2026, 31.12., 2026-12-31, 31/12/2026, 12/2026, 20261231.

One small pattern per shape, tried only at a number. A day and month that can be read both ways
(04/05/2027 in English) is no date unless the region settles it: a wrong date is worse than none.
"""

import re

from goals.smart.times.periods import Grain
from goals.smart.times.word_set import word_set
from goals.smart.times.words import Words
from goals.smart.tokens import TokenKind

Found = tuple[int, Grain, int | None, int, int, str]

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d.]\d)(?:T\d\d(?::?\d\d)*Z?)?(?!\w)")
_DOTTED = re.compile(
    r"(\d{1,2})\s{0,2}\.\s{0,2}(\d{1,2})(?!\d)(?:\s{0,2}\.(?:\s{0,2}(\d{4})(?![\d.,]*\d)|(\d{2})(?!\d))?)?"
)
_DASHED = re.compile(r"(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/.,])")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s?[-/.]\s?(2[01]\d{2})(?![\d.,-]*\d)")
_YEAR_MONTH = re.compile(r"(2[01]\d{2})[-/](0[1-9]|1[0-2])(?![-\d])")

GERMAN_HINTS = word_set(
    """
    bis zum am im ab vor seit spaetestens ende mitte anfang der dem den und
    """
)
_DATE_WORDS = word_set(
    """
    bis by am on vor before zum ab until till spaetestens termin deadline faellig faelligkeit frist
    due den dem date datum abgabe seit since from vom und per einschliesslich einschl than start
    zieltermin mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonntag
    stichtag
    """
)
_NUMBERED = word_set(
    """
    version v nr no raum zimmer room kapitel chapter abs absatz art artikel ziffer punkt section
    teil part release python java § haus gebaeude platz tel telefon phone fax kap anlage seite page
    din en iso iec vde ziff abschnitt figure abb abbildung tabelle table verhaeltnis ratio
    """
)
_MEASURES = word_set(
    """
    % € $ £ eur euro euros chf usd kg g t km m cm mm l ml stueck stk punkte points prozent percent
    mio tsd k mal x h std stunden minuten min grad mbit gb mb kwh mwh uhr pm
    """
)


def plausible_year(words: Words, index: int) -> bool:
    """Whether the four digits at an index can be a year (1900 to 2199) and count no things."""
    number = words.integer(index)
    if number is None or len(words.tokens[index].text) != 4 or not 1900 <= number < 2200:
        return False
    behind = words.folded[index + 1]
    if behind in _MEASURES and behind not in {"h", "t", "m", "x", "k", "l", "g", "pm"}:
        return False
    is_word = index + 1 < words.count and words.tokens[index + 1].kind is TokenKind.WORD
    if not is_word or number % 100 == 0:
        return not is_word
    return is_near(words, number) or not (words.capital(index + 1) or behind.endswith("s"))


def is_near(words: Words, year: int) -> bool:
    """Whether a year is one that people plan with; others must be said more clearly."""
    this = words.context.today.year
    return this - 40 <= year <= this + 60


def read_date(words: Words, index: int) -> Found | None:
    """The date in figures that begins at a number: stop, grain, year, month, day, rule."""
    token = words.tokens[index]
    start, clean = token.start, words.clean
    glued = start > 1 and clean[start - 1] in "/-+" and clean[start - 2].isalnum()
    if glued and not (clean[start - 1] == "-" and clean[start - 2].isdigit()):
        return None  # part of a longer code
    if len(token.text) == 8 and token.text.startswith(("20", "21")) and token.text.isdigit():
        return _compact(words, index)
    if len(token.text) >= 4 and token.text[:4].isdigit():
        return _year_first(words, index)
    if start + 1 < len(clean):
        for reader in (_dotted, _slashed):
            found = reader(words, index)
            if found is not None:
                return found
    return None


def _compact(words: Words, index: int) -> Found | None:
    text = words.tokens[index].text
    year, month, day = int(text[:4]), int(text[4:6]), int(text[6:])
    if not (_announced(words, index) and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    return index + 1, Grain.DAY, year, month, day, "iso"


def _year_first(words: Words, index: int) -> Found | None:
    start = words.tokens[index].start
    match = _ISO.match(words.clean, start)
    if match:
        year, month, day = int(match[1]), int(match[3]), int(match[4])
        if not 1900 <= year <= 2200:
            return None
        return words.stop_after(match.end(), index + 1), Grain.DAY, year, month, day, "iso"
    match = _YEAR_MONTH.match(words.clean, start)
    if match and (match[0][4] == "-" or _announced(words, index)):
        stop = words.stop_after(match.end(), index + 1)
        return stop, Grain.MONTH, int(match[1]), int(match[2]), 0, "year-month"
    return None


def _dotted(words: Words, index: int) -> Found | None:
    match = _DOTTED.match(words.clean, words.tokens[index].start)
    month_year = _MONTH_YEAR.match(words.clean, words.tokens[index].start)
    if month_year and not (match and match[3]):
        month, year = int(month_year[1]), int(month_year[2])
        stop = words.stop_after(month_year.end(), index + 1)
        if 1 <= month <= 12 and not _numbered(words, index):
            return stop, Grain.MONTH, year, month, 0, "month-year"
        return None
    if not match:
        return None
    day, month = int(match[1]), int(match[2])
    end = match.end()
    year_text = match[3] or match[4]
    stop = words.stop_after(end, index + 1)
    if match[3] and match.start(3) > match.end(2) + 1 and not plausible_year(words, stop - 1):
        end = match.start(3)
        year_text, stop = None, words.stop_after(match.end(2) + 1, index + 1)
    if year_text is None:
        return _dotted_without_year(words, index, stop, day, month)
    if _numbered(words, index) or words.folded[stop] in {"€", "%"} or day == 0:
        return None
    if len(year_text) == 2 and (month == 0 or day > 31 or (month > 12 and day > 12)):
        return None
    if words.clean[end : end + 2][:1] == "." and words.clean[end + 1 : end + 2].isdigit():
        return None  # an address or version with four groups
    year = int(year_text) + (2000 if len(year_text) == 2 else 0)
    return stop, Grain.DAY, year, month, day, "dotted"


def _dotted_without_year(words: Words, index: int, stop: int, day: int, month: int) -> Found | None:
    """ "31.12." and, where a date is announced, "31.12"; not the decimal in "from 3.9 to 4.5."."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    decimal = words.is_number(index - 2) and "." in words.tokens[index - 2].text
    if decimal and words.folded[index - 1] in {"bis", "to", "-"}:
        return None  # "3.5 bis 4.5": a date would have its dot
    start, last = words.tokens[index].start, words.tokens[stop - 1].start
    final_dot = words.clean[last] == "." and "." in words.clean[start:last]
    doubtful = not final_dot or (
        stop >= words.count and not _sure_day(words.clean[start:last], day)
    )
    if words.folded[index - 1] in {"-", "bis", "to"} and words.folded[index - 2] == ".":
        doubtful = False  # "24.12.-6.1."
    announced = _announced(words, index) and words.folded[index - 1] not in {"from", "and", "und"}
    if doubtful and not announced:
        return None
    if _numbered(words, index) or words.folded[stop] in _MEASURES:
        return None
    if final_dot and words.is_number(stop) and words.touching(stop - 1):
        return None
    return stop, Grain.DAY, None, month, day, "dotted"


def _sure_day(figures: str, day: int) -> bool:
    """Whether figures before a final dot are a date rather than a decimal: "24.12", "05.03"."""
    return day > 12 or figures[0] == "0" or ".0" in figures


def _slashed(words: Words, index: int) -> Found | None:
    start = words.tokens[index].start
    match = _DASHED.match(words.clean, start)
    if match:
        if _numbered(words, index):
            return None
        year = int(match[4]) + (2000 if len(match[4]) == 2 else 0)
        ordered = day_and_month(words, int(match[1]), int(match[3]), dashed=match[2] == "-")
        stop = words.stop_after(match.end(), index + 1)
        sure = max(int(match[1]), int(match[3])) > 12
        if ordered is None or (len(match[4]) == 2 and not (sure or _announced(words, index))):
            return None
        return stop, Grain.DAY, year, ordered[1], ordered[0], "slashed"
    match = _SLASHED.match(words.clean, start)
    if not match or not _announced(words, index) or match[0] == "24/7":
        return None
    one, two = int(match[1]), int(match[2])
    stop = words.stop_after(match.end(), index + 1)
    if words.folded[stop] in _MEASURES:
        return None
    if two > 12 and one <= 12 and (_german(words, index) or two > 31):
        return (stop, Grain.MONTH, 2000 + two, one, 0, "month-year") if len(match[2]) == 2 else None
    ordered = day_and_month(words, one, two, dashed=False) if min(one, two) else None
    if ordered is None or (one <= 12 and two <= 12 and one + two < 12):
        return None
    return stop, Grain.DAY, None, ordered[1], ordered[0], "slashed"


def day_and_month(words: Words, one: int, two: int, *, dashed: bool) -> tuple[int, int] | None:
    """Day and month of a date with strokes, or ``None`` when it can be read both ways."""
    if one > 12 or two > 12:
        if one > 12 and two > 12:
            return one, two  # no such month: impossible, and said to be so
        return (one, two) if one > 12 else (two, one)
    region = (words.context.region or "").upper()
    if one == two:
        return one, two
    if region.startswith("US"):
        return two, one
    if region or dashed or words.context.language == "de":
        return one, two
    return None


def _german(words: Words, index: int) -> bool:
    if words.context.language in {"de", "en"}:
        return words.context.language == "de"
    return any(word in GERMAN_HINTS for word in words.folded[max(0, index - 3) : index])


def _announced(words: Words, index: int) -> bool:
    """Whether the words before lead one to expect a date."""
    if words.context.in_deadline_field:
        return True
    before = words.folded[max(0, index - 3) : index]
    while before and before[-1] in {".", ",", ":", "-", "the", "zu"}:
        before.pop()
    return bool(before) and before[-1] in _DATE_WORDS


def _numbered(words: Words, index: int) -> bool:
    """Whether the number belongs to a version, room, paragraph or amount."""
    at = index - 1
    if at >= 0 and words.folded[at] in {".", ":"}:
        at -= 1
    return at >= 0 and words.folded[at] in _NUMBERED
