"""Counting: the counters of a cube over a cohort, from cells where they serve, else from facts.

Whole months of the organisation or of one team come from cells, the days at the edges from facts.
Where the edges hold too many facts to be quick, the period is rounded to whole months, and the
answer says which period was counted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from goals.domain.cubes.cube import Cube
from goals.domain.errors import LimitExceeded
from goals.domain.facts import Fact
from goals.domain.periods import Period
from goals.reads.viewer import Viewer
from goals.services.analytics.cohorts import Cohort, rounded, split
from goals.services.context import standing_of
from goals.store import analysis
from goals.store.analysis import Cells, Selection
from goals.store.catching_up import UpToDate

MOST_AT_EDGES = 5_000
MOST_FACTS = 30_000


@dataclass(frozen=True, slots=True)
class Counted:
    """Counters by the second and third key of the cube, and the periods they are of."""

    cells: Cells
    covered: tuple[Period, ...]

    def of(self, cube: Cube, key2: str = "", key3: str = "") -> dict[str, int]:
        """The counters of one cell by name; 0 where there is none."""
        counts = self.cells.get((key2, key3)) or [0] * len(cube.counters)
        return dict(zip(cube.counters, counts, strict=True))


async def count(
    database: UpToDate, viewer: Viewer, cube: Cube, cohort: Cohort, covered: Sequence[Period]
) -> Counted:
    """Count what of a cohort may be shown. Raises LimitExceeded for too many single facts."""
    found: Cells = {}
    periods: list[Period] = []
    for period in covered:
        counted = await _count(database, viewer, cube, cohort.over(period))
        _add(found, counted.cells)
        periods += counted.covered
    return Counted(found, tuple(periods))


async def _count(database: UpToDate, viewer: Viewer, cube: Cube, cohort: Cohort) -> Counted:
    selection = selected(viewer, cohort)
    if cohort.group is None or not selection.standing.sees_all:
        return Counted(_folded(cube, cohort, await facts_of(database, selection)), (cohort.period,))
    parts = split(cohort.period)
    for edge in parts.edges:
        within = _over(selection, edge)
        if await analysis.how_many(database, within, MOST_AT_EDGES + 1) > MOST_AT_EDGES:
            return await _count(database, viewer, cube, cohort.over(rounded(cohort.period)))
    found: Cells = {}
    if parts.months is not None:
        found = await analysis.cells(
            database, selection.org_id, cube, cohort.group, cohort.commitment, parts.months
        )
    for edge in parts.edges:
        _add(found, _folded(cube, cohort, await facts_of(database, _over(selection, edge))))
    return Counted(found, (cohort.period,))


def selected(viewer: Viewer, cohort: Cohort) -> Selection:
    """The facts of a cohort that the viewer may see."""
    return Selection(
        org_id=UUID(viewer.org_id),
        commitment=cohort.commitment,
        first=cohort.period.first,
        last=cohort.period.last,
        customer_team_id=cohort.customer_team_id,
        supplier_team_id=cohort.supplier_team_id,
        tags=(cohort.tag,) if cohort.tag else (),
        every_team=(cohort.team_id,) if cohort.team_id else (),
        grade=cohort.grade,
        standing=standing_of(viewer),
    )


async def facts_of(database: UpToDate, selection: Selection) -> list[Fact]:
    """Read the facts. Raises LimitExceeded where there are too many."""
    found = await analysis.facts(database, selection, MOST_FACTS + 1)
    if len(found) > MOST_FACTS:
        raise LimitExceeded("commissions", MOST_FACTS, len(found), ("period",))
    return found


def _over(selection: Selection, period: Period) -> Selection:
    values = {name: getattr(selection, name) for name in Selection.__slots__}
    return Selection(**(values | {"first": period.first, "last": period.last}))


def _folded(cube: Cube, cohort: Cohort, facts: Iterable[Fact]) -> Cells:
    """Count facts as the cells of the group that holds each of them exactly once."""
    group = cohort.group or ""
    found: Cells = {}
    for fact in facts:
        for (key1, *keys), counts in cube.cells(fact):
            if key1 == group:
                key2, key3 = (*keys, "", "")[:2]
                _add(found, {(key2, key3): list(counts)})
    return found


def _add(cells: Cells, more: Cells) -> None:
    for key, counts in more.items():
        own = cells.get(key)
        cells[key] = counts if own is None else [a + b for a, b in zip(own, counts, strict=True)]
