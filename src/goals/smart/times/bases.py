"""A base: what a phrase names (a grain, its number, its year if said), and the days it means.

``points`` and ``relative`` read bases; ``resolve`` makes days of one, without a year those of the
next time it comes.
"""

from datetime import timedelta
from typing import NamedTuple

from goals.smart.times.expression import TimeContext
from goals.smart.times.holidays import holiday_day
from goals.smart.times.periods import (
    Grain,
    Part,
    Period,
    day_period,
    fiscal_year,
    half_period,
    month_period,
    part_of,
    quarter_period,
    week_period,
)
from goals.smart.times.words import Reading


class Base(NamedTuple):
    """What is named up to before token ``stop``: a grain, its number, and the year if said."""

    stop: int
    grain: Grain
    number: int = 0
    day: int = 0
    year: int | None = None
    rule: str = ""
    fiscal: bool = False
    weekday: int = -1
    feast: str = ""
    fixed: Period | None = None


def period_in(base: Base, year: int, start: int) -> Period | None:
    """The period a base names in a year; ``start`` is the first month of the fiscal year."""
    start = start if base.fiscal else 1
    if base.feast:
        day = holiday_day(base.feast, year)
        return Period(day, day, Grain.DAY)
    if base.grain is Grain.DAY and base.weekday < 0:
        return day_period(year, base.number, base.day)
    if base.grain is Grain.MONTH:
        return month_period(year, base.number)
    if base.grain is Grain.QUARTER:
        return quarter_period(year, base.number, start)
    if base.grain is Grain.HALF:
        return half_period(year, base.number, start)
    if base.grain is Grain.YEAR:
        return fiscal_year(year, start)
    week = week_period(year, base.number)
    if week is None or base.weekday < 0:
        return week
    day = week.first + timedelta(days=base.weekday)
    return Period(day, day, Grain.DAY)


def resolve(begin: int, base: Base, part: Part | None, context: TimeContext) -> Reading:
    """Make days of a base: in its year, or the next time it comes, today included."""
    if base.fixed is not None:
        return _read(begin, base, part, base.fixed, relative=True)
    start = context.fiscal_year_start
    if base.year is not None:
        return _read(begin, base, part, period_in(base, base.year, start))
    today = context.today
    this = today.year
    for year in range(this - 1, this + (9 if base.number == 2 and base.day == 29 else 2)):
        found = period_in(base, year, start)
        if found is not None:
            if part:
                found = part_of(found, part)
            if found.last >= today:
                return _read(begin, base, part, found, guessed=True)
    return _read(begin, base, part, None)


def _read(
    begin: int,
    base: Base,
    part: Part | None,
    period: Period | None,
    *,
    guessed: bool = False,
    relative: bool = False,
) -> Reading:
    """The reading of a base that means a period; ``None``: a day that never comes."""
    if period is None:
        return Reading(
            begin, base.stop, base.rule, None, None, base.grain, impossible=True, part=part
        )
    if part and not guessed:
        period = part_of(period, part)
    first, last, grain = period
    return Reading(
        begin, base.stop, base.rule, first, last, grain, guessed, False, relative, None, False, part
    )
