"""Periods: the span of days a question is about, read from what people type.

``2026``, ``2026-Q3``, ``2026-H1``, ``2026-03``, ``last-12-months``, ``2026-01-01..2026-03-31``.
"""

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1900, 2200
_TEXT = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<month>0[1-9]|1[0-2])))?",
    re.ASCII | re.IGNORECASE,
)
_LAST = re.compile(r"last-(?P<count>\d{1,3})-(?P<unit>days|months|years)", re.ASCII | re.IGNORECASE)


class EndsBeforeItBegins(ValueError):  # noqa: N818 - named as the issue it becomes
    """The last day of a period lies before its first."""


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse one that ends before it begins."""
        if self.last < self.first:
            raise EndsBeforeItBegins("The period ends before it begins.")

    @classmethod
    def months(cls, year: int, month: int, count: int) -> "Period":
        """So many calendar months, from this one on."""
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError("The year is out of range.")
        end_year, end_month = divmod(year * 12 + month - 1 + count - 1, 12)
        last = calendar.monthrange(end_year, end_month + 1)[1]
        return cls(date(year, month, 1), date(end_year, end_month + 1, last))

    @classmethod
    def parse(cls, text: str, today: date) -> "Period":
        """Read a period. Raises ValueError for anything else than the forms above.

        ``last-12-months`` are the twelve months up to and including today.
        """
        first, dots, last = text.strip().partition("..")
        if dots:
            return cls(date.fromisoformat(first), date.fromisoformat(last))
        found = _LAST.fullmatch(first)
        if found:
            return cls(_back(today, int(found["count"]), found["unit"].lower()), today)
        found = _TEXT.fullmatch(first)
        if found is None:
            raise ValueError("This is no period.")
        year = int(found["year"])
        if found["quarter"]:
            return cls.months(year, 3 * int(found["quarter"]) - 2, 3)
        if found["half"]:
            return cls.months(year, 6 * int(found["half"]) - 5, 6)
        if found["month"]:
            return cls.months(year, int(found["month"]), 1)
        return cls.months(year, 1, 12)


@dataclass(frozen=True, slots=True)
class Months:
    """A period as its whole months, as 202603, and the days before and after them."""

    whole: tuple[int, ...]
    edges: tuple[Period, ...]


def months_of(period: Period) -> Months:
    """Split a period into whole months and what is left at its edges."""
    whole: list[int] = []
    edges: list[Period] = []
    first = period.first
    while first <= period.last:
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        if first.day == 1 and last <= period.last:
            whole.append(first.year * 100 + first.month)
        else:
            edges.append(Period(first, min(last, period.last)))
        first = last + timedelta(days=1)
    return Months(tuple(whole), tuple(edges))


def periods_of(months: Iterable[int]) -> list[Period]:
    """The periods that whole months make up, those that follow each other joined."""
    found: list[Period] = []
    for month in sorted(months):
        each = Period.months(month // 100, month % 100, 1)
        if found and found[-1].last + timedelta(days=1) == each.first:
            each = Period(found.pop().first, each.last)
        found.append(each)
    return found


def spans_in(period: Period, length: int) -> Iterator[tuple[str, Period]]:
    """The calendar months, quarters or years that a period touches, each with its name."""
    first = period.first
    while first <= period.last:
        start = (first.month - 1) // length * length + 1
        whole = Period.months(first.year, start, length)
        names = {1: f"{first:%Y-%m}", 3: f"{first.year}-Q{(start + 2) // 3}"}
        last = min(whole.last, period.last)
        yield names.get(length, f"{first.year}"), Period(first, last)
        first = last + timedelta(days=1)


def _back(today: date, count: int, unit: str) -> date:
    """The first day of the last so many days, months or years, today included."""
    if count == 0:
        raise ValueError("The period has no day.")
    if unit == "days":
        return today - timedelta(days=count - 1)
    months = count * (12 if unit == "years" else 1)
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    day = min(today.day, calendar.monthrange(year, month + 1)[1])
    return date(year, month + 1, day) + timedelta(days=1)
