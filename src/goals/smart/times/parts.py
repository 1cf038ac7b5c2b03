"""Rough parts of a period: Ende März, mid-April, end of next quarter, Monatsende, EOY, COB Friday.

The period itself is read by ``relative.read_base``; which day a part means is said in ``periods``.
"""

from goals.smart.times.bases import Base, resolve
from goals.smart.times.expression import TimeKind
from goals.smart.times.markers import Role, read_marker
from goals.smart.times.periods import Grain, Part, part_of
from goals.smart.times.phrases import is_event
from goals.smart.times.points import fiscal_in, weekday_at
from goals.smart.times.relative import (
    _DECADES,
    _GLUE,
    read_base,
    read_day_word,
    read_weekday,
    shifted,
    unit_base,
)
from goals.smart.times.vocabulary import (
    ENDS,
    FISCAL_ENDS,
    MONTHS,
    NEEDS_OF,
    PARTS,
    SHIFTS,
    UNIT_GRAINS,
    UNITS,
)
from goals.smart.times.words import Reading, Words
from goals.smart.times.years import read_year


def read_part(words: Words, index: int) -> Reading | None:
    """ "Ende", "mid-", "beginning of" and the base behind it."""
    word = words.folded[index]
    at = index + 1 + (word == "anf" and words.folded[index + 1] == ".")
    if word in NEEDS_OF and not _begins_of(words, index, at):
        return None
    while words.folded[at] in _GLUE and at < index + 4:
        at += 1
    target = words.folded[at]
    if target in _DECADES:
        return Reading(index, at + 1, "decade", kind=TimeKind.VAGUE)
    if target in {"day", "business", "play"} or (
        target == "working" and words.folded[at + 1] == "day"
    ):
        return _end_of_day(words, index, at + 1 + (words.folded[at + 1] == "day"))
    base = _of_month(words, at) or read_base(words, at) or unit_base(words, at)
    base = base or _short_year(words, at)
    if base is not None:
        return _part_of_base(words, index, at, base)
    if word == "ultimo":
        return read_end(words, index)
    if is_event(words, at) or is_event(words, at + 1):
        stop = at + 1 if is_event(words, at) else at + 2
        return Reading(index, stop, "event", kind=TimeKind.EVENT)
    return None


def _part_of_base(words: Words, index: int, at: int, base: Base) -> Reading | None:
    part = PARTS[words.folded[index]]
    if base.rule == "month-day":
        base = Base(at + 1, Grain.MONTH, base.number, rule="month")  # "end of March 30 people …"
    if base.grain is Grain.DAY and base.weekday < 0 and part is not Part.LATE:
        return None
    found = resolve(index, base, part, words.context)
    if base.rule == "shifted" and found.last and found.last < words.context.today:
        return _next_time(words, found, base, part)
    return found


def _begins_of(words: Words, index: int, at: int) -> bool:
    """Whether "Beginn", "start", "middle" is a part of what follows, not an act."""
    if words.folded[at] in {"of", "des", "der", "vom", "von"}:
        return True
    lead = words.folded[index - 1] if index else ""
    return lead in {"zu", "bis", "zum", "by"} and words.folded[at] in MONTHS


def _of_month(words: Words, at: int) -> Base | None:
    """ "(Ende des) Monats März 2027", "(end of the) month of March"."""
    if words.folded[at] not in {"monats", "month", "quartals"}:
        return None
    behind = at + 1 + (words.folded[at + 1] == "of")
    base = read_base(words, behind)
    return base if base is not None and base.grain in {Grain.MONTH, Grain.QUARTER} else None


def _short_year(words: Words, at: int) -> Base | None:
    """The year in "Ende 27"."""
    number = words.integer(at)
    this = words.context.today.year % 100
    if number is None or len(words.tokens[at].text) != 2 or not this <= number < this + 30:
        return None
    return Base(at + 1, Grain.YEAR, year=2000 + number, rule="year")


def _next_time(words: Words, found: Reading, base: Base, part: Part) -> Reading:
    """ "bis Mitte des Jahres" in November is next year's; "Anfang des Jahres waren es" is past."""
    said = words.folded[found.begin + 1 : found.stop]
    if any(word in SHIFTS for word in said):
        return found
    if read_marker(words, found.begin).role not in {Role.UNTIL, Role.BEFORE}:
        return found
    later = base._replace(fixed=shifted(words, base.grain, 1))
    return resolve(found.begin, later, part, words.context)


def _end_of_day(words: Words, index: int, stop: int) -> Reading | None:
    """ "close of business (on) Friday"; without a day it is today."""
    at = stop
    while words.folded[at] in {"on", ",", "the", "of"}:
        at += 1
    weekday = weekday_at(words, at)
    if weekday is not None:
        return read_weekday(words, at, begin=index)
    base = read_base(words, at) or read_day_word(words, at)
    if base is not None and base.grain is Grain.DAY:
        return resolve(index, base, None, words.context)
    if words.folded[index] not in {"end", "close"} or words.folded[index - 2] == "at":
        return None
    today = words.context.today
    return Reading(index, stop, "today", today, today, relative=True)


def read_end(words: Words, index: int) -> Reading | None:
    """One word for an end: Monatsende, EOY 2027, Geschäftsjahresende, COB (Friday)."""
    word = words.folded[index]
    stop = index + 1
    if word in FISCAL_ENDS:
        running = fiscal_in(words.context.today, words.context.fiscal_year_start)
        return resolve(
            index, Base(stop, Grain.YEAR, rule="fiscal", fixed=running), None, words.context
        )
    grain, part = ENDS.get(word, (Grain.MONTH, Part.LATE))
    if grain is Grain.DAY:
        return _end_of_day(words, index, stop) or Reading(
            index, stop, "today", words.context.today, words.context.today, relative=True
        )
    if grain is Grain.YEAR:
        year, stop, _ = read_year(words, stop, short=True)
        if year is not None:
            return resolve(index, Base(stop, grain, year=year, rule="year"), part, words.context)
    elif grain is not Grain.WEEK:
        at = stop
        while words.folded[at] in _GLUE:
            at += 1
        base = read_base(words, at)
        if base is not None and base.grain in {Grain.MONTH, Grain.QUARTER, Grain.HALF, grain}:
            return resolve(index, base, part, words.context)
    period = part_of(shifted(words, grain, 0), part)
    if period.last < words.context.today:
        period = part_of(shifted(words, grain, 1), part)
    rule = "shifted-end"
    return Reading(
        index, stop, rule, period.first, period.last, period.grain, relative=True, part=Part.LATE
    )


def read_unit_end(words: Words, index: int) -> Reading | None:
    """ "month-end", "quarter end", "year's end 2027", from the unit on."""
    at = index + 1
    if words.folded[at] == "-":
        at += 1
    if words.folded[at] != "end" and words.folded[at] != "ends":
        return None
    unit = UNITS.get(words.folded[index].replace("'s", ""))
    if unit not in UNIT_GRAINS:
        return None
    grain = UNIT_GRAINS[unit]
    if grain is Grain.YEAR and "half" in words.folded[max(0, index - 2) : index]:
        grain = Grain.HALF
    year, stop, _ = read_year(words, at + 1)
    if year is not None and grain is Grain.YEAR:
        return resolve(index, Base(stop, grain, year=year, rule="year"), Part.LATE, words.context)
    if grain is Grain.DAY:
        return None
    return resolve(
        index,
        Base(at + 1, grain, rule="shifted", fixed=shifted(words, grain, 0)),
        Part.LATE,
        words.context,
    )
