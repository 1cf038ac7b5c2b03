"""Floors: which figures about a group may be shown, so that nobody reads single people out of them.

A figure stands on the floor when at least 5 commissions and 3 people are behind it. People are the
contact persons of the side the group is about (customer teams: customers, supplier teams:
suppliers), else of both sides together.

What may be shown of a group is decided for whole calendar years, whatever period is asked for.
A span of a group (a year, quarter or month) is *sound* when it is on the floor itself, and what
each wider group (all, and those with fewer conditions) has besides it is nothing or on the floor.

1. A year is shown where it is sound, its quarters where each is sound or empty, and the months of
   these quarters likewise; but those not shown of one year or quarter are together sound or
   empty, else the smallest shown is shown no more. Nothing is shown that a wider group does not
   show.
2. Where groups make up a whole (the teams, the grades), those not shown in a span are together
   nothing or on the floor; else the smallest shown is not shown there either.

A figure covers the whole years inside its period that are shown, of others the whole quarters,
then months; the rest is withheld. So the difference of two figures of the same group, of a group
and a wider one, and of a whole and its shown parts is again nothing, or on the floor. The whole
itself is exact, to the day, and so is its difference over time.

This holds for what is stored at one moment: whoever asks again tomorrow sees what happened
meanwhile. It also says nothing about conditions that only happen to hold for the same
commissions, such as two tags that are always given together.
"""

from collections.abc import Iterable, Mapping, Sequence
from operator import add
from typing import NamedTuple

from goals.domain.people import at_least_three
from goals.domain.words import Word

LEAST_COMMISSIONS = 5

Crowd = tuple[int, ...]
"""How many people's marks went in (each as often as it did), and the sums of their powers."""
Year = tuple[Crowd, ...]
"""The crowds of a year, of its 4 quarters, and of its 12 months, by place."""
Cut = int
"""How finely a year of a group may be shown: a bit for each place of which a figure may be.

Of a quarter that may not be shown no month may, and of such a year nothing.
"""
Keys = tuple[str, ...]
"""What tells the groups of a whole apart."""

YEAR, QUARTERS, MONTHS = 0, range(1, 5), range(5, 17)
FINEST: Cut = (1 << 17) - 1
HIDDEN: Cut = 0
NOBODY: Crowd = (0,) * 5


class Whose(Word):
    """Whose people have to stand behind a figure."""

    CUSTOMERS = "CUSTOMERS", "The contact persons of the customer."
    SUPPLIERS = "SUPPLIERS", "The contact persons of the supplier."
    BOTH = "BOTH", "The contact persons of both sides together."


class Span(NamedTuple):
    """A year, quarter or month: its place in a year, and its months, as 202603."""

    year: int
    place: int
    months: range


class Timeline(dict[int, Crowd]):
    """A crowd for each month that has one; months as 202603. It does not change once asked."""

    __slots__ = ("_years",)

    def __init__(self, crowds: Mapping[int, Crowd]) -> None:
        """Take the crowds of the months."""
        super().__init__(crowds)
        self._years: dict[int, Year] = {}

    def of(self, year: int) -> Year:
        """The crowds of a year; reckoned once, as a wide group is asked by all inside it."""
        found = self._years.get(year)
        if found is None:
            first = year * 100 + 1
            months = [self.get(month, NOBODY) for month in range(first, first + 12)]
            quarters = [together(months[at : at + 3]) for at in (0, 3, 6, 9)]
            found = self._years[year] = (together(quarters), *quarters, *months)
        return found


def months_in(quarter: int) -> range:
    """The places of the months of a quarter."""
    return range(3 * quarter + 2, 3 * quarter + 5)


def bits(places: Iterable[int]) -> Cut:
    """The cut that shows these places alone."""
    return sum(1 << place for place in places)


_WITHIN = (
    FINEST,
    *(bits((quarter, *months_in(quarter))) for quarter in QUARTERS),
    *(bits((month,)) for month in MONTHS),
)
"""What is no longer shown where a place is not: it, and what lies in it."""


def crowd_of(due: int, marks: Sequence[int], whose: Whose) -> Crowd:
    """The crowd that counts, of so many commissions.

    Of their marks the sums of the four powers are given, the customers' before the suppliers'.
    """
    if whose is Whose.CUSTOMERS:
        return (due, *marks[:4])
    if whose is Whose.SUPPLIERS:
        return (due, *marks[4:])
    c1, c2, c3, c4, s1, s2, s3, s4 = marks
    return 2 * due, c1 + s1, c2 + s2, c3 + s3, c4 + s4


def _is_harmless(crowd: Crowd, least: int) -> bool:
    """Whether a crowd is empty or on the floor."""
    count = crowd[0]
    return not count or (count >= least and at_least_three(*crowd))


def _least(whose: Whose) -> int:
    return LEAST_COMMISSIONS * (2 if whose is Whose.BOTH else 1)


def together(crowds: Iterable[Crowd]) -> Crowd:
    """Several crowds as one."""
    there = [crowd for crowd in crowds if crowd[0]]
    if len(there) > 1:
        return tuple(map(sum, zip(*there, strict=True)))
    return there[0] if there else NOBODY


def is_too_small(own: Timeline, year: int, whose: Whose) -> bool:
    """Whether nothing of a year of a group may be shown, whatever is beside it."""
    return not _is_harmless(own.of(year)[YEAR], _least(whose))


class _Beside:
    """A year of a group that has something in it, beside the same year of all wider groups."""

    def __init__(self, own: Year, around: Sequence[Year], nearest: int, least: int) -> None:
        self._own, self._around, self._nearest, self._least = own, around, nearest, least

    def shown(self, places: Sequence[int], allowed: Cut) -> list[int]:
        """Which quarters of a sound year, or months of a sound quarter, may be shown together."""
        shown = [place for place in places if allowed >> place & 1 and self.is_sound(place)]
        while 0 < len(shown) < len(places):
            if self._are_sound([place for place in places if place not in shown]):
                break
            sizes = [(due, -place) for place in shown if (due := self._own[place][0])]
            if not sizes:
                return []
            shown.remove(-min(sizes)[1])
        return shown

    def is_sound(self, place: int) -> bool:
        """Whether a span is, and what each wider group has besides it, empty or on the floor."""
        crowd = self._own[place]
        if not crowd[0]:
            return True
        return _is_harmless(crowd, self._least) and self._leaves_enough(
            crowd, (year[place] for year in self._around)
        )

    def _are_sound(self, places: Sequence[int]) -> bool:
        """Whether several spans are sound, taken as one."""
        crowd = together(self._own[place] for place in places)
        if not crowd[0]:
            return True
        return _is_harmless(crowd, self._least) and self._leaves_enough(
            crowd, (together(year[place] for place in places) for year in self._around)
        )

    def _leaves_enough(self, crowd: Crowd, around: Iterable[Crowd]) -> bool:
        """Whether what each wider crowd has besides is empty or on the floor.

        The nearest come first: where all of them have enough besides, so have those around them,
        as more people never are fewer.
        """
        is_certain = True
        count, first, second, third, fourth = crowd
        for at, (more, one, two, three, four) in enumerate(around):
            if is_certain and at == self._nearest:
                return True
            if more == count:
                is_certain = False
            elif more - count < self._least or not at_least_three(
                more - count, one - first, two - second, three - third, four - fourth
            ):
                return False
        return True


def cut(
    own: Timeline,
    wider: Sequence[tuple[Timeline, Cut]],
    year: int,
    whose: Whose,
    nearest: int | None = None,
    needed: Cut = FINEST,
) -> Cut:
    """How finely a year of a group may be shown beside all wider groups, by the first rule.

    Each wider group but the first ``nearest`` contains one of these; None knows nothing of it.
    Only what is ``needed`` (see ``needed_for``) is decided.
    """
    allowed = needed
    for _, each in wider:
        allowed &= each
    mine = own.of(year)
    if not (allowed and mine[YEAR][0]):
        return allowed
    around = [line.of(year) for line, _ in wider]
    beside = _Beside(mine, around, len(wider) if nearest is None else nearest, _least(whose))
    if not beside.is_sound(YEAR):
        return HIDDEN
    found = [YEAR]
    for quarter in beside.shown(QUARTERS, allowed):
        found += (quarter, *beside.shown(months_in(quarter), allowed))
    return bits(found)


def balance(
    parts: Mapping[Keys, Timeline],
    cuts: Mapping[Keys, Cut],
    year: int,
    whose: Whose,
    needed: Cut = FINEST,
) -> dict[Keys, Cut]:
    """The cuts of the parts of a whole after the second rule."""
    found, least = dict(cuts), _least(whose)
    years = {key: line.of(year) for key, line in parts.items()}
    for place in (YEAR, *QUARTERS, *MONTHS):
        bit = 1 << place
        if not needed & bit:
            continue
        rest = together(years[key][place] for key, each in found.items() if not each & bit)
        if _is_harmless(rest, least):
            continue
        shown = [
            (due, key)
            for key, each in found.items()
            if each & bit and (due := years[key][place][0])
        ]
        for _, key in sorted(shown):
            found[key] &= ~_WITHIN[place]
            rest = tuple(map(add, rest, years[key][place]))
            if _is_harmless(rest, least):
                break
    return found


def spans_of(months: Iterable[int]) -> list[Span]:
    """The whole years among these months, of others the whole quarters, of others the months."""
    asked, found = set(months), []
    for year in sorted({month // 100 for month in asked}):
        first = year * 100 + 1
        whole = Span(year, YEAR, range(first, first + 12))
        found += [whole] if asked.issuperset(whole.months) else _parts_of(year, asked)
    return found


def _parts_of(year: int, asked: set[int]) -> list[Span]:
    found = []
    for quarter in QUARTERS:
        first = year * 100 + 3 * quarter - 2
        whole = Span(year, quarter, range(first, first + 3))
        singles = zip(months_in(quarter), whole.months, strict=True)
        months = [Span(year, place, range(month, month + 1)) for place, month in singles]
        if asked.issuperset(whole.months):
            found.append(whole)
        else:
            found += [each for each in months if each.months[0] in asked]
    return found


def needed_for(spans: Iterable[Span]) -> dict[int, Cut]:
    """What has to be decided of each year to show these spans: each with those beside it."""
    found: dict[int, Cut] = {}
    for year, place, _ in spans:
        quarter = (place - 2) // 3 if place in MONTHS else None
        found[year] = found.get(year, HIDDEN) | bits(
            (YEAR, *(QUARTERS if place else ()), *(months_in(quarter) if quarter else ()))
        )
    return found


def covered(cuts: Mapping[int, Cut], asked: Iterable[Span]) -> list[int]:
    """The months that a figure covers, of the spans asked for."""
    return [month for year, place, months in asked if cuts[year] >> place & 1 for month in months]
