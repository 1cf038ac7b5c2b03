"""Calendar arithmetic: days, ISO weeks, months, quarters, halves, calendar and fiscal years.

Pure functions of dates; a period is always a first and a last day, both included. Impossible
periods (week 54, 31 February) are ``None``. Public holidays are in ``holidays``; words for periods
in ``vocabulary``.
"""

import enum
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

_LAST_YEAR = 9990


class Grain(enum.StrEnum):
    """How fine a time expression is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    LONGER = "longer"


class Part(enum.IntEnum):
    """A rough part of a period: early (the 10th), middle (the 15th), late (the last day)."""

    EARLY = 1
    MIDDLE = 2
    LATE = 3


class Period(NamedTuple):
    """Days from ``first`` to ``last``, both included."""

    first: date
    last: date
    grain: Grain


_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in(year: int, month: int) -> int:
    """Number of days of a month of the Gregorian calendar."""
    if month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        return 29
    return _LENGTHS[month - 1]


def day_period(year: int, month: int, day: int) -> Period | None:
    """One day, or ``None`` when the calendar has no such day."""
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1 <= year <= _LAST_YEAR):
        return None
    if day > 28 and day > days_in(year, month):
        return None
    only = date(year, month, day)
    return Period(only, only, Grain.DAY)


def weeks_in(year: int) -> int:
    """Number of ISO 8601 weeks of a year, 52 or 53: 28 December is always in the last one."""
    return date(year, 12, 28).isocalendar().week


def week_period(year: int, week: int) -> Period | None:
    """An ISO week, Monday to Sunday, or ``None`` when the year has no such week."""
    if not (1 <= week <= 53 and 1 <= year <= _LAST_YEAR) or week > weeks_in(year):
        return None
    monday = date.fromisocalendar(year, week, 1)
    return Period(monday, monday + timedelta(days=6), Grain.WEEK)


@lru_cache(maxsize=1024)
def months_period(year: int, month: int, length: int, grain: Grain) -> Period:
    """``length`` whole months from the first day of ``month`` (may exceed 12) on."""
    years, offset = divmod(month - 1, 12)
    first = date(year + years, offset + 1, 1)
    return Period(first, add_months(first, length) - timedelta(days=1), grain)


def month_period(year: int, month: int) -> Period | None:
    """A calendar month."""
    return months_period(year, month, 1, Grain.MONTH) if 1 <= month <= 12 else None


def quarter_period(year: int, quarter: int, fiscal_start: int = 1) -> Period | None:
    """A quarter of the calendar year, or of the fiscal year when that starts in another month."""
    if not 1 <= quarter <= 4:
        return None
    first = fiscal_year(year, fiscal_start).first
    return months_period(first.year, first.month + 3 * (quarter - 1), 3, Grain.QUARTER)


def half_period(year: int, half: int, fiscal_start: int = 1) -> Period | None:
    """A half of the calendar year, or of the fiscal year when that starts in another month."""
    if not 1 <= half <= 2:
        return None
    first = fiscal_year(year, fiscal_start).first
    return months_period(first.year, first.month + 6 * (half - 1), 6, Grain.HALF)


def fiscal_year(year: int, start: int = 1) -> Period:
    """The fiscal year named by the calendar year in which it ends; ``start`` is its first month.

    With ``start`` 1 it is the calendar year; FY 2027 starting in July runs from 1 July 2026.
    """
    return months_period(year if start == 1 else year - 1, start, 12, Grain.YEAR)


def add_months(day: date, months: int) -> date:
    """The same day ``months`` later (or earlier), or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))


def week_of(day: date) -> Period:
    """The ISO week a day lies in."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6), Grain.WEEK)


def next_weekday(after: date, weekday: int, *, today_counts: bool = False) -> date:
    """The first such weekday (Monday 0) after a day, or that day itself when it counts."""
    ahead = (weekday - after.weekday()) % 7
    if ahead == 0 and not today_counts:
        ahead = 7
    return after + timedelta(days=ahead)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth (1–5) such weekday of a month, or the last one for -1; ``None`` if there is none."""
    length = days_in(year, month)
    if nth == -1:
        last = date(year, month, length)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    day = 1 + (weekday - date(year, month, 1).weekday()) % 7 + 7 * (nth - 1)
    return date(year, month, day) if day <= length else None


def part_of(period: Period, part: Part) -> Period:
    """The early, middle or late part of a period, as one ends: the day it is over.

    Of a month the 10th, 15th and last day; of a quarter the 10th of its first month, the 15th of
    its middle month and its last day; of half a year or a year the 10th of the first month, the
    last day of the month before the middle, and the last day; of a week Monday, Wednesday, Sunday.
    """
    first, last, grain = period
    if part is Part.LATE or grain is Grain.DAY:
        return Period(first, last, grain)
    if grain is Grain.WEEK:
        end = first + timedelta(days=0 if part is Part.EARLY else 2)
    elif part is Part.EARLY:
        end = first.replace(day=10)
    elif grain is Grain.MONTH:
        end = first.replace(day=15)
    elif grain is Grain.QUARTER:
        end = add_months(first, 1).replace(day=15)
    else:
        months = 3 if grain is Grain.HALF else 6
        end = add_months(first, months) - timedelta(days=1)
    return Period(first, end, grain)


def add_working_days(day: date, count: int, holidays: frozenset[date] = frozenset()) -> date:
    """The day ``count`` working days later: Monday to Friday, without the given holidays."""
    left = min(count, 5000)
    while left > 0:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in holidays:
            left -= 1
    return day
