"""Days counted within a period: last Friday of March, letzter Werktag, first 3 months of 2027.

The period is read by ``relative.read_base``; a week of a month has no agreed last day and stays
unresolved.
"""

from datetime import timedelta

from goals.smart.times.bases import Base, resolve
from goals.smart.times.durations import add, forward, number_at
from goals.smart.times.periods import Grain, nth_weekday
from goals.smart.times.points import weekday_at
from goals.smart.times.relative import _GLUE, read_base, unit_base
from goals.smart.times.vocabulary import LAST_ORDINALS, ORDINALS
from goals.smart.times.words import Reading, Words


def read_nth(words: Words, index: int) -> Reading | None:
    """ "letzter Freitag im März", "first Monday of May 2027", "last day of June"."""
    word = words.folded[index]
    nth = -1 if word in LAST_ORDINALS else ORDINALS.get(word, 0)
    at = index + 1
    weekday = weekday_at(words, at)
    working = words.folded[at] in {"werktag", "arbeitstag", "banktag", "workday"}
    if words.folded[at] in {"working", "business"} and words.folded[at + 1] == "day":
        working, at = True, at + 1
    if words.folded[at] in {"woche", "week", "wochen", "weeks"} or number_at(words, at):
        return _first_of(words, index, nth)
    plain = words.folded[at] in {"tag", "day"}
    if nth == 0 or not (weekday is not None or ((working or plain) and nth == -1)):
        return None
    return _counted(words, index, at + 1, nth, weekday, working=working)


def _counted(
    words: Words, index: int, at: int, nth: int, weekday: int | None, *, working: bool
) -> Reading | None:
    """What was counted is known; now the period it is counted in."""
    if weekday == 6 and "advent" in words.folded[at : at + 3] and 1 <= nth <= 4:
        stop = words.folded.index("advent", at) + 1
        sunday = Base(stop, Grain.DAY, rule="feast", feast=f"advent-{nth}")
        return resolve(index, sunday, None, words.context)
    if words.folded[at] not in {"of", "in", "im", "des", "vom", "dieses", "naechsten"}:
        return None
    while words.folded[at] in _GLUE:
        at += 1
    base = read_base(words, at) or unit_base(words, at)
    if base is None or base.grain is Grain.DAY or (weekday is not None and base.number == 0):
        return None
    found = resolve(index, base, None, words.context)
    if found.first is None or found.last is None:
        return found
    if weekday is not None:
        return _nth_of_month(words, found, weekday, nth)
    day = found.last - timedelta(days=max(0, found.last.weekday() - 4) if working else 0)
    return found._replace(first=day, last=day, grain=Grain.DAY, rule="nth-weekday")


def _nth_of_month(words: Words, month: Reading, weekday: int, nth: int) -> Reading | None:
    """The nth weekday of a month, next year's if this year's is over and no year was said."""
    if month.last is None or month.grain is not Grain.MONTH:
        return None
    day = nth_weekday(month.last.year, month.last.month, weekday, nth)
    if day is not None and day < words.context.today and month.guessed:
        day = nth_weekday(month.last.year + 1, month.last.month, weekday, nth)
    if day is None:
        return None
    return month._replace(first=day, last=day, grain=Grain.DAY, rule="nth-weekday")


def _first_of(words: Words, index: int, nth: int) -> Reading | None:
    """ "first three months of 2027"; "first week of March", of which nobody knows the last day."""
    amount = forward(words, index + 1)
    if amount is None:
        return None
    at = amount.stop
    while words.folded[at] in _GLUE or words.folded[at] == "jahres":
        at += 1
    base = read_base(words, at)
    if base is None or base.stop <= amount.stop:
        return None
    if base.grain is Grain.MONTH and amount.unit == ("w", 1):
        return Reading(index, base.stop, "week-of-month", grain=Grain.WEEK)
    if base.grain is not Grain.YEAR or nth != 1:
        return None
    found = resolve(index, base, None, words.context)
    if found.first is None:
        return None
    last = add(found.first - timedelta(days=1), amount, words)
    return found._replace(last=last, rule="first-of", grain=Grain.MONTH)
