"""Again and again: jeden Montag, weekly, per month, am Tag, alle zwei Wochen, Mo-Fr.

A rate ("40 Tickets im Monat", rule ``rate``) is told from an act that recurs (rule ``recurrence``).
"""

from goals.smart.times.expression import TimeKind
from goals.smart.times.points import weekday_at
from goals.smart.times.vocabulary import NUMBERS, ORDINALS, UNITS, WEEKDAYS
from goals.smart.times.word_set import word_set
from goals.smart.times.words import Reading, Words
from goals.smart.times.years import month_at

_ADVERBS = tuple(
    sorted(
        word_set(
            """
            taeglich woechentlich monatlich jaehrlich quartalsweise vierteljaehrlich
            halbjaehrlich stuendlich werktaeglich arbeitstaeglich zweiwoechentlich
            vierzehntaegig tageweise wochenweise regelmaessig
            """
        )
    )
)
_ENDINGS = ("", "e", "en", "er", "es", "em")
ADVERBS = frozenset(adverb + ending for adverb in _ADVERBS for ending in _ENDINGS) | word_set(
    """
    weekly daily monthly quarterly yearly annually annual hourly biweekly fortnightly nightly
    werktags wochentags weekdays regularly recurring ongoing
    """
)
_EVERY = word_set("jeden jede jedes jeder jedem every each pro je per jeweils")
_A = frozenset(["a", "an", "im", "am"])
_TIMES = word_set("einmal zweimal dreimal viermal mal once twice times x pa p")


def read_adverb(_: Words, index: int) -> Reading | None:
    """ "wöchentlich", "daily"."""
    return Reading(index, index + 1, "recurrence", kind=TimeKind.RECURRENCE)


def read_unit(words: Words, index: int) -> Reading | None:
    """A unit without a number: "per month", "am Tag", "jede Woche", "/Monat", "a week"."""
    at = index - 1
    if at < 0:
        return None
    before = words.folded[at]
    if (
        before in {"other", "single", "zweite", "zweiten", "working", "calendar", "zweites", "one"}
        and at
    ):
        at -= 1
        before = words.folded[at]
    if before in _EVERY:
        rule = "recurrence" if before[0] in "je" and before != "je" else "rate"
        return Reading(at, index + 1, rule, kind=TimeKind.RECURRENCE)
    if before == "/" and at:
        return Reading(at, index + 1, "rate", kind=TimeKind.RECURRENCE)
    singular = words.folded[index] in {
        "tag",
        "woche",
        "monat",
        "quartal",
        "jahr",
        "day",
        "week",
        "month",
        "quarter",
        "year",
        "stunde",
        "hour",
        "halbjahr",
    }
    if not singular:
        return None
    if words.folded[index] == "quarter" and (
        words.folded[index + 1] == "of" or words.folded[at - 1] == "by"
    ):
        return None  # a fraction
    if before in _A or (before == "der" and words.folded[at - 1] == "in"):
        start = at if before != "der" else at - 1
        if before in {"a", "an"} and words.folded[at - 1] in {
            "in",
            "within",
            "of",
            "half",
            "for",
            "over",
        }:
            return None
        return Reading(start, index + 1, "rate", kind=TimeKind.RECURRENCE)
    return None


def read_every(words: Words, index: int) -> Reading | None:
    """ "jeden zweiten Dienstag", "every two weeks", "alle 14 Tage", "at each month-end"."""
    folded = words.folded
    at = index + 1
    while at < index + 4 and (
        folded[at]
        in {"other", "second", "zweiten", "zweite", "first", "ersten", "letzten", "last", "single"}
        or folded[at] in ORDINALS
        or words.is_number(at)
        or folded[at] in NUMBERS
    ):
        at += 1
    ends = folded[at] in {"monatsende", "quartalsende", "jahresende", "wochenende", "freitagabend"}
    week = folded[at] in {"kw", "cw", "kalenderwoche"}
    named = weekday_at(words, at) is not None or ends or week
    named = named or (at == index + 1 and month_at(words, at) is not None)
    if folded[at] in {"working", "business"}:
        at += 1
    if named or folded[at] in UNITS:
        stop = at + 1
        if folded[stop] == "-" and folded[stop + 1] == "end":
            stop += 2
        if folded[index] in {"alle", "all"} and at == index + 1:
            return None
        rate = folded[index] in {"pro", "je", "per"} and not ends
        return Reading(index, stop, "rate" if rate else "recurrence", kind=TimeKind.RECURRENCE)
    return None


def read_always(words: Words, index: int) -> Reading | None:
    """ "immer zum Quartalsende", "jeweils bis Monatsende": what follows recurs."""
    for at in range(index + 1, index + 6):
        word = words.folded[at]
        if word in UNITS or word.endswith("ende") or word in WEEKDAYS or month_at(words, at):
            return Reading(index, at + 1, "recurrence", kind=TimeKind.RECURRENCE)
        if word not in {
            "zum",
            "zur",
            "bis",
            "am",
            "im",
            "at",
            "by",
            "on",
            "the",
            "end",
            "of",
            "ende",
            "des",
            "der",
        }:
            return None
    return None


def read_weekly(_: Words, index: int) -> Reading | None:
    """ "montags", "on Mondays"."""
    return Reading(index, index + 1, "recurrence", kind=TimeKind.RECURRENCE)


_YEAR_ON_YEAR = (["on", "year"], ["over", "year"])


def read_per(words: Words, index: int) -> Reading | None:
    """ "per annum", "p. a.", "year on year"."""
    if words.folded[index] == "per" and words.folded[index + 1] == "annum":
        return Reading(index, index + 2, "rate", kind=TimeKind.RECURRENCE)
    if words.folded[index] == "year" and words.folded[index + 1 : index + 3] in _YEAR_ON_YEAR:
        return Reading(index, index + 3, "rate", kind=TimeKind.RECURRENCE)
    if words.folded[index] == "p" and words.folded[index + 1 : index + 3] == [".", "a"]:
        return Reading(index, index + 3, "rate", kind=TimeKind.RECURRENCE)
    return None


def recurs_behind(words: Words, stop: int) -> int | None:
    """The index behind "of each month", "jedes Monats", "jeweils"; ``None`` if absent."""
    at = stop
    if words.folded[at] in {
        "of",
        "in",
        "im",
        "des",
        "eines",
        "jedes",
        "jeden",
        "every",
        "each",
        "jeweils",
        "jeder",
    }:
        word = words.folded[at]
        if word == "jeweils":
            return at + 1
        at += 1
        while words.folded[at] in {
            "each",
            "every",
            "jedes",
            "jeden",
            "the",
            "following",
            "a",
            "any",
            "jeweiligen",
        }:
            at += 1
        if words.folded[at] in {
            "month",
            "monat",
            "monats",
            "quarter",
            "quartals",
            "year",
            "jahres",
            "jahr",
            "week",
        }:
            return at + 1
        if words.folded[at] in {"folgemonats", "folgemonat", "folgequartals"}:
            return at + 1
    return None
