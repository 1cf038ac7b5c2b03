"""Lengths of time: within 6 weeks, in einem halben Jahr, 2-3 Wochen, a year and a half.

Read from the unit's word backwards, or forwards behind "next". Whether a length is a deadline, a
service level or just a length is decided in ``service``; "per month" and its like in ``recurring``.
"""

import math
from datetime import date, timedelta
from typing import NamedTuple

from goals.smart.times.holidays import holidays
from goals.smart.times.periods import Grain, add_months, add_working_days
from goals.smart.times.vocabulary import NUMBERS, UNIT_GRAINS, UNITS
from goals.smart.times.words import Reading, Words

_MOST_DAYS = 40000


class Amount(NamedTuple):
    """``value`` units, from token ``begin`` to before ``stop``; for "2-3" the larger."""

    begin: int
    stop: int
    value: float
    unit: tuple[str, int]


def number_at(words: Words, index: int) -> float | None:
    """The amount at an index, in figures or in words."""
    if words.is_number(index):
        text = words.tokens[index].text.replace(",", ".")
        return float(text) if len(text) <= 6 and text.count(".") <= 1 else None
    return NUMBERS.get(words.folded[index])


def forward(words: Words, index: int) -> Amount | None:
    """An amount with its unit from ``index`` on: "6 weeks", "a couple of weeks", "half a year"."""
    at, value = index, number_at(words, index)
    if value is None:
        unit = UNITS.get(words.folded[index])
        return Amount(index, index + 1, 1, unit) if unit else None
    at += 1
    while words.folded[at] in {"-", "bis", "to", "or", "oder", "of", "full", "volle", "vollen"}:
        at += 1
    more = number_at(words, at)
    if more is not None:
        halved = value == 0.5 or more == 0.5
        ties = words.folded[at - 1] == "-" and value >= 20 and more < 10 and not words.is_number(at)
        value = value * more if halved else value + more if ties else more
        at += 1
    if words.folded[at] == "-":
        at += 1
    if words.folded[at : at + 3] == ["and", "a", "half"]:
        value, at = value + 0.5, at + 3
    unit, stop = unit_at(words, at)
    if unit is None:
        return None
    if words.folded[stop : stop + 3] == ["and", "a", "half"]:
        value, stop = value + 0.5, stop + 3
    if value == 1 and words.folded[stop : stop + 2] in (["or", "two"], ["oder", "zwei"]):
        value, stop = 2, stop + 2
    return Amount(index, stop, value, unit)


def unit_at(words: Words, at: int) -> tuple[tuple[str, int] | None, int]:
    """The unit at an index, with "working days" and "calendar months" as one; and what follows."""
    word = words.folded[at]
    if word in {"working", "business"} and words.folded[at + 1] in {"day", "days"}:
        return ("wd", 1), at + 2
    if word in {"calendar", "whole", "full", "volle", "vollen", "ganzen"}:
        at += 1
    unit = UNITS.get(words.folded[at])
    stop = at + 1
    if words.folded[stop] == "." and len(words.folded[at]) <= 3 and unit:
        stop += 1
    return unit, stop


def backward(words: Words, index: int) -> Amount | None:
    """The amount whose unit stands at ``index``: its number is looked for on the left."""
    at = index - 1
    if at >= 0 and words.folded[at] in {"working", "business", "calendar", "vollen", "ganzen"}:
        at -= 1
    while at >= 0 and words.folded[at] in {"-", "of"}:
        at -= 1
    if at < 0 or number_at(words, at) is None:
        return None
    start = at
    while start - 1 >= 0 and at - start < 4:
        before = words.folded[start - 1]
        if number_at(words, start - 1) is not None and (
            words.folded[start] in {"couple", "half"}
            or number_at(words, start) == 0.5
            or words.folded[start - 1] == "half"
        ):
            start -= 1
        elif (
            before in {"-", "bis", "to"} and start >= 2 and number_at(words, start - 2) is not None
        ) or (before == "and" and words.folded[start] == "a"):
            start -= 2
        else:
            break
    found = forward(words, start)
    return found if found is not None and found.stop > index else forward(words, at)


def add(day: date, amount: Amount, words: Words, sign: int = 1) -> date | None:
    """The day an amount later (or earlier), or ``None`` for hours and for the absurd.

    Months keep the day of the month or take the last one; half a month is 15 days; half weeks and
    days are rounded up. Working days leave out weekends and the region's holidays.
    """
    name, factor = amount.unit
    value = amount.value * factor
    if not 0 < value < _MOST_DAYS:
        return None
    try:
        if name == "m":
            whole = int(value)
            later = add_months(day, sign * whole)
            return later + timedelta(days=sign * math.ceil((value - whole) * 30))
        if name == "w":
            return day + sign * timedelta(days=math.ceil(value * 7))
        if name == "d":
            return day + sign * timedelta(days=math.ceil(value))
        if name == "wd" and sign > 0:
            region = words.context.region
            free = (
                frozenset(holidays(day.year, region)) | frozenset(holidays(day.year + 1, region))
                if region
                else frozenset()
            )
            return add_working_days(day, math.ceil(value), free)
        if name == "h" and value % 24 == 0:
            return day + sign * timedelta(days=int(value) // 24)
    except (ValueError, OverflowError):
        return None
    return None


def from_today(words: Words, begin: int, amount: Amount) -> Reading | None:
    """The day an amount from today, as a reading that begins at ``begin``."""
    last = add(words.context.today, amount, words)
    if last is None:
        return None
    grain = UNIT_GRAINS.get(amount.unit, Grain.DAY)
    return Reading(begin, amount.stop, "amount", words.context.today, last, grain, relative=True)
