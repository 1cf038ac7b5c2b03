"""What the time annotator says: the kinds of time expression, their context and their shape.

The readers that make them are ``points``, ``spans``, ``durations``; ``find`` puts them together.
"""

import enum
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from goals.smart.times.periods import Grain


class TimeKind(enum.StrEnum):
    """What a time phrase does in a goal; only DEADLINE says until when."""

    DEADLINE = "deadline"
    START = "start"
    SERVICE_LEVEL = "service-level"
    RECURRENCE = "recurrence"
    SINCE = "since"
    NAME = "name"
    DURATION = "duration"
    EVENT = "event"
    VAGUE = "vague"


class TimeContext(NamedTuple):
    """What a phrase is read against; the checker has no clock of its own.

    ``fiscal_year_start`` is the first month of the fiscal year (1: the calendar year). ``region``
    decides holidays and the order of day and month in 04/05/2027 ("US": month first; "UK" and the
    rest: day first; unknown in English: not resolved). In the deadline field a bare date is one.
    """

    today: date
    language: str | None = None
    fiscal_year_start: int = 1
    region: str | None = None
    in_deadline_field: bool = False


class TimeExpression(NamedTuple):
    """A time phrase: what it is, where it stands (offsets in the clean text), what it means.

    ``first`` and ``last`` are days, both included, and ``None`` when the phrase cannot be resolved;
    ``rule`` names the reading that resolved it. ``marked`` says that a word such as "bis", "by" or
    "due" makes it a deadline, ``relative`` that it counts from today ("within 6 weeks").
    """

    kind: TimeKind
    start: int
    end: int
    first: date | None = None
    last: date | None = None
    grain: Grain = Grain.DAY
    rule: str = ""
    year_guessed: bool = False
    impossible: bool = False
    marked: bool = False
    relative: bool = False


def main_deadline(expressions: Iterable[TimeExpression]) -> TimeExpression | None:
    """The deadline of a whole text: the latest marked one, else the latest of the others."""
    best: TimeExpression | None = None
    for found in expressions:
        if found.kind is not TimeKind.DEADLINE or found.last is None:
            continue
        if (
            best is None
            or best.last is None
            or (found.marked, found.last) > (best.marked, best.last)
        ):
            best = found
    return best
