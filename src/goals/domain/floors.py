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
from dataclasses import dataclass
from functools import cache
from operator import add, sub
from typing import NamedTuple

from goals.domain.people import at_least_three
from goals.domain.words import Word

LEAST_COMMISSIONS = 5

Crowd = tuple[int, ...]
"""How many people's marks went in (each as often as it did), and the sums of their powers."""
Keys = tuple[str, ...]
"""What tells the groups of a whole apart."""
NOBODY: Crowd = (0,) * 5


class Whose(Word):
    """Whose people have to stand behind a figure."""

    CUSTOMERS = "CUSTOMERS", "The contact persons of the customer."
    SUPPLIERS = "SUPPLIERS", "The contact persons of the supplier."
    BOTH = "BOTH", "The contact persons of both sides together."


class Span(NamedTuple):
    """A year, quarter or month, by its first month and its number of months."""

    first: int
    length: int

    @property
    def months(self) -> range:
        """Its months."""
        return range(self.first, self.first + self.length)


class Timeline(dict[int, Crowd]):
    """A crowd for each month that has one; months as 202603. It does not change once asked."""

    __slots__ = ("_known",)

    def __init__(self, crowds: Mapping[int, Crowd]) -> None:
        """Take the crowds of the months."""
        super().__init__(crowds)
        self._known: dict[Span, Crowd] = {}

    def within(self, span: Span) -> Crowd:
        """The crowd of a span; reckoned once, as a wide group is asked by all inside it."""
        found = self._known.get(span)
        if found is None:
            found = self._known[span] = together(
                [self[month] for month in span.months if month in self]
            )
        return found


@dataclass(frozen=True, slots=True)
class Cut:
    """How finely a year of a group may be shown: the year, its 4 quarters, its 12 months."""

    year: bool
    quarters: tuple[bool, ...]
    months: tuple[bool, ...]

    def shows(self, span: Span) -> bool:
        """Whether a figure may be about exactly this span."""
        if span.length == 12:
            return self.year
        place = span.first % 100 - 1
        return self.quarters[place // 3] if span.length == 3 else self.months[place]

    def without(self, span: Span) -> "Cut":
        """The same, but for this span and what lies in it."""
        if span.length == 12:
            return HIDDEN
        gone = range(span.first % 100 - 1, span.first % 100 - 1 + span.length)
        months = tuple(shown and place not in gone for place, shown in enumerate(self.months))
        if span.length == 1:
            return Cut(self.year, self.quarters, months)
        quarters = tuple(
            shown and 3 * place not in gone for place, shown in enumerate(self.quarters)
        )
        return Cut(self.year, quarters, months)


FINEST = Cut(year=True, quarters=(True,) * 4, months=(True,) * 12)
HIDDEN = Cut(year=False, quarters=(False,) * 4, months=(False,) * 12)


@cache
def spans(year: int) -> tuple[Span, tuple[Span, ...], tuple[tuple[Span, ...], ...]]:
    """A year, its quarters, and the months of each of them."""
    start = year * 100 + 1
    quarters = tuple(Span(start + 3 * quarter, 3) for quarter in range(4))
    months = tuple(tuple(Span(month, 1) for month in quarter.months) for quarter in quarters)
    return Span(start, 12), quarters, months


def crowd_of(due: int, customers: Crowd, suppliers: Crowd, whose: Whose) -> Crowd:
    """The crowd that counts, of so many commissions and the sums of powers of their marks."""
    if whose is Whose.CUSTOMERS:
        return (due, *customers)
    if whose is Whose.SUPPLIERS:
        return (due, *suppliers)
    return (2 * due, *map(add, customers, suppliers))


def _is_harmless(crowd: Crowd, least: int) -> bool:
    """Whether a crowd is empty or on the floor."""
    count = crowd[0]
    return not count or (count >= least and at_least_three(count, crowd[1:]))


def _least(whose: Whose) -> int:
    return LEAST_COMMISSIONS * (2 if whose is Whose.BOTH else 1)


def together(crowds: Sequence[Crowd]) -> Crowd:
    """Several crowds as one."""
    if len(crowds) > 1:
        return tuple(map(sum, zip(*crowds, strict=True)))
    return crowds[0] if crowds else NOBODY


def is_too_small(own: Timeline, year: int, whose: Whose) -> bool:
    """Whether nothing of a year of a group may be shown, whatever is beside it."""
    return not _is_harmless(own.within(spans(year)[0]), _least(whose))


def _what_all_show(cuts: Sequence[Cut]) -> Cut:
    """What may be shown of a year in which there is nothing: as much as of all wider groups."""
    if all(each == FINEST for each in cuts):
        return FINEST
    if not all(each.year for each in cuts):
        return HIDDEN
    return Cut(
        year=True,
        quarters=tuple(map(all, zip(*(each.quarters for each in cuts), strict=True))),
        months=tuple(map(all, zip(*(each.months for each in cuts), strict=True))),
    )


def _is_sound(crowd: Crowd, around: Iterable[Crowd], nearest: int, least: int) -> bool:
    """Whether a crowd, and what each wider one around it has besides, is empty or on the floor.

    The first ``nearest`` come first: where all of them have enough besides, so have those around
    them, as more people never are fewer.
    """
    if not crowd[0]:
        return True
    if not _is_harmless(crowd, least):
        return False
    is_certain = True
    for place, wide in enumerate(around):
        if place == nearest and is_certain:
            return True
        rest = tuple(map(sub, wide, crowd))
        if not _is_harmless(rest, least):
            return False
        is_certain = is_certain and rest[0] > 0
    return True


def cut(
    own: Timeline,
    wider: Sequence[tuple[Timeline, Cut]],
    year: int,
    whose: Whose,
    nearest: int | None = None,
) -> Cut:
    """How finely a year of a group may be shown beside all wider groups, by the first rule.

    Each wider group but the first ``nearest`` contains one of these; None knows nothing of it.
    """

    least, near = _least(whose), len(wider) if nearest is None else nearest

    def is_sound(parts: Sequence[Span]) -> bool:
        around = (together([group.within(part) for part in parts]) for group, _ in wider)
        return _is_sound(together([own.within(part) for part in parts]), around, near, least)

    def is_sound_in(month: int) -> bool:
        return _is_sound(own[month], (group.get(month, NOBODY) for group, _ in wider), near, least)

    def shown_of(parts: Sequence[Span]) -> tuple[bool, ...]:
        """Which quarters of a year, or months of a quarter, may be shown beside each other."""
        shown = [all(each.shows(part) for _, each in wider) and is_sound((part,)) for part in parts]
        while not all(shown):
            if is_sound(
                [part for part, is_shown in zip(parts, shown, strict=True) if not is_shown]
            ):
                break
            sizes = [
                (due, -at)
                for at, part in enumerate(parts)
                if shown[at] and (due := own.within(part)[0])
            ]
            if not sizes:
                return (False,) * len(parts)
            shown[-min(sizes)[1]] = False
        return tuple(shown)

    whole, quarters, months = spans(year)
    if is_too_small(own, year, whose):
        return HIDDEN
    if not own.within(whole)[0]:
        return _what_all_show([each for _, each in wider])
    if all(each == FINEST for _, each in wider) and all(
        is_sound_in(month) for month in own if month // 100 == year
    ):
        return FINEST  # what is sound in each month is so in quarters and in the year
    if not (all(each.year for _, each in wider) and is_sound((whole,))):
        return HIDDEN
    by_quarter = shown_of(quarters)
    by_month = tuple(
        shown
        for quarter, is_shown in zip(months, by_quarter, strict=True)
        for shown in (shown_of(quarter) if is_shown else (False,) * 3)
    )
    return Cut(year=True, quarters=by_quarter, months=by_month)


def _one_line(lines: Iterable[Timeline]) -> Timeline:
    """Several timelines as one."""
    months: dict[int, list[Crowd]] = {}
    for line in lines:
        for month, crowd in line.items():
            months.setdefault(month, []).append(crowd)
    return Timeline({month: together(crowds) for month, crowds in months.items()})


def balance(
    parts: Mapping[Keys, Timeline], cuts: Mapping[Keys, Cut], year: int, whose: Whose
) -> dict[Keys, Cut]:
    """The cuts of the parts of a whole after the second rule."""
    found = dict(cuts)
    if all(each == FINEST for each in found.values()):
        return found
    least = _least(whose)
    gone = _one_line(parts[key] for key, each in cuts.items() if not each.year)
    left = [key for key, each in cuts.items() if each.year]
    whole, quarters, months = spans(year)
    for span in (whole, *quarters, *(month for quarter in months for month in quarter)):
        rest = together(
            [
                gone.within(span),
                *(parts[key].within(span) for key in left if not found[key].shows(span)),
            ]
        )
        if _is_harmless(rest, least):
            continue
        shown = [
            (crowd[0], key)
            for key in left
            if found[key].shows(span) and (crowd := parts[key].within(span))[0]
        ]
        for _, key in sorted(shown):
            found[key] = found[key].without(span)
            rest = tuple(map(add, rest, parts[key].within(span)))
            if _is_harmless(rest, least):
                break
    return found


def covered(given: Cut, year: int, months: Iterable[int]) -> list[int]:
    """The months of a year that a figure covers, of the whole months asked for."""
    asked = set(months)
    whole, quarters, singles = spans(year)
    if asked.issuperset(whole.months):
        return list(whole.months) if given.year else []
    found: list[int] = []
    for quarter, parts in zip(quarters, singles, strict=True):
        within = (quarter,) if asked.issuperset(quarter.months) else parts
        found += [
            month
            for span in within
            if asked.issuperset(span.months) and given.shows(span)
            for month in span.months
        ]
    return found
