"""Periods counted from today: next week, nächsten Freitag, tomorrow, and any base with a weekday.

``read_base`` asks the readers of ``points`` and the ones here; ``read_shift`` (this, next, last …)
takes any of them behind it. Rough parts are in ``parts``, amounts in ``durations``.
"""

from datetime import timedelta

from goals.smart.times.bases import Base, resolve
from goals.smart.times.durations import forward, from_today, number_at
from goals.smart.times.expression import TimeKind
from goals.smart.times.feasts import FEAST_STARTS, FEASTS
from goals.smart.times.numeric import plausible_year
from goals.smart.times.periods import (
    Grain,
    Period,
    fiscal_year,
    months_period,
    next_weekday,
    week_of,
)
from goals.smart.times.points import (
    fiscal_in,
    read_code,
    read_feast,
    read_fiscal,
    read_month,
    read_number,
    read_numbered,
    read_ordinal,
    read_week,
    upcoming,
    weekday_at,
)
from goals.smart.times.vocabulary import (
    CODES,
    DAY_WORDS,
    FISCAL_WORDS,
    INDEFINITE,
    MONTH_SLIPS,
    MONTHS,
    ORDINALS,
    ROMAN,
    SHIFTS,
    UNIT_GRAINS,
    UNITS,
    WEEK_WORDS,
)
from goals.smart.times.word_set import word_set
from goals.smart.times.words import Reading, Words
from goals.smart.times.years import read_year

_GLUE = word_set(
    """
    of the des der dem den von vom im in - laufenden kalender calendar through
    """
)
_PLURALS = word_set(
    """
    wochen monate monaten tage tagen jahre jahren quartale quartalen weeks months days years
    quarters
    """
)
_DECADES = word_set("jahrzehnt jahrzehnts jahrzehntes decade century dekade")
_DAYTIMES = word_set(
    """
    frueh morgen vormittag mittag nachmittag abend nacht morning noon afternoon evening night eod
    cob eob mitternacht midnight
    """
)


def read_base(words: Words, index: int) -> Base | None:
    """Whatever names a period or a day from this token on."""
    word = words.folded[index]
    if words.is_number(index):
        return read_number(words, index)
    if word in MONTHS or word in MONTH_SLIPS:
        return read_month(words, index)
    if word in CODES:
        return read_code(words, index)
    if word in SHIFTS:
        return read_shifted(words, index)
    if word in FEASTS or word in FEAST_STARTS:
        found = read_feast(words, index)
        if found is not None:
            return found
    if word in ORDINALS:
        return read_ordinal(words, index)
    if word in ROMAN and words.folded[index + 1] == "." and words.capital(index):
        return read_roman(words, index)
    if word in {"quartal", "quarter", "q", "qu", "qtr", "halbjahr", "hj"}:
        return read_numbered(words, index)
    if word in WEEK_WORDS:
        return read_week(words, index)
    if word in FISCAL_WORDS or word in {"fiscal", "financial", "business"}:
        return read_fiscal(words, index)
    return None


def read_roman(words: Words, index: int) -> Base | None:
    """ "III. Quartal 2027"."""
    if words.folded[index + 2] not in {"quartal", "quartals", "quarter", "halbjahr", "halbjahres"}:
        return None
    grain = Grain.QUARTER if words.folded[index + 2].startswith("qu") else Grain.HALF
    year, stop, _ = read_year(words, index + 3, short=True)
    return Base(stop, grain, ROMAN[words.folded[index]], year=year, rule="quarter")


def shifted(words: Words, grain: Grain, shift: int) -> Period:
    """This, the next or the last week, month, quarter, half or year."""
    today = words.context.today
    if grain is Grain.WEEK:
        return week_of(today + timedelta(weeks=shift))
    if grain is Grain.DAY:
        day = today + timedelta(days=shift)
        return Period(day, day, grain)
    length = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.HALF: 6, Grain.YEAR: 12}[grain]
    start = today.month - (today.month - 1) % length + shift * length
    years, month = divmod(start - 1, 12)
    return months_period(today.year + years, month + 1, length, grain)


def read_shifted(words: Words, index: int) -> Base | None:
    """ "nächste Woche Donnerstag", "this quarter", "next fiscal year", "kommenden Montag"."""
    shift = SHIFTS[words.folded[index]]
    at = index + 1
    if words.folded[at] in {"coming", "kommenden", "kommende", "upcoming"}:
        at, shift = at + 1, max(shift, 0)
    if words.folded[at] in {"calendar", "full", "whole"} and words.folded[at + 1] in UNITS:
        at += 1
    if words.folded[at] in FISCAL_WORDS or words.folded[at] in {"fiscal", "financial"}:
        return _shifted_fiscal(words, at, shift)
    weekday = weekday_at(words, at)
    if weekday is not None:
        if shift < 0 and words.folded[at + 1] in {"of", "im", "in", "des"}:
            return None  # "last Friday of every month"
        return _shifted_weekday(words, at, weekday, shift)
    if shift == 0 and words.folded[at] in {"evening", "afternoon", "morning"}:
        today = words.context.today
        return Base(at + 1, Grain.DAY, rule="today", fixed=Period(today, today, Grain.DAY))
    if words.folded[at] in {"wochenende", "weekend"}:
        return _shifted_weekend(words, at, shift)
    unit = UNITS.get(words.folded[at])
    if unit in UNIT_GRAINS and words.folded[at] not in _PLURALS:
        return _shifted_unit(words, index, at, UNIT_GRAINS[unit], shift)
    if words.folded[at] in MONTHS and shift in {0, 1}:
        return read_month(words, at)
    if words.folded[at] in FEASTS and shift in {0, 1}:
        return read_feast(words, at)
    return None


def _shifted_weekend(words: Words, at: int, shift: int) -> Base | None:
    """The weekend to come; on a weekend "next" means the following one."""
    if shift < 0:
        return None
    today = words.context.today
    weeks = max(0, shift - 1) + (shift > 0 and today.weekday() > 4)
    return Base(at + 1, Grain.WEEK, rule="shifted", fixed=week_of(today + timedelta(weeks=weeks)))


def _shifted_fiscal(words: Words, at: int, shift: int) -> Base:
    start = words.context.fiscal_year_start
    stop = at + 2 if words.folded[at] in {"fiscal", "financial"} else at + 1
    running = fiscal_in(words.context.today, start)
    return Base(
        stop, Grain.YEAR, rule="fiscal", fixed=fiscal_year(running.last.year + shift, start)
    )


def _shifted_weekday(words: Words, at: int, weekday: int, shift: int) -> Base:
    today = words.context.today
    if shift < 0:
        day = next_weekday(today, weekday) - timedelta(weeks=1)
        day -= timedelta(weeks=1 if day == today else 0)
    else:
        day = next_weekday(today, weekday, today_counts=shift == 0)
        day += timedelta(weeks=max(0, shift - 1))
    return Base(at + 1, Grain.DAY, rule="weekday", fixed=Period(day, day, Grain.DAY))


def _shifted_unit(words: Words, index: int, at: int, grain: Grain, shift: int) -> Base | None:
    if grain is Grain.DAY:
        return None
    stop = at + 1
    period = shifted(words, grain, shift)
    if grain is Grain.WEEK:
        skip = stop + (words.folded[stop] in {"am", "on", "by", "bis", "-", ","})
        weekday = weekday_at(words, skip)
        if weekday is not None:
            day = period.first + timedelta(days=weekday)
            return Base(skip + 1, Grain.DAY, rule="weekday-date", fixed=Period(day, day, Grain.DAY))
    if grain is Grain.YEAR and words.folded[stop] in {"im", "in"} and shift >= 0:
        month = read_month(words, stop + 1)
        if month is not None and month.year is None:
            return month._replace(year=words.context.today.year + shift)
    if words.folded[index] == "diesen" and grain is Grain.WEEK:
        return None
    return Base(stop, grain, rule="shifted", fixed=period)


def read_shift(words: Words, index: int) -> Reading | None:
    """ "next …": a period, an amount ("next 90 days"), or something vague ("next weeks")."""
    shift = SHIFTS[words.folded[index]]
    at = index + 1
    if words.folded[at] in INDEFINITE or words.folded[at] in _PLURALS:
        return _vague_amount(words, index, shift)
    if shift < 0 and (words.folded[at] in MONTHS or words.folded[at] in FEASTS):
        return Reading(index, at + 1, "past", kind=TimeKind.SINCE)
    if words.folded[at] in _DECADES:
        return Reading(index, at + 1, "decade", kind=TimeKind.VAGUE)
    amount = forward(words, at)
    if amount is not None and words.folded[max(0, index - 2) : index] == ["this", "time"]:
        found = from_today(words, index, amount)
        return found._replace(kind=TimeKind.DEADLINE) if found and shift == 1 else None
    if amount is not None and (amount.stop > at + 1 or amount.unit[1] == 9):
        if shift < 0:
            return Reading(index, amount.stop, "past-amount", kind=TimeKind.SINCE)
        if words.folded[index] in {"first", "ersten"}:
            return None
        found = from_today(words, index, amount)
        return found._replace(kind=TimeKind.DEADLINE, relative=True) if found else None
    base = read_shifted(words, index)
    if base is None:
        return None
    if base.rule == "weekday":  # "next Monday, 30 November": the date decides
        dated = read_base(words, base.stop + (words.folded[base.stop] == ","))
        if dated is not None and dated.grain is Grain.DAY and dated.fixed is None:
            return resolve(index, dated, None, words.context)._replace(rule="weekday-date")
    found = resolve(index, base, None, words.context)
    return found._replace(kind=TimeKind.SINCE) if shift < 0 else found


def _vague_amount(words: Words, index: int, shift: int) -> Reading | None:
    """ "the next few weeks", "die nächsten Monate"."""
    at = index + 1
    stop = at + 1 if words.folded[at] in INDEFINITE else at
    if words.folded[stop] == "of":
        stop += 1
    if words.folded[stop] not in _PLURALS:
        return None
    far = TimeKind.VAGUE if shift > 0 else TimeKind.SINCE
    return Reading(index, stop + 1, "vague-amount", kind=far)


def unit_base(words: Words, at: int) -> Base | None:
    """ "(end of the) month": the one we are in."""
    if words.folded[at] == "half" and "year" in words.folded[at + 1 : at + 3]:
        stop = words.folded.index("year", at) + 1
        return Base(stop, Grain.HALF, rule="shifted", fixed=shifted(words, Grain.HALF, 0))
    unit = UNITS.get(words.folded[at])
    if unit not in UNIT_GRAINS or words.folded[at] in _PLURALS:
        return None
    grain = UNIT_GRAINS[unit]
    if grain is Grain.YEAR:
        stop = at + 2 if words.folded[at + 1] in {"of", ","} else at + 1
        if words.is_number(stop) and plausible_year(words, stop):
            return Base(stop + 1, Grain.YEAR, year=words.integer(stop), rule="year")
    return Base(at + 1, grain, rule="shifted", fixed=shifted(words, grain, 0))


def read_day_word(words: Words, index: int) -> Base | None:
    """ "heute", "tomorrow", "übermorgen", "the day after tomorrow"."""
    word = words.folded[index]
    if word == "day" and words.folded[index + 1 : index + 3] == ["after", "tomorrow"]:
        ahead, stop = 2, index + 3
    elif word in DAY_WORDS:
        if word == "morgen" and words.capital(index) and index:
            return None
        ahead, stop = DAY_WORDS[word], index + 1
    else:
        return None
    day = words.context.today + timedelta(days=ahead)
    return Base(stop, Grain.DAY, rule="today", fixed=Period(day, day, Grain.DAY))


def _weeks_later(words: Words, at: int) -> tuple[int, int] | None:
    """ "(Freitag) in 14 Tagen", "(Friday) week": how many weeks later, and the index behind."""
    if words.folded[at] == "week":
        return 1, at + 1
    if words.folded[at] != "in" or number_at(words, at + 1) is None:
        return None
    amount = forward(words, at + 1)
    if amount is None or amount.unit[0] not in {"w", "d"}:
        return None
    days = amount.value * (7 * amount.unit[1] if amount.unit[0] == "w" else 1)
    if amount.unit[0] == "d" and days not in {8, 14, 21, 28}:
        return None
    return (1 if days == 8 else int(days) // 7), amount.stop


def read_weekday(words: Words, index: int, *, begin: int | None = None) -> Reading | None:
    """A weekday, with the date, week or "next week" that may stand behind it."""
    weekday = weekday_at(words, index)
    if weekday is None:
        return None
    start = index if begin is None else begin
    at = index + 1
    while (
        words.folded[at] in {",", ".", "den", "dem", "der", "the", "of", "in", "(", *_DAYTIMES}
        and at < index + 5
    ):
        at += 1
    base = read_base(words, at)
    if base is not None and base.grain is Grain.DAY:
        return resolve(start, base, None, words.context)._replace(rule="weekday-date")
    if base is not None and base.grain is Grain.WEEK:
        if base.fixed is not None:
            day = base.fixed.first + timedelta(days=weekday)
            period = Period(day, day, Grain.DAY)
            return resolve(
                start, base._replace(fixed=period, rule="weekday-date"), None, words.context
            )
        return resolve(start, base._replace(weekday=weekday), None, words.context)
    found = upcoming(words.context.today, weekday)
    later = _weeks_later(words, index + 1)
    if later is not None:
        day = found.first + timedelta(weeks=later[0])
        whole = Base(later[1], Grain.DAY, rule="weekday-date", fixed=Period(day, day, Grain.DAY))
        return resolve(start, whole, None, words.context)
    after = Base(index + 1, Grain.DAY, rule="weekday", fixed=found)
    return resolve(start, after, None, words.context)


def skip_clock(words: Words, stop: int) -> int:
    """The index behind a time of day: "17 Uhr", "at noon", "5pm", "EOD", "12:00"."""
    at = stop
    if words.folded[at] in {",", "um", "at", "-"} and (
        words.is_number(at + 1) or words.folded[at + 1] in _DAYTIMES
    ):
        at += 1
    if words.folded[at] in _DAYTIMES:
        return at + 1
    if words.is_number(at):
        if words.folded[at + 1] in {"uhr", "pm", "am", "h"}:
            return at + 2
        if words.folded[at + 1] == ":" and words.is_number(at + 2):
            return at + 3 + (words.folded[at + 3] in {"uhr", "pm", "h"})
    return stop
