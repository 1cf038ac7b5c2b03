"""Ranges, which end at their end: "1. bis 5. März", Q1–Q2 2027, from May to July, KW 48-50.

Also the bare day of a month ("by the 15th"). Asked by ``find`` once the first point is read.
"""

from functools import lru_cache

from goals.smart.times.bases import Base, resolve
from goals.smart.times.expression import TimeKind
from goals.smart.times.markers import Role, read_marker
from goals.smart.times.parts import read_part
from goals.smart.times.periods import Grain, add_months, day_period
from goals.smart.times.points import read_month
from goals.smart.times.recurring import recurs_behind
from goals.smart.times.relative import read_base, read_weekday, skip_clock
from goals.smart.times.vocabulary import (
    CODES,
    ORDINAL_ENDINGS,
    PARTS,
    SHIFTS,
    UNITS,
    WEEK_WORDS,
    WEEKDAYS,
)
from goals.smart.times.word_set import word_set
from goals.smart.times.words import Reading, Words
from goals.smart.times.years import is_month, is_word, read_year

_CONNECTORS = word_set(
    """
    - bis to through until till thru und and or oder / & und/oder
    """
)


_AFTER_CONNECTOR = word_set(
    """
    zum zur the dem den spaetestens einschliesslich einschl in im
    """
)


def read_range(words: Words, first: Reading) -> Reading:
    """ "A to B", "A–B", "A/B", "A und B": from A on, until the end of B."""
    stop = first.stop
    if words.folded[stop] == "." and words.folded[stop + 1] in {"/", "-"} and words.touching(stop):
        stop += 1  # "Nov./Dec."
    connector = words.folded[stop]
    if connector not in _CONNECTORS or first.kind is not None:
        return first
    at = stop + 1
    if connector in {"bis", "to", "until", "till", "-", "und", "and"}:
        while words.folded[at] in _AFTER_CONNECTOR and at < stop + 3:
            at += 1
    second = read_second(words, at)
    if second is None or not _belong_together(first, second, connector):
        return first
    if first.last is not None and second.last is not None and second.last < first.last:
        if first.guessed:  # "Oktober bis März", said in November: it is running
            return second._replace(begin=first.begin, first=None, rule="range")
        base = read_base(words, at)
        if base is None:
            return first
        second = resolve(at, base, None, words.context._replace(today=first.last))
        if second.last is None or second.last < first.last:
            return first
    begin = first.first
    if first.guessed and begin is not None and second.first is not None and begin > second.first:
        begin = second.first
    return second._replace(begin=first.begin, first=begin, rule="range", part=None, relative=False)


def _belong_together(first: Reading, second: Reading, connector: str) -> bool:
    """Whether two points make a range: of like grain, and not the second before a said first."""
    if first.last is None or second.last is None or second.kind is not None:
        return False
    alike = second.grain is first.grain
    if first.grain is Grain.YEAR or connector in {"und", "and", "/", "or", "oder", "&"}:
        return alike
    return second.last >= first.last or (second.guessed and alike)


def read_second(words: Words, at: int) -> Reading | None:
    if at >= words.count:
        return None
    if words.folded[at] in PARTS:
        return read_part(words, at)
    if words.folded[at] in WEEKDAYS:
        return read_weekday(words, at)
    if _weeks_before(words, at):
        return _week_end(words, at, words.integer(at))
    base = read_base(words, at)
    return resolve(at, base, None, words.context) if base is not None else None


def _weeks_before(words: Words, at: int) -> bool:
    """Whether a number behind a connector counts weeks on: "KW 48-50", "weeks 8 and 9"."""
    number = words.integer(at)
    if number is None or not 1 <= number <= 53 or words.folded[at + 1] == ".":
        return False
    first = words.folded[at - 2]
    spaced = words.is_number(at - 2) and words.folded[at - 3] in WEEK_WORDS
    return spaced or CODES.get(first, ("", 0))[0] == "week"


def _week_end(words: Words, at: int, number: int | None) -> Reading | None:
    if number is None or not 1 <= number <= 53:
        return None
    year = words.integer(at + 2) if words.folded[at + 1] == "/" else None
    stop = at + 3 if year else at + 1
    base = Base(stop, Grain.WEEK, number, year=year, rule="week")
    return resolve(at, base, None, words.context)


_DAY_CONNECTORS = word_set("- bis to and und until till through & /")
_BEHIND_NUMBER = _DAY_CONNECTORS | ORDINAL_ENDINGS | word_set(". of day q h")


def may_begin(text: str, behind: str) -> bool:
    """Whether digits can begin a time at all, seen from their form and the next token alone.

    Most numbers of a goal are values, and need no more than this look; the readers decide.
    """
    if "." in text:
        return True
    if not text.isdigit():
        return False
    if len(text) > 2 and text[0] != "0":
        return len(text) == 4 or len(text) == 8
    return _makes_time(behind)


@lru_cache(maxsize=4096)
def _makes_time(behind: str) -> bool:
    """Whether a word or sign behind one or two digits can make a day or a quarter of them."""
    if behind in _BEHIND_NUMBER or is_month(behind):
        return True
    return behind[:1] in ("q", "h") and behind[1:].isdigit()


def read_open_range(words: Words, index: int) -> Reading | None:
    """ "1. bis 5. März", "10 and 20 January 2027", "1-15 March": the month stands only once."""
    day = words.integer(index)
    if day is None or not 1 <= day <= 31:
        return None
    at = index + 1
    if words.folded[at] == "." or (words.folded[at] in ORDINAL_ENDINGS and words.touching(index)):
        at += 1
    if words.folded[at] not in _DAY_CONNECTORS or not words.is_number(at + 1):
        return None
    bare = at == index + 1 and words.folded[at] in {"bis", "to", "until"}
    if bare and words.folded[index - 1] not in {"vom", "von", "from", "between", "zwischen", "ab"}:
        return None  # "Phase 1 bis 31.1."
    at += 1
    base = read_base(words, at)
    if base is None or base.grain is not Grain.DAY or base.fixed or base.feast or base.day <= day:
        return None
    if base.rule == "iso" or base.rule == "slashed":
        return None
    second = resolve(index, base, None, words.context)
    if second.last is None:
        return second
    begin = day_period(second.last.year, second.last.month, day)
    return second._replace(first=begin.first if begin else second.first, rule="range")


def read_month_range(words: Words, index: int) -> Reading | None:
    """ "March 1-15, 2027"."""
    base = read_month(words, index)
    if base is None or base.grain is not Grain.DAY:
        return None
    first_end = base.stop if base.year is None else 0
    if words.folded[first_end] != "-" or not words.is_number(first_end + 1) or not first_end:
        return None
    day = words.integer(first_end + 1)
    if day is None or not base.day < day <= 31:
        return None
    year, stop, _ = read_year(words, first_end + 2, comma=True)
    whole = base._replace(stop=stop, day=day, year=year, rule="range")
    second = resolve(index, whole, None, words.context)
    if second.last is None:
        return second
    return second._replace(first=second.last.replace(day=base.day))


_DAY_LEADS = word_set("the zum dem den am spaetestens bis by until on")


def _day_of_this_month(words: Words, index: int, day: int, stop: int) -> Reading | None:
    """ "the 20th of this month", "bis zum 15. nächsten Monats", "zum 5. d. M."."""
    at = stop + (words.folded[stop] in {"of", "im", "des"})
    shift = SHIFTS.get(words.folded[at])
    if words.folded[at : at + 3] == ["d", ".", "m"]:
        ahead, end = 0, at + 3
    elif shift is not None and UNITS.get(words.folded[at + 1]) == ("m", 1):
        ahead, end = shift, at + 2
    else:
        return None
    month = add_months(words.context.today.replace(day=1), ahead)
    found = day_period(month.year, month.month, day)
    if found is None:
        return Reading(index, end, "day", impossible=True)
    return Reading(index, end, "day", found.first, found.last, relative=True)


def read_day_of_month(words: Words, index: int) -> Reading | None:
    """ "by the 15th", "bis zum 5ten", "bis zum 15.": the next such day to come."""
    day = words.integer(index)
    if day is None or not 1 <= day <= 31 or index == 0:
        return None
    ending = words.folded[index + 1] in ORDINAL_ENDINGS and words.touching(index)
    dotted = words.folded[index + 1] == "." and words.touching(index)
    if not (ending or dotted) or words.folded[index - 1] not in _DAY_LEADS:
        return None
    stop = index + 2
    named = _day_of_this_month(words, index, day, stop)
    if named is not None:
        return named
    recurs = recurs_behind(words, stop)
    if recurs is not None:
        return Reading(index, recurs, "recurrence", kind=TimeKind.RECURRENCE)
    if read_marker(words, index).role is not Role.UNTIL:
        return None
    if is_word(words, stop) and (
        ending or words.capital(stop) or words.folded[stop] in {"of", "working", "business"}
    ):
        return None  # "bis zum 15. Kunden"
    today = words.context.today
    for ahead in range(14):
        month = today.month - 1 + ahead
        found = day_period(today.year + month // 12, month % 12 + 1, day)
        if found is not None and found.last >= today:
            return Reading(index, stop, "day", found.first, found.last, guessed=True)
    return None


def completed(words: Words, reading: Reading) -> Reading:
    """A reading with its time of day and, if it begins a range, with the range's end."""
    if reading.grain is Grain.DAY:
        stop = skip_clock(words, reading.stop)
        if stop != reading.stop:
            reading = reading._replace(stop=stop)
    return read_range(words, reading)
