"""Lengths of time as ``find`` meets them: at a unit's word, or behind "heute".

The amount is read by ``durations``, judged by ``service``; "10 days before Christmas" is counted
from its point, a unit without a number goes to ``recurring``.
"""

from datetime import timedelta

from goals.smart.times.bases import Base, resolve
from goals.smart.times.durations import Amount, add, backward, forward, from_today
from goals.smart.times.expression import TimeKind
from goals.smart.times.parts import read_unit_end
from goals.smart.times.periods import Grain
from goals.smart.times.phrases import read_event
from goals.smart.times.points import upcoming, weekday_at
from goals.smart.times.ranges import completed, read_second
from goals.smart.times.recurring import read_per, read_unit
from goals.smart.times.relative import read_day_word, shifted, unit_base
from goals.smart.times.service import judge_length, lead_of
from goals.smart.times.vocabulary import INDEFINITE, UNITS
from goals.smart.times.word_set import word_set
from goals.smart.times.words import Reading, Words

_SO_FAR = word_set(
    """
    wurden wurde haben hat hatten sind waren war gab kamen nur keine kein nicht there we they only
    was were have has
    """
)


def read_today(words: Words, index: int) -> Reading | None:
    """ "heute", "tomorrow", and "heute in 14 Tagen"."""
    base = read_day_word(words, index)
    if base is None:
        return None
    so_far = index and words.folded[index - 1] in {"bis", "until", "till"}
    if so_far and words.folded[base.stop] in _SO_FAR:
        return Reading(index, base.stop, "past", kind=TimeKind.SINCE)
    if words.folded[base.stop] in {"in", "ueber"}:
        amount = forward(words, base.stop + 1)
        if amount is not None and amount.stop > base.stop + 2:
            day = base.fixed.first if base.fixed else words.context.today
            last = add(day, amount, words)
            if last is None:
                return None
            return Reading(
                index, amount.stop, "amount", day, last, relative=True, kind=TimeKind.DEADLINE
            )
    return completed(words, resolve(index, base, None, words.context))


_FROM_POINTS = word_set("from before ago after on hence tomorrow")


def read_length(words: Words, index: int) -> Reading | None:
    """An amount of time, or a unit that recurs, from the unit's word."""
    end = read_unit_end(words, index)
    if end is not None:
        return completed(words, end)
    per = read_per(words, index)
    if per is not None:
        return per
    if words.folded[index + 1 : index + 3] == ["after", "next"] and UNITS[words.folded[index]] == (
        "w",
        1,
    ):
        base = Base(index + 3, Grain.WEEK, rule="shifted", fixed=shifted(words, Grain.WEEK, 2))
        return resolve(index, base, None, words.context)
    amount = backward(words, index)
    if amount is None and words.folded[index].endswith("frist"):
        amount = Amount(index, index + 1, 1, UNITS[words.folded[index]])
    if amount is None and index and words.folded[index - 1] in INDEFINITE:
        return _indefinite(words, index)
    if amount is None:
        return read_unit(words, index) or _this(words, index)
    before = words.folded[amount.begin - 1] if amount.begin else ""
    if (
        amount.value == 1
        and words.folded[amount.begin] in {"a", "an"}
        and lead_of(words, amount.begin) is None
    ) and words.folded[amount.stop] not in _FROM_POINTS:
        return read_unit(words, index)
    if words.folded[amount.stop] == "of" and words.folded[index] == "quarters":
        return None  # "three quarters of staff"
    if before in {"every", "alle", "each", "jede", "jeden", "pro", "per"}:
        return Reading(amount.begin - 1, amount.stop, "recurrence", kind=TimeKind.RECURRENCE)
    return _from_point(words, amount) or _judged(words, amount)


def _indefinite(words: Words, index: int) -> Reading | None:
    """ "in ein paar Wochen", "within a few months"."""
    at = index - 1
    if lead_of(words, at) is None and words.folded[at - 1] not in {"ein", "a", "in"}:
        return None
    return Reading(at, index + 1, "vague-amount", kind=TimeKind.VAGUE)


def _judged(words: Words, amount: Amount) -> Reading:
    kind = judge_length(words, amount)
    plain = Reading(amount.begin, amount.stop, "amount", kind=kind)
    if kind is not TimeKind.DEADLINE:
        return plain
    found = from_today(words, amount.begin, amount)
    if found is None:
        return plain._replace(kind=TimeKind.SERVICE_LEVEL)
    stop = amount.stop
    if words.folded[stop] == "'":
        stop += 1
    if words.folded[stop] in {"time", "period", "zeit"}:
        stop += 1
    if words.folded[stop] in {"from", "of", "ab"} and words.folded[stop + 1] in {
        "now",
        "today",
        "heute",
        "jetzt",
    }:
        stop += 2
    return found._replace(kind=TimeKind.DEADLINE, stop=stop)


def _from_point(words: Words, amount: Amount) -> Reading | None:
    """ "two weeks from now", "10 days before Christmas", "zwei Wochen nach Ostern"."""
    stop = amount.stop
    link = words.folded[stop]
    if link in {"from", "of", "ab"} and words.folded[stop + 1] in {
        "now",
        "today",
        "heute",
        "jetzt",
    }:
        found = from_today(words, amount.begin, amount)
        return found._replace(stop=stop + 2, kind=TimeKind.DEADLINE) if found else None
    if link == "on" and amount.unit == ("w", 1):
        weekday = weekday_at(words, stop + 1)
        if weekday is not None:
            day = upcoming(words.context.today, weekday).first + timedelta(weeks=int(amount.value))
            return Reading(
                amount.begin, stop + 2, "weekday-date", day, day, relative=True, marked=True
            )
    if link in {"tomorrow", "today"} and amount.unit[0] == "w":
        day = words.context.today + timedelta(days=link == "tomorrow")
        last = add(day, amount, words)
        found = Reading(amount.begin, stop + 1, "amount", day, last, relative=True)
        return found._replace(kind=TimeKind.DEADLINE) if last else None
    if link == "hence":
        found = from_today(words, amount.begin, amount)
        return found._replace(stop=stop + 1, kind=TimeKind.DEADLINE) if found else None
    counted_on = link in {"of", "from", "ab", "seit", "following"}
    if not counted_on and link not in {"vor", "before", "nach", "after", "prior", "ahead"}:
        return None
    at = stop + 1
    while words.folded[at] in {"the", "dem", "der", "den", "to", "of", "zum"}:
        at += 1
    point = read_second(words, at)
    sign = 1 if counted_on or link in {"nach", "after"} else -1
    if counted_on and (point is None or point.grain is not Grain.DAY):
        return None
    if point is None or point.last is None or point.first is None:
        event = read_event(words, stop)
        if event is not None:
            return event._replace(begin=amount.begin)
        return None
    anchor = point.last if sign > 0 or point.part else point.first
    last = add(anchor, amount, words, sign)
    if last is None:
        return None
    return point._replace(
        begin=amount.begin, first=last, last=last, grain=Grain.DAY, rule="from-point"
    )


def _this(words: Words, index: int) -> Reading | None:
    """ "within the year", "innerhalb des Monats": this one."""
    before = words.folded[max(0, index - 3) : index]
    if not before or before[-1] not in {"the", "des", "der"}:
        return None
    if before[-2:-1] not in (["within"], ["innerhalb"], ["inside"], ["laufe"], ["lauf"]):
        return None
    base = unit_base(words, index)
    if base is None or base.grain is Grain.DAY:
        return None
    return resolve(index, base, None, words.context)
