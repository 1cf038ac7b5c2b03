"""Rate floors: the counters behind a question, and what of them may be shown.

The rule is in goals.domain.floors; here it is applied to conditions. Wider than a group with
several conditions are all groups with fewer of them, and the group of a team in either role is
wider than that of the same team as customer or as supplier. Counters are read for whole calendar
years, once for each combination of conditions.
"""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import combinations
from operator import add

from goals.domain.floors import (
    FINEST,
    HIDDEN,
    Cut,
    Keys,
    Timeline,
    Whose,
    balance,
    crowd_of,
    cut,
    is_too_small,
)
from goals.store import rates
from goals.store.database import Reading
from goals.store.slices import (
    CROWDS,
    CUSTOMER,
    CUSTOMER_PERSON,
    DIMENSIONS,
    GRADE,
    SUPPLIER,
    SUPPLIER_PERSON,
    TEAM,
    WITH_OVERDUE,
    Months,
    Slice,
)

Assignment = frozenset[tuple[str, str]]
"""Dimensions and the values they must have."""
Cuts = dict[int, Cut]
"""By year."""

READ_WHOLE = (CUSTOMER, SUPPLIER, TEAM, GRADE, CUSTOMER_PERSON, SUPPLIER_PERSON)
"""Dimensions with few values: where one is asked about, all are read."""
ALONE = (CUSTOMER, SUPPLIER, GRADE, CUSTOMER_PERSON, SUPPLIER_PERSON)
"""Dimensions in which each commission has exactly one value."""
AT_ONCE = 50
"""Groups decided before others have their turn."""
MOST_ADDED = 5_000
"""Counters of groups and months; more of them take longer to add than to be read again."""
_BEHIND = {
    CUSTOMER: Whose.CUSTOMERS,
    SUPPLIER: Whose.SUPPLIERS,
    CUSTOMER_PERSON: Whose.SUPPLIERS,
    SUPPLIER_PERSON: Whose.CUSTOMERS,
}
"""Behind a team stand its own people; behind a single person, those of the other side."""


def whose(dimensions: Iterable[str]) -> Whose:
    """Whose people have to stand behind groups of these dimensions."""
    named = frozenset(dimensions)
    sides = named & {CUSTOMER_PERSON, SUPPLIER_PERSON} or named & {CUSTOMER, SUPPLIER}
    return _BEHIND[next(iter(sides))] if len(sides) == 1 else Whose.BOTH


def timeline(months: Months, people: Whose) -> Timeline:
    """Who of these people stands behind the counters of each month."""
    crowds = {
        month: crowd_of(counts[0], counts[1 : len(CROWDS)], people)
        for month, counts in months.items()
    }
    return Timeline(crowds)


class RateFloors:
    """The counters of one question under all its conditions and each part of them.

    ``needed`` is what has to be decided of each year that figures are about. No more counters are
    read than asked for: of wider groups only those of ``CROWDS``, which come first of any.
    """

    def __init__(
        self, reading: Reading, base: Slice, where: Mapping[str, str], needed: Mapping[int, Cut]
    ) -> None:
        self._reading, self._base, self._where, self._needed = reading, base, where, needed
        self._read: dict[tuple[frozenset[str], Keys], dict[Keys, Months]] = {}
        self._counters: dict[tuple[frozenset[str], Keys], Keys] = {}
        self._timelines: dict[tuple[Assignment, Whose], Timeline] = {}
        self._cuts: dict[Assignment, Cuts] = {}

    def know(self, by: Keys, given: Iterable[str], found: dict[Keys, Months]) -> None:
        """Take all counters of groups that were read already."""
        key = frozenset(given), by
        self._read[key], self._counters[key] = found, WITH_OVERDUE

    async def groups(
        self, by: Keys, given: Iterable[str] = (), counters: Keys = CROWDS
    ) -> dict[Keys, Months]:
        """These counters, or more, of each group that meets the given of the conditions."""
        key = frozenset(given), by
        if len(self._counters.get(key, ())) < len(counters):
            summed = self._summed(*key, counters)
            if summed is None:
                where = {name: self._where[name] for name in sorted(key[0])}
                asked = replace(self._base, where=where, by=by, counters=counters)
                summed = await rates.count(self._reading, asked)
            self._read[key], self._counters[key] = summed, counters
        return self._read[key]

    def _summed(self, given: frozenset[str], by: Keys, counters: Keys) -> dict[Keys, Months] | None:
        """The same of finer groups that were read already, where these are few enough to add."""
        for (known, finer), found in self._read.items():
            more = {*finer} - {*by}
            if known != given or not more <= {*ALONE} or not {*by} < {*finer}:
                continue
            if len(self._counters[known, finer]) < len(counters):
                continue
            if sum(map(len, found.values())) <= MOST_ADDED:
                places = [finer.index(name) for name in by]
                return add_up(
                    (tuple(keys[at] for at in places), each) for keys, each in found.items()
                )
        return None

    async def months(self, group: Assignment, counters: Keys = CROWDS) -> Months:
        """These counters, or more, of one group."""
        fixed = [name for name, value in group if self._where.get(name) == value]
        if len(group) == 1 and fixed and fixed[0] in READ_WHOLE:
            fixed = []
        free = {name: value for name, value in group if name not in fixed}
        by = tuple(name for name in DIMENSIONS if name in free)
        found = await self.groups(by, fixed, counters)
        return found.get(tuple(free[name] for name in by), {})

    async def cuts(self, group: Assignment) -> Cuts:
        """How finely each year of a group may be shown."""
        if not group:
            return dict.fromkeys(self._needed, FINEST)
        name = next(iter(group))[0]
        if group not in self._cuts and len(group) == 1 and name in READ_WHOLE:
            await self._cut_all(name)
        if group not in self._cuts:
            self._cuts[group] = await self._cut(group)
            if len(self._cuts) % AT_ONCE == 0:
                await asyncio.sleep(0)  # of very many it takes a while: others have their turn
        return self._cuts[group]

    async def _cut_all(self, name: str) -> None:
        """Cut all groups of one dimension; of those that make up the whole, beside each other."""
        found = await self.groups((name,))
        for (value,) in found:
            group = frozenset({(name, value)})
            self._cuts[group] = await self._cut(group)
        if name in ALONE:
            groups: dict[Keys, Assignment] = {keys: frozenset({(name, keys[0])}) for keys in found}
            self._cuts.update(await self.balanced(groups))

    async def balanced(self, groups: Mapping[Keys, Assignment]) -> dict[Assignment, Cuts]:
        """The cuts of groups that make up a whole, so that none is the difference to it."""
        people = whose(name for group in groups.values() for name, _ in group)
        lines = {keys: await self._timeline(group, people) for keys, group in groups.items()}
        made: dict[Assignment, Cuts] = {group: {} for group in groups.values()}
        for year, needed in self._needed.items():
            cuts = {keys: (await self.cuts(group))[year] for keys, group in groups.items()}
            for keys, each in balance(lines, cuts, year, people, needed).items():
                made[groups[keys]][year] = each
        return made

    async def _cut(self, group: Assignment) -> Cuts:
        people = whose(name for name, _ in group)
        own = await self._timeline(group, people)
        if all(is_too_small(own, year, people) for year in self._needed):
            return dict.fromkeys(self._needed, HIDDEN)
        groups, nearest = _wider(group)
        lines = [await self._timeline(each, people) for each in groups]
        cuts = [await self.cuts(each) for each in groups]
        return {
            year: cut(
                own,
                [(line, each[year]) for line, each in zip(lines, cuts, strict=True)],
                year,
                people,
                nearest,
                needed,
            )
            for year, needed in self._needed.items()
        }

    async def _timeline(self, group: Assignment, people: Whose) -> Timeline:
        key = group, people
        if key not in self._timelines:
            self._timelines[key] = timeline(await self.months(group), people)
        return self._timelines[key]


def add_up(groups: Iterable[tuple[Keys, Months]]) -> dict[Keys, Months]:
    """Make one group of those with the same keys."""
    found: dict[Keys, Months] = {}
    for keys, months in groups:
        own = found.setdefault(keys, {})
        for month, counts in months.items():
            known = own.get(month)
            own[month] = counts if known is None else tuple(map(add, known, counts))
    return found


def _wider(group: Assignment) -> tuple[list[Assignment], int]:
    """All groups that a group is part of, whatever the data, and how many of them are nearest.

    These come first; each of the others contains one of them.
    """
    given = sorted(group)
    sizes = reversed(range(len(given)))
    parts = [frozenset(part) for size in sizes for part in combinations(given, size)]
    roles = [frozenset({(TEAM, value)}) for name, value in given if name in {CUSTOMER, SUPPLIER}]
    if len(given) == 1:
        return [*roles, *parts], 1
    return [*parts, *dict.fromkeys(roles)], len(given)
