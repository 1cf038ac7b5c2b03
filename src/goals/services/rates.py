"""Rates: how many of the commissions due in a period achieved their goal.

The definitions are in goals.domain.rates; permission is that of reading: a member's rate is about
the commissions the member may see, a manager's about the whole organisation. What is shown of
groups is limited by goals.domain.floors; the rate of all is exact.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from goals.domain.enums import Commitment
from goals.domain.floors import Cut, Whose, covered, cut, needed_for
from goals.domain.periods import Period, periods_of, spans_in
from goals.domain.rates import RateEstimate, Tally, estimate
from goals.domain.situation import GRACE_DAYS
from goals.domain.statistics.shrinkage import Prior, prior
from goals.reads.viewer import Viewer
from goals.services.context import standing_of
from goals.services.rate_floors import Assignment, RateFloors, timeline
from goals.services.rate_parts import Part, grain_of
from goals.services.statistics_permission import PERSONAL, permit_statistics
from goals.store import rates
from goals.store.catching_up import UpToDate
from goals.store.database import Reading
from goals.store.moments import moment
from goals.store.rate_statements import cube_of
from goals.store.slices import (
    CUSTOMER,
    CUSTOMER_PERSON,
    GRADE,
    RANKED,
    SUPPLIER,
    SUPPLIER_PERSON,
    TAG,
    TEAM,
    WITH_OVERDUE,
    Counts,
    Months,
    Slice,
)

MOST_GROUPS = 200
PAIR = (CUSTOMER, SUPPLIER)
PARTITIONS = (
    {CUSTOMER},
    {SUPPLIER},
    {GRADE},
    {CUSTOMER, SUPPLIER},
    {CUSTOMER_PERSON},
    {SUPPLIER_PERSON},
)
"""Groupings in which each commission is in exactly one group."""
NOTHING: Counts = (0,) * len(WITH_OVERDUE)


@dataclass(frozen=True, slots=True)
class RateQuestion:
    """What is asked: a period, a commitment, and what narrows or groups it.

    ``by`` names dimensions of goals.store.rates; ``span`` is how many months make a group instead.
    """

    period: Period
    commitment: Commitment = Commitment.COMMITTED
    by: tuple[str, ...] = ()
    span: int = 0
    by_commitment: bool = False
    customer_team_id: UUID | None = None
    supplier_team_id: UUID | None = None
    team_id: UUID | None = None
    tag: str | None = None
    grade: str | None = None

    @property
    def where(self) -> dict[str, str]:
        """The conditions, by dimension."""
        given = {
            CUSTOMER: self.customer_team_id,
            SUPPLIER: self.supplier_team_id,
            TEAM: self.team_id,
            TAG: self.tag,
            GRADE: self.grade,
        }
        return {name: str(value) for name, value in given.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Rated:
    """The estimate of one group, and the counters beside it, by name.

    ``key`` has a value for each dimension, or a span of time; ``covered`` is what the figures
    are about where not all of the period may be shown.
    """

    key: tuple[str, ...]
    label: str
    estimate: RateEstimate
    counts: Mapping[str, int]
    covered: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class AchievementRate:
    """The rate of all, and of each group where groups were asked for.

    ``withheld`` counts what was due and is in no group shown; None where groups overlap.
    """

    question: RateQuestion
    total: Rated
    own: Rated | None
    groups: tuple[Rated, ...] = ()
    withheld: int | None = None
    left_out: int = 0


async def achievement_rate(
    database: UpToDate, viewer: Viewer, question: RateQuestion
) -> AchievementRate:
    """Count and estimate, all at one moment. One statement for each combination of conditions.

    Raises PersonStatisticsOff for groups of single people where the organisation wants none.
    """
    await permit_statistics(database, viewer, question.by)
    async with moment(database) as seen:
        return await _answer(seen, viewer, question)


async def _answer(seen: Reading, viewer: Viewer, question: RateQuestion) -> AchievementRate:
    named = list(spans_in(question.period, question.span)) if question.span else []
    asking = _Asking(seen, viewer, question, [part for _, part in named])
    total = await asking.total()
    own = None if question.where else await asking.own()
    if named:
        spans = [await asking.span(label, part) for label, part in named]
        return AchievementRate(question, total, own, tuple(spans))
    if question.by_commitment:
        each = [await _of_commitment(seen, viewer, question, one) for one in Commitment]
        return AchievementRate(question, total, own, tuple(each))
    if not question.by:
        return AchievementRate(question, total, own)
    more = await asking.keep_to_frequent_tags() if TAG in question.by else 0
    groups = await asking.groups()
    listed = await asking.in_full(groups[:MOST_GROUPS])
    withheld = None
    if set(question.by) in PARTITIONS:
        withheld = total.estimate.due - sum(group.counts["due"] for group in groups)
    shrunk = _shrunk(listed, groups)
    labelled = await _labelled(seen, UUID(viewer.org_id), question.by, shrunk)
    left_out = more + max(0, len(groups) - MOST_GROUPS)
    return AchievementRate(question, total, own, tuple(labelled), withheld, left_out)


TeamSpan = tuple[UUID | None, Period]
"""A supplier's team, or all of the organisation, over a period."""


async def rates_over(
    database: UpToDate, viewer: Viewer, commitment: Commitment, wanted: Iterable[TeamSpan]
) -> dict[TeamSpan, Rated]:
    """The rates of teams over whole months, as ``achievement_rate`` tells each, all read once."""
    spans = list(dict.fromkeys(wanted))
    if not spans:
        return {}
    first = min(period.first for _, period in spans)
    last = max(period.last for _, period in spans)
    question = RateQuestion(Period(first, last), commitment)
    async with moment(database) as seen:
        asking = _Asking(seen, viewer, question, [period for _, period in spans])
        return {(team, period): await asking.over(team, period) for team, period in spans}


async def _of_commitment(
    seen: Reading, viewer: Viewer, question: RateQuestion, commitment: Commitment
) -> Rated:
    asking = _Asking(seen, viewer, replace(question, commitment=commitment))
    return replace(await asking.total(), key=(commitment.value,), label=commitment.value)


@dataclass(frozen=True, slots=True)
class _Summed:
    """The counters of what may be shown of a group, over the months that may; not estimated yet.

    Of many groups only some are listed, and only these need all counters and an estimate.
    """

    key: tuple[str, ...]
    counts: Mapping[str, int]
    months: Iterable[int]
    suppressed: bool

    def rated(self, among: Prior | None = None, covers: tuple[Period, ...] | None = None) -> Rated:
        """Estimate it, ``among`` all groups where it is one of them."""
        found = estimate(_tally(self.counts), among, suppressed=self.suppressed)
        days = tuple(periods_of(self.months)) if covers is None else covers
        return Rated(self.key, "", found, self.counts, days)


class _Asking:
    """One question of one viewer: reads, applies the floors, estimates.

    ``parts`` are the parts of its period that figures are told of beside those of the whole.
    """

    def __init__(
        self, seen: Reading, viewer: Viewer, question: RateQuestion, parts: Iterable[Period] = ()
    ) -> None:
        period = question.period
        self.seen, self.question = seen, question
        self.all = Part(period)
        self.parts = {each: Part(each) for each in parts}
        self.needed = needed_for(
            span for part in (self.all, *self.parts.values()) for span in part.spans
        )
        years = Period(period.first.replace(month=1, day=1), period.last.replace(month=12, day=31))
        self.base = Slice(
            org_id=UUID(viewer.org_id),
            first=years.first,
            last=years.last,
            commitment=question.commitment,
            overdue_before=viewer.now.date() - timedelta(days=GRACE_DAYS),
            standing=standing_of(viewer),
            grain=min(map(grain_of, (period, *self.parts))),
        )
        self.floors = RateFloors(seen, self.base, question.where, self.needed)
        self._exact: Months | None = None

    async def keep_to_frequent_tags(self) -> int:
        """Read of the tags only those with most due in the period; return how many more are."""
        asked, where = self._within((TAG,)), self.question.where
        found: dict[tuple[str, ...], Months] = {}
        if self.question.by == (TAG,) and cube_of(asked) is None:
            # Single facts have hardly more tags than there are facts: these are read once.
            found = await rates.count(self.seen, replace(self.base, where=where, by=(TAG,)))
            tags, there = _most_frequent(found, self.all.touched)
        else:
            tags, there = await rates.most_frequent_tags(self.seen, asked, MOST_GROUPS)
        self.base = replace(self.base, tags=tags)
        self.floors = RateFloors(self.seen, self.base, where, self.needed)
        if found:
            self.floors.know((TAG,), where, {(tag,): found[tag,] for tag in tags})
        return there - len(tags)

    def _within(self, by: tuple[str, ...]) -> Slice:
        """What meets the conditions in the months that the period touches."""
        period = self.question.period
        first = period.first.replace(day=1)
        last = Period.months(period.last.year, period.last.month, 1).last
        return replace(self.base, first=first, last=last, where=self.question.where, by=by)

    async def total(self) -> Rated:
        """The rate of all that meets the conditions; exact where there are none."""
        return await self._whole(self.all)

    async def span(self, label: str, period: Period) -> Rated:
        """The rate of a part of the period."""
        found = await self._whole(self.parts[period])
        return replace(found, key=(label,), label=label)

    async def over(self, team: UUID | None, period: Period) -> Rated:
        """The rate of a supplier's team, or of all, over a part of the period."""
        part = self.parts[period]
        if team is None:
            return await self._whole(part)
        return await self._one(frozenset({(SUPPLIER, str(team))}), part)

    async def _whole(self, part: Part) -> Rated:
        where = frozenset(self.question.where.items())
        if where:
            return await self._one(where, part)
        return _summed((), await self._all(), part.touched).rated(covers=(part.period,))

    async def _one(self, group: Assignment, part: Part) -> Rated:
        months = await self.floors.months(group, WITH_OVERDUE)
        return self._group((), months, await self.floors.cuts(group), part).rated()

    async def _all(self) -> Months:
        """The counters of everything, of the edges of the period only the days that are in it."""
        if self._exact is None:
            period = self.question.period
            asked = replace(self.base, first=period.first, last=period.last)
            self._exact = (await rates.count(self.seen, asked)).get((), {})
        return self._exact

    async def own(self) -> Rated:
        """The rate of self-commissions; one person stands on both sides of each."""
        floors = RateFloors(self.seen, replace(self.base, self=True), {}, self.needed)
        months = await floors.months(frozenset(), WITH_OVERDUE)
        line = timeline(months, Whose.SUPPLIERS)
        cuts = {
            year: cut(line, (), year, Whose.SUPPLIERS, needed=needed)
            for year, needed in self.needed.items()
        }
        return self._group((), months, cuts, self.all).rated()

    @property
    def in_steps(self) -> bool:
        """Whether there may be many groups, and cells to read twice: facts are many more."""
        by = self.question.by
        return len(by) > 1 and cube_of(self._within(by)) is not None

    async def groups(self) -> list[_Summed]:
        """The counters of the groups, those with most first; of very many not all of them."""
        where, by = self.question.where, self.question.by
        found = await self.floors.groups(by, where, RANKED if self.in_steps else WITH_OVERDUE)
        named = {keys: frozenset({*where.items(), *zip(by, keys, strict=True)}) for keys in found}
        cuts = {group: await self.floors.cuts(group) for group in named.values()}
        if set(by) in PARTITIONS and (where or len(by) > 1):
            cuts = await self.floors.balanced(named)
        made = [
            self._group(keys, months, cuts[named[keys]], self.all)
            for keys, months in found.items()
            if not self.all.touched.isdisjoint(months)
        ]
        made.sort(key=lambda group: (-group.counts["due"], group.key))
        return made

    async def in_full(self, groups: Sequence[_Summed]) -> Sequence[_Summed]:
        """The same groups with all their counters."""
        if not (self.in_steps and groups):
            return groups
        asked = replace(self._within(self.question.by), among=tuple(each.key for each in groups))
        found = await rates.count(self.seen, asked)
        return [
            _summed(each.key, found.get(each.key, {}), each.months, suppressed=each.suppressed)
            for each in groups
        ]

    def _group(
        self, keys: tuple[str, ...], months: Months, cuts: Mapping[int, Cut], part: Part
    ) -> _Summed:
        """What may be shown of a group."""
        shown = covered(cuts, part.spans)
        is_there = not part.touched.isdisjoint(months)
        is_empty = months.keys().isdisjoint(shown)
        return _summed(keys, months, shown, suppressed=is_there and is_empty)


def _most_frequent(
    found: Mapping[tuple[str, ...], Months], touched: set[int]
) -> tuple[tuple[str, ...], int]:
    """The tags with most due in these months, and how many tags have any."""
    due = {
        tag: sum(counts[0] for month, counts in months.items() if month in touched)
        for (tag,), months in found.items()
    }
    there = sorted(filter(due.get, due), key=lambda tag: (-due[tag], tag))
    return tuple(there[:MOST_GROUPS]), len(there)


def _summed(
    key: tuple[str, ...], months: Months, shown: Iterable[int], *, suppressed: bool = False
) -> _Summed:
    """Add up what is shown of a group; as many of the counters as were read."""
    counts = [months[month] for month in shown if month in months]
    sums = map(sum, zip(*counts, strict=True)) if counts else NOTHING
    return _Summed(key, dict(zip(WITH_OVERDUE, sums, strict=False)), shown, suppressed)


def _tally(counts: Mapping[str, int]) -> Tally:
    return Tally(
        achieved=counts["achieved"],
        not_achieved=counts["not_achieved"],
        not_assessable=counts["not_assessable"],
        pending=counts["pending"] - counts["overdue"],
        overdue=counts["overdue"],
        cancelled=counts["cancelled"] + counts["revoked"],
        lapsed=counts["lapsed"],
    )


def _shrunk(listed: Sequence[_Summed], groups: Sequence[_Summed]) -> list[Rated]:
    """Estimate those listed, each also drawn towards all of them."""
    found = (group.counts for group in groups)
    among = prior((each["achieved"], each["achieved"] + each["not_achieved"]) for each in found)
    return [group.rated(among) for group in listed]


async def _labelled(
    seen: Reading, org_id: UUID, by: tuple[str, ...], groups: Sequence[Rated]
) -> list[Rated]:
    """The same groups by the names of their teams or people, in that order."""
    names: dict[str, str] = {}
    if not {CUSTOMER, SUPPLIER, TEAM}.isdisjoint(by):
        names = await rates.team_names(seen, org_id)
    elif not PERSONAL.isdisjoint(by):
        names = await rates.person_names(seen, org_id)
    labelled = [
        replace(group, label=" → ".join(names.get(key, key) for key in group.key))
        for group in groups
    ]
    return sorted(labelled, key=lambda group: (group.label, group.key))
