"""Rate inputs: periods and teams as clients write them."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from strawberry import UNSET

from goals.api.types.rates import PeriodInput
from goals.domain.error_base import Path
from goals.domain.identity import uuid_of
from goals.domain.issues import Issue
from goals.domain.periods import FIRST_YEAR, LAST_YEAR, EndsBeforeItBegins, Period
from goals.reads.errors import BadInput

NO_TEAM = UUID(int=0)
MOST_YEARS = 20

_PERIODS: dict[str, Callable[[Any, date], Period]] = {
    "quarter": lambda given, _: _quarter(given.year, given.quarter),
    "year": lambda given, _: Period.months(given, 1, 12),
    "month": lambda given, _: Period.months(given.year, given.month, 1),
    "between": lambda given, _: Period(given.from_, given.to),
    "text": Period.parse,
}


def period_of(given: PeriodInput, today: date) -> Period:
    """The period meant; BAD_USER_INPUT for one that does not exist."""
    for name, read in _PERIODS.items():
        value = getattr(given, name)
        if value is UNSET or value is None:
            continue
        path = ("period", name)
        try:
            return _limited(read(value, today), path)
        except EndsBeforeItBegins:
            raise bad_input("ENDS_BEFORE_IT_BEGINS", path) from None
        except (ValueError, OverflowError):
            raise bad_input("NOT_A_PERIOD", path) from None
    raise bad_input("EXACTLY_ONE", ("period",), choices=", ".join(_PERIODS))


def _limited(period: Period, path: Path) -> Period:
    if period.last.year - period.first.year >= MOST_YEARS:
        raise bad_input("PERIOD_TOO_LONG", path, limit=MOST_YEARS)
    for day in (period.first, period.last):
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise bad_input("OUT_OF_RANGE", path, actual=day, low=FIRST_YEAR, high=LAST_YEAR)
    return period


def _quarter(year: int, quarter: int) -> Period:
    if not 1 <= quarter <= 4:
        raise ValueError("There are four quarters.")
    return Period.months(year, 3 * quarter - 2, 3)


def team_of(given: Any) -> UUID | None:
    """The team meant, None where none is; an id of nothing stands for a team without anything."""
    if given is UNSET or given is None:
        return None
    return uuid_of(given, "Team") or NO_TEAM


def bad_input(code: str, path: Path, **params: object) -> BadInput:
    """Make the error for a value that is well-typed but cannot be used."""
    return BadInput(Issue(code, path, params))
