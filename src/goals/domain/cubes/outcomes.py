"""Outcomes: what the cubes of achievement count, the same in each of them.

The third key is the month of the current deadline while the commission is AGREED, else empty:
so it can be told later which of the pending ones are overdue by then.
"""

from collections.abc import Callable, Iterable
from functools import cache

from goals.domain.cubes.cube import Counts, Cube, Keys
from goals.domain.facts import Fact, Standing, month_of
from goals.domain.people import POWERS, powers

_POWERS = range(1, POWERS + 1)
COUNTERS = (
    "due",
    *(standing.lower() for standing in Standing),
    "lapsed",
    "achieved_by_first",
    "achieved_by_current",
    *(f"{when}_{against}" for against in ("first", "current") for when in ("early", "on", "late")),
    *(f"customers_{power}" for power in _POWERS),
    *(f"suppliers_{power}" for power in _POWERS),
)
_STANDINGS = tuple(Standing)
_WHEN = ("EARLY", "ON_TIME", "LATE")
_IN_TIME = frozenset({"EARLY", "ON_TIME"})


def counts(fact: Fact) -> Counts:
    """The counters of one fact, as in ``COUNTERS``; timeliness of evaluated ones only."""
    ended = _ended(
        fact.standing,
        fact.lapsed and fact.outcome is not None,
        fact.timeliness_first,
        fact.timeliness_current,
    )
    return ended + powers(fact.customer_mark) + powers(fact.supplier_mark)


@cache
def _ended(
    standing: Standing, lapsed: bool, first: str | None, current: str | None
) -> tuple[int, ...]:
    achieved = standing is Standing.ACHIEVED
    return (
        1,
        *(int(standing is each) for each in _STANDINGS),
        int(lapsed),
        int(achieved and first in _IN_TIME),
        int(achieved and current in _IN_TIME),
        *(int(first == each) for each in _WHEN),
        *(int(current == each) for each in _WHEN),
    )


def by(name: str, keys: Callable[[Fact], Iterable[tuple[str, ...]]]) -> Cube:
    """A cube of achievement, cut by at most two keys of its own."""

    def cells(fact: Fact) -> Iterable[tuple[Keys, Counts]]:
        counted = counts(fact)
        until = str(month_of(fact.deadline)) if fact.state == "AGREED" else ""
        for given in keys(fact):
            yield (*given, *("",) * (2 - len(given)), until), counted

    return Cube(name, COUNTERS, cells)
