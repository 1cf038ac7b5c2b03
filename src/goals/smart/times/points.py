"""Points and periods named outright: 31.12.2026, March 5th, Q3/27, KW 12, 1. Halbjahr, 2027.

A reader gives a ``Base`` (see ``bases``), which becomes days there. Words relative to today are in
``relative``.
"""

from datetime import date

from goals.smart.times import numeric
from goals.smart.times.bases import Base
from goals.smart.times.feasts import FEAST_PHRASES, FEASTS
from goals.smart.times.periods import (
    Grain,
    Period,
    fiscal_year,
    next_weekday,
)
from goals.smart.times.vocabulary import (
    CODES,
    FISCAL_WORDS,
    GERMAN_MONTHS,
    NUMBERS,
    ORDINAL_ENDINGS,
    ORDINALS,
    ROMAN,
    SHORT_WEEKDAYS,
    WEEKDAYS,
)
from goals.smart.times.word_set import word_set
from goals.smart.times.words import Words
from goals.smart.times.years import is_word, month_at, read_year


def read_month(words: Words, index: int) -> Base | None:
    """A month by name, with or without a day behind it: March, März 2027, Dec 31st, Dec 26."""
    month = month_at(words, index)
    if month is None:
        return None
    stop = index + 1
    if words.folded[stop] == "." and words.touching(index) and words.is_number(stop + 1):
        stop += 1
    day = _day_behind_month(words, index, stop)
    if day is not None:
        number, stop = day
        year, stop, _ = read_year(words, stop, comma=True)
        return Base(stop, Grain.DAY, month, number, year, "month-day")
    year, stop, _ = read_year(words, stop, short=True)
    return Base(stop, Grain.MONTH, month, year=year, rule="month")


def _day_behind_month(words: Words, index: int, stop: int) -> tuple[int, int] | None:
    """The day in "Dec 31st", and in "Dec 26" where the month is English."""
    if words.folded[stop] == "the":
        stop += 1
    day = words.integer(stop)
    if day is None or not 1 <= day <= 31 or words.tokens[stop].start == words.tokens[stop - 1].end:
        return None
    if words.folded[stop + 1] in ORDINAL_ENDINGS and words.touching(stop):
        return day, stop + 2
    if words.folded[stop + 1] == "." and words.is_number(stop + 2):
        return None
    if words.folded[stop + 1] in {"%", "€", "$", "percent", "prozent"}:
        return None
    return (day, stop + 1) if _month_first(words, index) else None


def _month_first(words: Words, index: int) -> bool:
    """Whether a number behind this month is a day, as English puts it ("by Dec 26")."""
    if words.folded[index] in GERMAN_MONTHS:
        return False
    if words.context.language in {"de", "en"}:
        return words.context.language == "en"
    return not any(word in numeric.GERMAN_HINTS for word in words.folded[max(0, index - 4) : index])


def read_number(words: Words, index: int) -> Base | None:
    """Whatever begins with a number: a date in figures, "5. März", "3. Quartal", "3Q27", a year."""
    found = numeric.read_date(words, index)
    if found is not None:
        stop, grain, year, month, day, rule = found
        if grain is Grain.DAY and year is None:
            year, stop, _ = read_year(words, stop)
        return Base(stop, grain, month, day, year, rule)
    number = words.integer(index)
    if number is None:
        return None
    if number > 99:
        return _leading_year(words, index, number)
    stop = index + 1
    if words.tokens[min(stop, words.count - 1)].text in {"Q", "H", "q"} and words.touching(index):
        return None if number > 4 else _short_code(words, number, words.folded[stop], stop + 1)
    code = words.folded[stop]
    if len(code) in {3, 5} and code[0] in "qh" and code[1:].isdigit() and words.touching(index):
        year = int(code[1:]) + (2000 if len(code) == 3 else 0)
        grain = Grain.QUARTER if code[0] == "q" else Grain.HALF
        return Base(stop + 1, grain, number, year=year, rule="code")
    dotted = words.folded[stop] == "." or (
        words.folded[stop] in ORDINAL_ENDINGS and words.touching(index)
    )
    return ordinal_of(words, number, stop + 1 if dotted else stop, plain=not dotted)


def _short_code(words: Words, number: int, letter: str, stop: int) -> Base:
    year, stop, fiscal = read_year(words, stop, short=True)
    grain = Grain.QUARTER if letter == "q" else Grain.HALF
    return Base(stop, grain, number, year=year, rule="code", fiscal=fiscal)


def _leading_year(words: Words, index: int, year: int) -> Base | None:
    """A year in front: "2027 Q2", "2027-W05", or alone."""
    if not numeric.plausible_year(words, index):
        return None
    if not numeric.is_near(words, year) and words.folded[max(0, index - 1)] not in _SAYS_YEAR:
        return None  # "von 1950 auf 2150"
    stop = index + 1
    if words.folded[stop] in {"-", "/"} and words.touching(index):
        stop += 1
    two = words.integer(stop)
    if stop == index + 2 and two == (year + 1) % 100 and len(words.tokens[stop].text) == 2:
        behind = words.folded[stop + 1]
        return _fiscal(words, year, index + 1) if behind in {"financial", "fiscal"} else None
    kind, number = CODES.get(words.folded[stop], ("", 0))
    grains = {"quarter": Grain.QUARTER, "half": Grain.HALF}
    if kind in grains:
        return Base(stop + 1, grains[kind], number, year=year, rule="code")
    if kind in {"week", "isoweek"}:
        return Base(stop + 1, Grain.WEEK, number, year=year, rule="week")
    return Base(index + 1, Grain.YEAR, year=year, rule="year")


_SAYS_YEAR = word_set("bis jahr jahres year ende anfang mitte end of mid early late")


def read_ordinal(words: Words, index: int) -> Base | None:
    """An ordinal word: "dritten Quartal", "first half of 2027", "zehnten Januar"."""
    return ordinal_of(words, ORDINALS[words.folded[index]], index + 1, plain=False)


_QUARTERS = word_set("quartal quartals quarter quarters quart qtr quarter's")
_HALVES = word_set(
    """
    halbjahr halbjahres halbjahrs hj half-year half jahreshaelfte haelfte
    """
)
_WEEKS = word_set("kalenderwoche kw cw")


def ordinal_of(words: Words, number: int, stop: int, *, plain: bool) -> Base | None:
    """What an ordinal counts: a day of a month, a quarter, half or week of a year."""
    word = words.folded[stop]
    if word in _QUARTERS and not plain:
        year, stop, fiscal = read_year(words, stop + 1, short=True)
        return Base(stop, Grain.QUARTER, number, year=year, rule="quarter", fiscal=fiscal)
    if word in _HALVES and not plain:
        return _half(words, number, stop + 1)
    if word in _WEEKS and not plain:
        year, stop, _ = read_year(words, stop + 1)
        return Base(stop, Grain.WEEK, number, year=year, rule="week")
    if word in {"calendar", "week"} and not plain and words.folded[stop + 1] == "week":
        year, stop, _ = read_year(words, stop + 2)
        return Base(stop, Grain.WEEK, number, year=year, rule="week")
    if word in {"advent", "adventssonntag", "adventsonntag"} and not plain and number <= 4:
        year, stop, _ = read_year(words, stop + 1)
        return Base(stop, Grain.DAY, year=year, rule="feast", feast=f"advent-{number}")
    if word in {"of", "-", "/", "day"}:
        stop += 1
        word = words.folded[stop]
    month = month_at(words, stop, after_number=True)
    if month is None:
        return None
    stop += 1
    if words.folded[stop] in {".", "-", "/"} and words.touching(stop - 1):
        beyond = words.is_number(stop + 1)
        stop += 1 if beyond or word in {"dez", "dec", "jan", "feb"} else 0
    year, stop, _ = read_year(words, stop, short=True, comma=True)
    return Base(stop, Grain.DAY, month, number, year, "day-month")


def _half(words: Words, number: int, stop: int) -> Base | None:
    """Half of a year, or of a month ("first half of May")."""
    month_index = stop + 1 if words.folded[stop] in {"of", "des", "im"} else stop
    month = month_at(words, month_index, after_number=month_index > stop)
    if month is not None and words.folded[stop - 1] in {"half", "haelfte"}:
        year, stop, _ = read_year(words, month_index + 1)
        if number == 1:
            return Base(stop, Grain.DAY, month, 15, year, "half-month")
        return Base(stop, Grain.MONTH, month, year=year, rule="half-month")
    year, end, fiscal = read_year(words, stop, short=True)
    if words.folded[stop - 1] == "half" and end == stop:
        if words.folded[stop] != "of" or "year" not in words.folded[stop + 1 : stop + 3]:
            return None
        end = words.folded.index("year", stop) + 1
    return Base(end, Grain.HALF, number, year=year, rule="half", fiscal=fiscal)


def read_code(words: Words, index: int) -> Base | None:
    """A short form in one token: Q3, H1, KW37, CW12, W05, FY27, EOY27."""
    kind, number = CODES[words.folded[index]]
    small = not words.tokens[index].text[0].isupper()
    if small and kind == "isoweek":
        return None
    stop = index + 1
    if kind in {"fiscal", "year"}:
        return _fiscal(words, number, stop) if kind == "fiscal" else _year(number, stop)
    if kind in {"week", "isoweek"}:
        return _week(words, number, stop, kind)
    if words.folded[stop] == "." and words.touching(stop - 1) and words.touching(stop):
        stop += 1  # "Q1.2027"
    year, stop, fiscal = read_year(words, stop, short=True, comma=True)
    if small and kind == "half" and year is None:
        return None  # a heading of a web page
    grain = Grain.QUARTER if kind == "quarter" else Grain.HALF
    return Base(stop, grain, number, year=year, rule="code", fiscal=fiscal)


_NAMED = {
    **dict.fromkeys(("quartal", "quarter", "q", "qu", "qtr"), Grain.QUARTER),
    **dict.fromkeys(("halbjahr", "hj", "half"), Grain.HALF),
}


def read_numbered(words: Words, index: int) -> Base | None:
    """A word and its number: "Quartal 3", "Q 3 2027", "Halbjahr 1/2027", "quarter 3 of 2027"."""
    grain = _NAMED[words.folded[index]]
    at = index + 1
    if words.folded[at] == "." and len(words.folded[index]) <= 3:
        at += 1
    number = words.integer(at) or ROMAN.get(words.folded[at])
    if number is None or not 1 <= number <= (4 if grain is Grain.QUARTER else 2):
        return None
    year, stop, fiscal = read_year(words, at + 1, short=True, comma=True)
    if year is None and words.is_number(at + 1):
        return None
    return Base(stop, grain, number, year=year, rule="quarter", fiscal=fiscal)


def _year(number: int, stop: int) -> Base:
    return Base(stop, Grain.YEAR, year=number, rule="year")


def _week(words: Words, number: int, stop: int, kind: str) -> Base | None:
    year, stop, _ = read_year(words, stop, short=True)
    if kind == "isoweek" and year is None:
        return None
    return Base(stop, Grain.WEEK, number, year=year, rule="week")


def _fiscal(words: Words, year: int, stop: int) -> Base:
    """A fiscal year and perhaps a quarter of it: FY26/27, FY27 Q2."""
    if words.folded[stop] in {"/", "-"} and words.touching(stop - 1):
        second = words.integer(stop + 1)
        if second is not None and second % 100 == (year + 1) % 100:
            year, stop = year + 1, stop + 2
    kind, number = CODES.get(words.folded[stop], ("", 0))
    if kind == "quarter":
        return Base(stop + 1, Grain.QUARTER, number, year=year, rule="fiscal", fiscal=True)
    return Base(stop, Grain.YEAR, year=year, rule="fiscal", fiscal=True)


def read_fiscal(words: Words, index: int) -> Base | None:
    """ "Geschäftsjahr 2027", "FY 26/27", "fiscal year 2027"; without a number the running one."""
    stop = index + 1
    if words.folded[index] in {"fiscal", "financial", "business"}:
        if words.is_number(stop) and numeric.plausible_year(words, stop):
            return _fiscal(words, words.integer(stop) or 0, stop + 1)
        if words.folded[stop] not in {"year", "years", "year's"}:
            code = words.folded[stop]
            found = read_code(words, stop) if code in CODES else None
            return found._replace(fiscal=True) if found and code[0] in "qh" else None
        stop += 1
    elif words.folded[index] not in FISCAL_WORDS:
        return None
    number = words.integer(stop)
    if number is not None and (number < 100 or numeric.plausible_year(words, stop)):
        return _fiscal(words, number + 2000 if number < 100 else number, stop + 1)
    if not index or words.folded[index - 1] not in _OF_PART:
        return None
    running = fiscal_in(words.context.today, words.context.fiscal_year_start)
    return Base(stop, Grain.YEAR, rule="fiscal", fixed=running)


_OF_PART = word_set(
    """
    ende end of the des mitte anfang this next naechsten laufenden aktuellen current kommenden
    """
)


def fiscal_in(day: date, start: int) -> Period:
    """The fiscal year a day lies in."""
    found = fiscal_year(day.year, start)
    return found if found.last >= day else fiscal_year(day.year + 1, start)


def read_week(words: Words, index: int) -> Base | None:
    """ "KW 12", "week 12 of 2027", "calendar week 12"."""
    stop = index + 1
    if words.folded[index] == "calendar":
        if words.folded[stop] not in {"week", "weeks"}:
            return None
        stop += 1
    if words.folded[stop] in {".", "no", "nr"}:
        stop += 1
    number = words.integer(stop)
    if number is None or number > 60 or not _names_week(words, index, stop):
        return None
    year, stop, _ = read_year(words, stop + 1, short=words.folded[index] != "week", comma=True)
    return Base(stop, Grain.WEEK, number, year=year, rule="week")


def _names_week(words: Words, index: int, at: int) -> bool:
    """Whether a number behind "Woche" names it: not in "pro Woche 14 Touren", "8 Wochen 3 …"."""
    if words.folded[index] not in {"woche", "week", "wochen", "weeks"}:
        return True
    before = words.folded[index - 1] if index else ""
    if before in _COUNTS_WEEKS or before in NUMBERS or words.is_number(index - 1):
        return False
    return not (is_word(words, at + 1) and words.capital(at + 1))


_COUNTS_WEEKS = word_set(
    """
    pro je per jede jeder jeden every each a eine next this naechste naechsten kommende kommenden
    diese dieser last letzte letzten working the
    """
)


def read_feast(words: Words, index: int) -> Base | None:
    """A feast by name: Ostern, Christmas Eve, Thanksgiving 2027."""
    for length in (4, 3, 2):
        found = FEAST_PHRASES.get(tuple(words.folded[index : index + length]))
        if found is not None:
            break
    else:
        length = 1
        found = FEASTS.get(words.folded[index])
        if found is None:
            return None
    year, stop, _ = read_year(words, index + length)
    if isinstance(found, str):
        return Base(stop, Grain.DAY, year=year, rule="feast", feast=found)
    return Base(stop, Grain.DAY, found[0], found[1], year, "feast")


_CLEAR_DAYS = word_set("mo di mi fr mon tue tues wed weds thu thur thurs fri")
_ASKS_DAY = word_set("bis by until till before vor spaetestens")


def weekday_at(words: Words, index: int) -> int | None:
    """The weekday named at an index, also in short ("Fr.", "Thu")."""
    word = words.folded[index]
    found = WEEKDAYS.get(word)
    if found is None and word in SHORT_WEEKDAYS:
        typed_small = word in _CLEAR_DAYS and index and words.folded[index - 1] in _ASKS_DAY
        if words.capital(index) or typed_small:
            found = SHORT_WEEKDAYS[word]
    return found


def upcoming(today: date, weekday: int, *, today_counts: bool = False) -> Period:
    """The next such weekday as a period of one day."""
    day = next_weekday(today, weekday, today_counts=today_counts)
    return Period(day, day, Grain.DAY)
